import * as z from 'zod';
import { commentCharactersMost, commentIn } from '../questions/comment.ts';

/** Why a comment is not shown. */
export const rejectionReasons = [
  'names-a-person',
  'identifies-someone',
  'abusive',
  'not-about-the-service',
  'other',
] as const;
const reasonSchema = z.enum(rejectionReasons).describe('Why the comment is not shown, or no longer.');
export type RejectionReason = z.infer<typeof reasonSchema>;

const editedSchema = z
  .string()
  .min(1)
  .transform((given, context) => {
    const comment = commentIn(given);
    if (comment.kind === 'written') return comment.text;
    context.addIssue({
      code: 'custom',
      message: `expected a text of 1 to ${commentCharactersMost} characters`,
    });
    return z.NEVER;
  })
  .describe('The comment as it shall be shown. Personal data in it is masked again.');

/** What a reviewer decides. `withdraw` takes a comment back that has been released. */
export const decisionSchema = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve'), text: editedSchema.exactOptional() }),
  z.object({ decision: z.literal('reject'), reason: reasonSchema }),
  z.object({ decision: z.literal('withdraw'), reason: reasonSchema }),
]);
export type Decision = z.infer<typeof decisionSchema>;
