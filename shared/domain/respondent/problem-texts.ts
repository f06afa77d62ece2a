import { untranslated, type FormTexts } from '../vocabulary.ts';
import { english } from './problem-texts/english.ts';
import { finnish } from './problem-texts/finnish.ts';
import { plainFinnish } from './problem-texts/plain-finnish.ts';
import { swedish } from './problem-texts/swedish.ts';
import type { ProblemTexts } from './problem-texts/wording.ts';

/** What people are told where something is refused or fails. */
export const problemTexts: FormTexts<ProblemTexts> = {
  fi: finnish,
  sv: swedish,
  en: english,
  'fi-x-selko': plainFinnish,
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};
