import * as z from 'zod';
import { days } from '../domain/calendar/duration.ts';
import { periodEnd, periodStart } from '../domain/calendar/period.ts';
import { gateValueSchema } from '../domain/decisions/gates.ts';
import { heldBackReasonSchema } from '../domain/decisions/reasons.ts';
import { deliveries, requestStates } from '../domain/request-state.ts';
import { ageBands, languages, roles } from '../domain/vocabulary.ts';

const after = z
  .string()
  .max(200)
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z(#[\w-]+)*$/, 'expected `next` of the page before')
  .optional()
  .describe('Where the page before ended: its `next`.');

export const aboutContactSchema = z.object({
  contactRef: z.string().min(1).max(200).describe('As the client information system names the person.'),
  after,
});

/** Records are kept for 13 months, so a longer time asks for nothing more. */
const daysMost = 400;

const instantOf = (epochMs: number): string => new Date(epochMs).toISOString();

const period = z.object({
  from: periodStart.transform(instantOf).describe('A day in Helsinki, or an instant.'),
  to: periodEnd
    .transform(instantOf)
    .describe(`A day in Helsinki, itself included, or an instant; at most ${daysMost} days after \`from\`.`),
});

const lastsSomeDays = ({ from, to }: z.infer<typeof period>): boolean =>
  from < to && Date.parse(to) - Date.parse(from) <= days(daysMost);

const otherwise = {
  path: ['to'],
  message: `expected a time after from, and at most ${daysMost} days after it`,
};

export const aboutStageSchema = period
  .extend({ stage: z.string().min(1).max(200).describe('Such as `service.ended`, known or not.'), after })
  .refine(lastsSomeDays, otherwise);

export const periodSchema = period.refine(lastsSomeDays, otherwise);

const instant = z.iso.datetime();

/** A decision as administrators see it: in instants and in words, without what identifies. */
export const decisionSchema = z.object({
  decidedAt: instant,
  occurredAt: instant,
  stage: z.string(),
  role: z.enum(roles),
  ageBand: z.enum(ageBands),
  outcome: z.enum(['asked', 'held-back']),
  reason: heldBackReasonSchema
    .nullable()
    .describe('Why nobody was asked, or why the request was withdrawn before it left.'),
  nextPossibleAt: instant.nullable().describe('As far as the gate that held back knows.'),
  dueAt: instant.nullable().describe('When the request leaves now, also where it was moved.'),
  requestState: z.enum(requestStates).nullable(),
  endedAt: instant.nullable(),
  endReason: heldBackReasonSchema.nullable().describe('Why the request was withdrawn.'),
  delivery: z
    .enum(deliveries)
    .nullable()
    .describe('What the mail system has told since, where not all went well.'),
  rule: z.object({ id: z.string(), version: z.int() }).nullable(),
  gates: z
    .array(z.object({ gate: heldBackReasonSchema, passed: z.boolean(), value: gateValueSchema }))
    .describe('In the order in which they were tried.'),
  explanation: z
    .record(z.enum(languages), z.string())
    .describe('Why, and what became of the request, in words and without anything that identifies.'),
});

export const decisionsSchema = z.object({
  decisions: z.array(decisionSchema).max(500),
  next: z.string().nullable().describe('What `after` is of the next page; null where there is none.'),
});

const count = z.int();

const countsSchema = z.object({
  decided: count,
  asked: count,
  heldBack: z.partialRecord(heldBackReasonSchema, count),
  ends: z.partialRecord(z.enum(requestStates), count).describe('How requests ended, when they ended.'),
});

export const decisionSummarySchema = z.object({
  from: instant,
  to: instant,
  stages: z.array(countsSchema.extend({ stage: z.string() })),
  total: countsSchema,
});
