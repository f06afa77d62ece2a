import { untranslated, type FormTexts, type Language } from '../vocabulary.ts';
import type { FormOnlyText } from './question.ts';
import { plainFinnish } from './wordings/plain-finnish.ts';

/** What the bank calls its questions. */
export type ItemKey = keyof typeof plainFinnish;

/** The questions of the bank in one language. */
export type BankWordings = Readonly<Record<ItemKey, string>>;

/** The bank in the languages that only forms have, and slots for those that are awaited. */
export const wordings: Omit<FormTexts<BankWordings>, Language> = {
  'fi-x-selko': plainFinnish,
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};

/** A question of the bank in the languages that only forms have. */
export const formTextOf = (key: ItemKey): FormOnlyText => ({ 'fi-x-selko': wordings['fi-x-selko'][key] });
