import * as z from 'zod';
import { formAudiences, type FormAudience } from '../form-audience.ts';
import { findPersonalIdentityCodes } from '../personal-identity-code.ts';
import { shownLine } from '../shown-line.ts';
import { formLanguages } from '../vocabulary.ts';
import { agreement, faces, recommendation, wellbeing, type QuestionSet, type Scale } from './question.ts';

const scales: Readonly<Record<Scale['kind'], Scale>> = { agreement, faces, wellbeing, recommendation };

/** So many characters of a key, and of a text, that the widest form still fits a page's budget and a sealed envelope. */
export const keyCharactersMost = 30;
export const textCharactersMost = 150;
/** Seven, and the recommendation. */
export const questionsMost = 8;

/** Names of other fields of the forms, and what the page's script asks of a form, which a field of that name would hide. */
const taken: ReadonlySet<string> = new Set([
  ...['ticket', 'context', 'nonce', 'code', 'comment'],
  ...['reset', 'hidden'],
]);
/** What every object has would be there for whoever has answered nothing. */
const isTaken = (key: string): boolean => taken.has(key) || key in {};

const keySchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected lower-case words with hyphens')
  .max(keyCharactersMost)
  .refine((key) => !isTaken(key), 'expected another name: this one has a meaning of its own');

const textSchema = shownLine(textCharactersMost).describe('May be empty as long as it is a draft.');

/** One question of a draft. */
const draftQuestionSchema = z.strictObject({
  key: keySchema.describe('Names the question for good: what is asked under one key is counted together.'),
  scale: z
    .enum(['agreement', 'faces', 'wellbeing', 'recommendation'])
    .describe('Agreement 1 to 5, faces 1 to 5 for children, wellbeing 1 to 10, recommendation 0 to 10.'),
  text: z.record(z.enum(formLanguages), textSchema),
});
export type DraftQuestion = z.infer<typeof draftQuestionSchema>;

/** A form that an administrator is at work on. */
export const draftSchema = z
  .strictObject({
    questions: z.array(draftQuestionSchema).min(1, 'expected at least one question').max(questionsMost),
    comment: z.boolean().describe("Whether it ends with a field for one's own words."),
    audience: z
      .enum(formAudiences)
      .exactOptional()
      .describe(
        'Whom the page speaks to around the questions: where to turn, what is voluntary. Left out, children where there are faces, and adults elsewhere.',
      ),
  })
  .superRefine((draft, context) => {
    for (const path of findPersonalIdentityCodes(draft))
      context.addIssue({
        code: 'custom',
        path,
        message: 'expected no personal identity code; this value looks like one',
      });
  });
export type Draft = z.infer<typeof draftSchema>;

/** Whom a draft speaks to, where it does not say so itself: only children are asked with faces. */
export const spokenTo = ({ audience, questions }: Draft): FormAudience =>
  audience ?? (questions.some(({ scale }) => scale === 'faces') ? 'child' : 'adult');

/** What a form is called: it stands in links. */
export const formIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected lower-case words with hyphens')
  .max(41);

/** A draft as the version of a form that it becomes. */
export const asVersion = (id: string, version: number, draft: Draft): QuestionSet => ({
  ...{ id, version, audience: spokenTo(draft), comment: draft.comment },
  questions: draft.questions.map(({ key, scale, text: { fi, sv, en, ...formText } }) => ({
    ...{ key, scale: scales[scale], formText },
    text: { fi, sv, en },
  })),
});

/** A version of a form as a draft to begin with. */
export const asDraft = ({ questions, comment, audience }: QuestionSet): Draft => ({
  questions: questions.map(({ key, scale, text, formText }) => ({
    ...{ key, scale: scale.kind },
    text: { ...text, ...formText },
  })),
  ...{ comment, audience },
});

const leftOut = z.unknown().optional().describe('Left out of account.');
/** What answers say of a draft beside the draft itself. */
const stamps = {
  ...{ id: leftOut, version: leftOut, savedAt: leftOut, savedBy: leftOut },
  ...{ faults: leftOut, warnings: leftOut },
};

/** A draft as an administrator sends it: one that was shown can be edited and sent back as it is. */
export const sentDraftSchema = z
  .strictObject({ ...draftSchema.shape, ...stamps })
  .transform((sent): Draft => {
    const { questions, comment } = sent;
    return { questions, comment, audience: spokenTo(sent) };
  })
  .pipe(draftSchema);
