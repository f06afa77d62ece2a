import * as z from 'zod';
import { periodEnd, periodStart } from '../domain/calendar/period.ts';
import { heldBackReasonSchema } from '../domain/decisions/reasons.ts';
import { sentRuleSchema } from '../domain/rules/sent-rule.ts';
import { roles } from '../domain/vocabulary.ts';

export const replayRequestSchema = z.strictObject({
  rules: z
    .array(sentRuleSchema)
    .max(50)
    .describe('They take the place of those in force with the same identifier, or stand beside them.'),
  from: periodStart.describe('A day in Helsinki, or an instant.'),
  to: periodEnd.describe('A day in Helsinki, itself included, or an instant; at most 400 days after `from`.'),
});

const count = z.int();
const byReason = z.partialRecord(heldBackReasonSchema, count);

export const replayCountsSchema = z.object({
  asked: count,
  heldBack: byReason,
  withdrawn: byReason.describe('Asked, and stopped before it left.'),
  expired: count.describe('Asked, and never in a slot in which it could leave.'),
});

const frequenciesSchema = z.array(z.object({ asks: count, live: count, draft: count }));

/** What a draft would have done, beside what was. */
export const replayReportSchema = z.object({
  remembersFrom: z.iso
    .datetime()
    .nullable()
    .describe('The first record that was met. Caps are whole only where their days reach back no further.'),
  events: count,
  recipients: count,
  same: count.describe('Decisions that are the very same, gate by gate.'),
  different: count,
  stages: z.array(
    z.object({
      stage: z.string(),
      role: z.enum(roles),
      live: replayCountsSchema.describe('What the rules of the time did.'),
      draft: replayCountsSchema.describe('What the draft would have done.'),
    }),
  ),
  asksPerPerson: frequenciesSchema.describe('How many people were asked so many times.'),
  asksPerHousehold: frequenciesSchema,
  newlyAskedTwice: z
    .array(z.object({ role: z.enum(roles), people: count }))
    .describe('Whom the draft would ask at least twice, of those who were asked once or never.'),
});

const ofTime = { from: z.iso.datetime(), to: z.iso.datetime().describe('Before which it ends.') };

export const doneReplaySchema = z.object({
  state: z.literal('done'),
  ...ofTime,
  rules: z.array(z.object({ id: z.string(), version: z.int() })),
  ...replayReportSchema.shape,
});

export const replayIdSchema = z.uuid();

export const begunReplaySchema = z.object({
  id: replayIdSchema,
  state: z.literal('waiting'),
  href: z.string().describe('Where it tells how far it has come.'),
});

export const replayStandingSchema = z.object({
  id: replayIdSchema,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  progress: z.object({
    reached: z.iso.date().nullable().describe('The day (UTC) that has been reached.'),
    records: count,
  }),
  ...ofTime,
  ...replayReportSchema.partial().describe('Once it is done.').shape,
});
