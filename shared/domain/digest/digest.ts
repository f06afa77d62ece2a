import * as z from 'zod';
import { languages } from '../vocabulary.ts';
import { actionsSchema } from './actions.ts';

const range = z.object({ from: z.number(), to: z.number() });
const text = z.record(z.enum(languages), z.string());

/** What was published of one question in one quarter, or in one month. A figure that is not told is null. */
const readingSchema = z.object({
  period: z.string(),
  responses: z.int(),
  mean: z.number().nullable(),
  meanBand: range.nullable().describe('Between which the mean lies, where it is not told itself.'),
  index: z.number().nullable().describe('Recommendation index, −100 to 100.'),
  indexInterval: range
    .nullable()
    .describe('Between which the index would lie in 95 of 100 such samples; null for the past.'),
});
export type Reading = z.infer<typeof readingSchema>;

/** Whose voice it is, or what is asked: means of different groups must not be compared. In the order of the page. */
export const questionGroups = ['statements', 'faces', 'partners', 'wellbeing', 'recommendation'] as const;
export type QuestionGroup = (typeof questionGroups)[number];

const digestQuestionSchema = z.object({
  item: z.string(),
  wording: text,
  group: z.enum(questionGroups),
  scale: range.describe('Both ends of the scale, in whole steps.'),
  readings: z
    .array(readingSchema)
    .min(1)
    .describe(
      'Of a unit one, of the quarter; of an organisation up to three, of its months. Earliest first.',
    ),
  earlier: z
    .array(readingSchema)
    .describe(
      'The latest before the quarter, earliest first: so many that there are at most four periods in all.',
    ),
  distribution: z
    .array(z.int())
    .nullable()
    .describe(
      'How many chose each step, lowest first, in all readings; null where it is not told of each of them.',
    ),
  groups: z
    .tuple([z.int(), z.int(), z.int()])
    .nullable()
    .describe('How many chose a low, a middle and a high step, likewise.'),
});
export type DigestQuestion = z.infer<typeof digestQuestionSchema>;

/** What a unit or an organisation heard in a quarter, and what it answers: published figures only. */
export const digestSchema = actionsSchema.pick({ kind: true, id: true, period: true, pairs: true }).extend({
  name: text,
  releasedOn: z.iso.date().describe('When its figures were last published, or corrected.'),
  isCorrected: z.boolean(),
  responses: range
    .nullable()
    .describe('How many answers the questions have: fewest and most; null where nothing is published.'),
  responsesMin: z.int().describe('Fewest answers of a figure that is shown.'),
  wentWell: z.array(z.string()).describe('Statements whose mean is at least 4 of 5, highest first.'),
  questions: z.array(digestQuestionSchema).describe('By group, what went best first.'),
});
export type Digest = z.infer<typeof digestSchema>;
