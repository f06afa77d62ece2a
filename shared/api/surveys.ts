import * as z from 'zod';
import { formIdSchema } from '../domain/questions/draft.ts';
import { storedDraftSchema } from '../domain/questions/stored-draft.ts';
import { formLanguages } from '../domain/vocabulary.ts';
import { findingSchema } from '../domain/rules/finding.ts';
import { problemSchema } from '../lambda/problem.ts';

/** Many times the longest form that the schema lets pass. */
export const surveyBytesMost = 64 * 1024;

export const surveyPathSchema = z.object({ id: formIdSchema });

const versionNumber = z.int().min(1);

/** What is said of every form in their list. */
export const surveysSchema = z.object({
  surveys: z
    .array(
      z.object({
        id: z.string(),
        current: versionNumber
          .nullable()
          .describe('The version with which people are asked; null where nobody is asked with this form.'),
        draft: versionNumber
          .nullable()
          .describe('The version of its draft, which is its `ETag`; null for none.'),
      }),
    )
    .describe('In alphabetical order.'),
});

/** A draft, and what is to be said of it. */
export const surveyDraftSchema = storedDraftSchema.extend({
  id: z.string(),
  version: z.int().describe('Raised by every save; 0 for a draft that nobody has saved, to begin with.'),
  savedAt: z.iso.datetime().nullable(),
  savedBy: z.string().nullable().describe('The subject of the token.'),
  faults: z.array(findingSchema).describe('What keeps it from being published.'),
  warnings: z
    .array(findingSchema)
    .describe('What may not be meant so. It can be published with its warnings.'),
});

/** A form with all its versions. */
export const surveySchema = z.object({
  id: z.string(),
  current: versionNumber.nullable(),
  versions: z
    .array(
      storedDraftSchema.extend({
        version: versionNumber,
        publishedAt: z.iso.datetime().nullable().describe('Null for a version as Kuultu ships it.'),
        publishedBy: z.string().nullable(),
        isWithdrawn: z.boolean().describe('Whether nobody is asked with it any more.'),
      }),
    )
    .describe('The latest first.'),
  draft: surveyDraftSchema,
});

/** Which version people are asked with, after a change. */
export const surveyStandingSchema = z.object({
  id: z.string(),
  current: versionNumber.nullable(),
  warnings: z.array(findingSchema),
});

/** Where a draft can be tried. */
export const surveyTrialSchema = z.object({
  links: z
    .record(z.enum(formLanguages), z.url())
    .describe('The same form in each language. Whoever has a link can open it; answers are not kept.'),
  until: z.iso.datetime(),
  warnings: z.array(findingSchema),
});

/** The token of a trial, as its link has it. */
export const trialQuerySchema = z.object({
  t: z
    .string()
    .regex(/^[\w-]{22}$/)
    .describe('Opens one trial.'),
});

export const withdrawalSchema = z.strictObject({ version: versionNumber });

/** What keeps a form from being published or withdrawn. */
export const surveyProblemSchema = problemSchema.extend({ errors: z.array(findingSchema).exactOptional() });
