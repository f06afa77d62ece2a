import { z } from 'zod';

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** A statement of an IAM policy, as far as it is understood here; anything else in it throws. */
const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: texts,
  Resource: texts,
  Condition: z.record(z.string(), z.record(z.string(), texts)).optional(),
  Principal: z.unknown().optional(),
});

export const policyDocumentSchema = z.strictObject({
  Version: z.string(),
  Statement: z.array(statementSchema),
});

export type Statement = z.infer<typeof statementSchema>;

/** One action on one resource, with the condition keys that the call carries. */
export type Permission = { action: string; resource: string; context?: Record<string, string[]> };

export type Verdict = 'allowed' | 'explicitly-denied' | 'not-granted';

/** What IAM would say: a Deny that applies wins, then an Allow that applies, otherwise nothing is granted. */
export const evaluate = (statements: Statement[], asked: Permission): Verdict => {
  const applying = statements.filter((statement) => applies(statement, asked));
  if (applying.some((statement) => statement.Effect === 'Deny')) return 'explicitly-denied';
  return applying.length > 0 ? 'allowed' : 'not-granted';
};

const applies = (statement: Statement, asked: Permission): boolean =>
  // Actions are compared without regard to case, resources with it.
  statement.Action.some((pattern) => matches(pattern.toLowerCase(), asked.action.toLowerCase())) &&
  statement.Resource.some((pattern) => matches(pattern, asked.resource)) &&
  Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, asked.context?.[key], wanted)),
  );

const holds = (operator: string, actual: string[] | undefined, wanted: string[]): boolean => {
  const equal = (value: string): boolean => wanted.includes(value);
  const like = (value: string): boolean => wanted.some((pattern) => matches(pattern, value));
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return actual?.some(equal) ?? false;
    case 'StringNotEquals':
      return !(actual?.some(equal) ?? false);
    case 'StringLike':
    // Both take wildcards.
    case 'ArnEquals':
    case 'ArnLike':
      return actual?.some(like) ?? false;
    case 'StringNotLike':
    case 'ArnNotEquals':
    case 'ArnNotLike':
      return !(actual?.some(like) ?? false);
    case 'Null':
      return wanted.includes(String(actual === undefined));
    case 'ForAllValues:StringEquals':
      return actual?.every(equal) ?? true;
    case 'ForAllValues:StringLike':
      return actual?.every(like) ?? true;
    default:
      throw new Error(`The local runner does not understand the condition operator ${operator}`);
  }
};

/** Whether a pattern with `*` (any run of characters) and `?` (one character) matches the whole text. */
const matches = (pattern: string, text: string): boolean => {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
};
