import * as z from 'zod';
import { formLanguages } from '../vocabulary.ts';
import { draftSchema } from './draft.ts';

const { comment, audience, questions } = draftSchema.shape;

/**
 * A draft, or a version that it became, as it lies in a table. It was checked before it was saved, by the limits and languages of
 * its day, and is read for as long as answers may come: so nothing of that is checked again. A language that came later has an
 * empty text, and one that has gone is left out.
 */
export const storedDraftSchema = z.object({
  questions: z.array(
    z.object({
      key: z.string(),
      scale: questions.element.shape.scale,
      text: z
        .record(z.string(), z.string())
        .transform((texts) =>
          Object.fromEntries(formLanguages.map((language) => [language, texts[language] ?? ''])),
        )
        .pipe(z.record(z.enum(formLanguages), z.string())),
    }),
  ),
  comment,
  audience,
});
