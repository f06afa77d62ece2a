import { untranslated, type FormTexts } from '../vocabulary.ts';
import { english } from './page-texts/english.ts';
import { finnish } from './page-texts/finnish.ts';
import { plainFinnish } from './page-texts/plain-finnish.ts';
import { swedish } from './page-texts/swedish.ts';
import type { PageTexts } from './page-texts/wording.ts';

/** Everything that the survey page says. */
export const pageTexts: FormTexts<PageTexts> = {
  fi: finnish,
  sv: swedish,
  en: english,
  'fi-x-selko': plainFinnish,
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};
