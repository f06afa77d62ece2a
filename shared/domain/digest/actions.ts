import * as z from 'zod';
import { quarterSchema } from '../calendar/month.ts';
import { findPersonalIdentityCodes } from '../personal-identity-code.ts';
import { shownLine } from '../shown-line.ts';
import { formLanguages, languages } from '../vocabulary.ts';

/** Enough for what can be kept in mind, and for one page. */
const pairsMost = 5;
const charactersMost = 300;
/** Of a region less, since it is read at the end of a form, on a phone. */
const regionPairsMost = 2;
const regionCharactersMost = 200;

/** A sentence or two. */
const sentence = (most: number) =>
  shownLine(most)
    .refine((text) => text !== '', 'expected a text, or no such language')
    .optional();

const inLanguages = {
  fi: sentence(charactersMost),
  sv: sentence(charactersMost),
  en: sentence(charactersMost),
};
const inFormLanguages = {
  fi: sentence(regionCharactersMost),
  sv: sentence(regionCharactersMost),
  en: sentence(regionCharactersMost),
  'fi-x-selko': sentence(regionCharactersMost),
};

const isSaid = (saying: Partial<Record<string, string | undefined>>): boolean =>
  languages.some((language) => saying[language] !== undefined);
const unsaid = 'expected at least one of the languages fi, sv and en';

/** The same sentence in one language or several. */
const sayingSchema = z.strictObject(inLanguages).refine(isSaid, unsaid);
export type Saying = z.infer<typeof sayingSchema>;
const regionSayingSchema = z.strictObject(inFormLanguages).refine(isSaid, unsaid);
export type RegionSaying = z.infer<typeof regionSayingSchema>;

const languagesOf = (saying: RegionSaying): string[] =>
  formLanguages.filter((language) => saying[language] !== undefined);

/** A reader must get both sides or neither. */
function demandSameLanguages(
  pair: { readonly said: RegionSaying; readonly did: RegionSaying },
  context: z.core.$RefinementCtx,
): void {
  const [said, did] = [languagesOf(pair.said), languagesOf(pair.did)];
  const areBoth = said.length > 0 && did.length > 0;
  if (areBoth && said.join() !== did.join())
    context.addIssue({ code: 'custom', path: ['did'], message: `expected the languages ${said.join(', ')}` });
}

/** What clients said, and what was or will be done about it, in the same languages. */
const pairSchema = z.strictObject({ said: sayingSchema, did: sayingSchema }).superRefine(demandSameLanguages);
export type Pair = z.infer<typeof pairSchema>;

/** The same of a region, in plain Finnish too where somebody has written it. */
export const regionPairSchema = z
  .strictObject({ said: regionSayingSchema, did: regionSayingSchema })
  .superRefine(demandSameLanguages);
export type RegionPair = z.infer<typeof regionPairSchema>;

function demandNoIdentityCodes(sent: unknown, context: z.core.$RefinementCtx): void {
  for (const path of findPersonalIdentityCodes(sent))
    context.addIssue({
      code: 'custom',
      path,
      message: 'expected no personal identity code; this value looks like one',
    });
}

/** What an administrator sends. No text may hold what looks like a personal identity code. */
export const sentActionsSchema = z
  .strictObject({ pairs: z.array(pairSchema).max(pairsMost) })
  .superRefine(demandNoIdentityCodes);

/** The same for a region, whose list is read by whoever has just answered there. */
export const sentRegionActionsSchema = z
  .strictObject({ pairs: z.array(regionPairSchema).max(regionPairsMost) })
  .superRefine(demandNoIdentityCodes);

/** What is sent, whosesoever it is. */
export const anySentActionsSchema = z.union([sentActionsSchema, sentRegionActionsSchema]);
export type SentActions = z.infer<typeof anySentActionsSchema>;

/** "You said, we did": what a unit, an organisation or a region answers to the feedback of a quarter. */
export const actionsSchema = z.object({
  kind: z.enum(['units', 'organisations', 'regions']),
  id: z.string(),
  period: quarterSchema,
  version: z.int().min(1).describe('1, and one more with every save.'),
  pairs: z.array(z.union([pairSchema, regionPairSchema])),
});
export type Actions = z.infer<typeof actionsSchema>;
