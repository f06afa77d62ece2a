import { z } from 'zod';
import type { Statement } from '../wire/iam.ts';

/** Leaves it to IAM to grant whatever there is to grant. */
const delegation = z.object({
  Effect: z.literal('Allow'),
  Principal: z.strictObject({ AWS: z.string().regex(/^arn:aws:iam::\d{12}:root$/) }),
  Action: z.tuple([z.literal('kms:*')]),
  Resource: z.tuple([z.literal('*')]),
  Condition: z.undefined().optional(),
});

/** Denies something to everybody, but for the roles that its condition names. */
const denial = z.object({
  Effect: z.literal('Deny'),
  Principal: z.union([z.literal('*'), z.strictObject({ AWS: z.literal('*') })]),
  Resource: z.tuple([z.literal('*')]),
  Condition: z
    .partialRecord(
      z.enum(['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike']),
      z.strictObject({ 'aws:PrincipalArn': z.array(z.string()) }),
    )
    .optional(),
});

/**
 * What a key's policy denies.
 *
 * @throws Error naming the key, for a policy that could not be enforced here as KMS enforces it
 */
export const denialsOf = (logicalId: string, statements: Statement[]): Statement[] => {
  const denials = statements.filter((statement) => denial.safeParse(statement).success);
  const others = statements.filter((statement) => !denials.includes(statement));
  const strange = others.find((statement) => !delegation.safeParse(statement).success);
  if (strange !== undefined) {
    const text = JSON.stringify(strange);
    throw new Error(`The local runner does not understand the key policy of ${logicalId}: ${text}`);
  }
  if (others.length === 0) throw new Error(`The key policy of ${logicalId} does not leave grants to IAM`);
  return denials;
};
