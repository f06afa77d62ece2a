import { z } from 'zod';
import type { Statement } from '../wire/iam.ts';

/** Denies something to everybody who does not use TLS, or does not ask for a name that is free. */
const denial = z.object({
  Effect: z.literal('Deny'),
  Principal: z.union([z.literal('*'), z.strictObject({ AWS: z.literal('*') })]),
  Condition: z.union([
    // It never applies here, since calls on this machine say nothing of TLS.
    z.strictObject({ Bool: z.strictObject({ 'aws:SecureTransport': z.tuple([z.literal('false')]) }) }),
    z.strictObject({ Null: z.strictObject({ 's3:if-none-match': z.tuple([z.literal('true')]) }) }),
  ]),
});

/**
 * What a bucket's policy denies.
 *
 * @throws Error naming the policy, where it holds what could not be enforced here as S3 enforces it
 */
export const denialsOfBucket = (logicalId: string, statements: Statement[]): Statement[] => {
  const strange = statements.find((statement) => !denial.safeParse(statement).success);
  if (strange === undefined) return statements;
  throw new Error(
    `The local runner does not understand the bucket policy ${logicalId}: ${JSON.stringify(strange)}`,
  );
};
