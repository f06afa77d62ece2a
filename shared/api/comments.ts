import * as z from 'zod';
import { quarterSchema } from '../domain/calendar/month.ts';
import { rejectionReasons } from '../domain/comments/decision.ts';
import { commentStates } from '../domain/comments/states.ts';

/** A quarter, and a name drawn by lot. */
export const commentIdSchema = z
  .string()
  .regex(/^\d{4}-Q[1-4]\.[\w-]{22}$/, 'expected the `id` of a comment')
  .describe('Such as `2026-Q1.` and 22 random characters.');

export const commentsQuerySchema = z.object({
  state: z.enum(commentStates).default('pending'),
  period: quarterSchema.optional().describe('Only of this quarter.'),
  after: commentIdSchema.optional().describe('Where the page before ended: its `next`.'),
});

export const commentSchema = z.object({
  id: commentIdSchema,
  period: quarterSchema,
  state: z.enum(commentStates),
  version: z.int().describe('1 until somebody has decided; the `ETag` says it too.'),
  region: z.string().describe('`(other)` where the region had fewer than ten comments.'),
  text: z
    .string()
    .nullable()
    .describe('With marks such as `[name]` for personal data. Null once it was rejected or withdrawn.'),
  reason: z.enum(rejectionReasons).nullable().describe('Of a rejection or a withdrawal.'),
});

export const commentsSchema = z.object({
  comments: z.array(commentSchema).describe('By quarter, then in the order of their random names.'),
  next: commentIdSchema.nullable().describe('For `after`; null where there are no more.'),
});

export const commentSummarySchema = z.object({
  periods: z
    .array(
      z.object({
        period: quarterSchema,
        ...{ pending: z.int(), approved: z.int(), rejected: z.int(), withdrawn: z.int() },
        isClosed: z
          .boolean()
          .describe('The approved comments were released, or are being so: only withdrawing is left.'),
        isCorrectionDue: z.boolean().describe('A comment was withdrawn that the latest release still tells.'),
      }),
    )
    .describe('Quarters in which somebody wrote something, the earliest first.'),
});
