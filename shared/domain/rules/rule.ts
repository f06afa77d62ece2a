import * as z from 'zod';
import { ageBands, holdReasons, languages, roles, stages } from '../vocabulary.ts';

const days = (least: number, most: number) => z.int().min(least).max(most);
const hour = z.int().min(0).max(24);

/** Who is asked with which question set. Without age bands, every age from the rule's youngest on. */
const audienceSchema = z.strictObject({
  role: z.enum(roles),
  ageBands: z.array(z.enum(ageBands)).min(1).optional(),
  questionSet: z.string().min(1).max(60),
});
export type Audience = z.infer<typeof audienceSchema>;

/** When a request may leave: local hours of a weekday in Helsinki, first hour included, last excluded. */
const sendingWindowSchema = z.strictObject({
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1, 'expected at least one weekday')
    .describe('ISO weekdays, Monday 1 to Sunday 7.'),
  fromHour: hour,
  toHour: hour,
  publicHolidays: z.boolean().describe('Whether a request may leave on a public holiday.'),
});
export type SendingWindow = z.infer<typeof sendingWindowSchema>;

/** At most so many asks in any so many days that follow each other, whatever they are about. */
const capSchema = z.strictObject({ most: z.int().min(1).max(1000), days: days(1, 366) });
export type Cap = z.infer<typeof capSchema>;

/**
 * What an administrator writes: which stage asks whom, what, when, and how seldom. Days are calendar days in Helsinki
 * where they delay or cap, and of 24 hours where they keep two asks apart.
 */
export const ruleDraftSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words with hyphens')
    .max(60),
  stage: z.enum(stages),
  enabled: z.boolean(),
  audiences: z.array(audienceSchema).min(1, 'expected at least one audience').max(20),
  youngestAgeBand: z.enum(ageBands),
  fallbackLanguage: z
    .enum(languages)
    .nullable()
    .describe(
      "The language of the form where the recipient's own has none; null asks nobody who would need it.",
    ),
  delayDays: days(0, 180),
  window: sendingWindowSchema,
  expiresAfterDays: days(1, 60).describe(
    'A request that could not leave within so many days after its delay is dropped.',
  ),
  minimumGapDays: days(1, 366).describe('Between any two asks to one person.'),
  stageGapDays: days(1, 366).describe(
    'Between two asks to one person about the same stage of the same case.',
  ),
  personCap: capSchema,
  householdCap: capSchema.describe('Of all who are asked as members of one household. Workers are not.'),
  caseCap: capSchema.describe('Of all who are asked about one case. Workers do not count.'),
  worker: z
    .strictObject({ minimumGapDays: days(1, 366), cap: capSchema })
    .describe("What holds for county workers and providers' workers in place of the person's gap and cap."),
  holdDays: z
    .strictObject({
      'emergency-placement': days(0, 366),
      'taking-into-care': days(0, 366),
      'restriction-decision': days(0, 366),
      bereavement: days(0, 366),
      other: days(0, 366),
    } satisfies Record<(typeof holdReasons)[number], z.ZodType>)
    .describe(
      'How long each hard moment keeps everybody of the case from being asked, unless it ends before.',
    ),
  priority: z
    .int()
    .min(0)
    .max(100)
    .describe('A stage with a higher priority that is known to come near makes this one yield.'),
  samplePercent: z
    .int()
    .min(1, 'expected 1 to 100; turn the rule off to ask nobody')
    .max(100)
    .describe('Of every hundred people, how many are asked at this stage at all: always the same ones.'),
  unitDailyCap: z
    .int()
    .min(1)
    .max(10_000)
    .nullable()
    .describe('At most so many asks about one unit that leave on one day; null for no such cap.'),
});
export type RuleDraft = z.infer<typeof ruleDraftSchema>;

/** A stage rule as it was saved: every save is a new version. */
export const ruleSchema = ruleDraftSchema.extend({ version: z.int().min(1) });
export type Rule = z.infer<typeof ruleSchema>;
