import * as z from 'zod';
import { quarterSchema } from '../calendar/month.ts';
import { findPersonalIdentityCodes } from '../personal-identity-code.ts';
import { languages, type Language } from '../vocabulary.ts';

/** Enough for what can be kept in mind, and for one page. */
const pairsMost = 5;
const charactersMost = 300;

/** A sentence or two. Line breaks become spaces. */
const sentence = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'expected a text, or no such language')
      .max(charactersMost)
      .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/, 'expected no control characters'),
  );

/** The same sentence in one language or several. */
const sayingSchema = z
  .strictObject({ fi: sentence.optional(), sv: sentence.optional(), en: sentence.optional() })
  .refine((saying) => languagesOf(saying).length > 0, 'expected at least one of the languages fi, sv and en');
export type Saying = z.infer<typeof sayingSchema>;

const languagesOf = (saying: Readonly<Partial<Record<Language, string | undefined>>>): Language[] =>
  languages.filter((language) => saying[language] !== undefined);

/** What clients said, and what was or will be done about it, in the same languages: a reader must get both or neither. */
const pairSchema = z.strictObject({ said: sayingSchema, did: sayingSchema }).superRefine((pair, context) => {
  const [said, did] = [languagesOf(pair.said), languagesOf(pair.did)];
  const areBoth = said.length > 0 && did.length > 0;
  if (areBoth && said.join() !== did.join())
    context.addIssue({ code: 'custom', path: ['did'], message: `expected the languages ${said.join(', ')}` });
});
export type Pair = z.infer<typeof pairSchema>;

/** What an administrator sends. No text may hold what looks like a personal identity code. */
export const sentActionsSchema = z
  .strictObject({ pairs: z.array(pairSchema).max(pairsMost) })
  .superRefine((sent, context) => {
    for (const path of findPersonalIdentityCodes(sent))
      context.addIssue({
        code: 'custom',
        path,
        message: 'expected no personal identity code; this value looks like one',
      });
  });
export type SentActions = z.infer<typeof sentActionsSchema>;

/** "You said, we did": what a unit or an organisation answers to the feedback of a quarter. */
export const actionsSchema = z.object({
  kind: z.enum(['units', 'organisations']),
  id: z.string(),
  period: quarterSchema,
  version: z.int().min(1).describe('1, and one more with every save.'),
  pairs: z.array(pairSchema),
});
export type Actions = z.infer<typeof actionsSchema>;
