import { untranslated, type FormTexts } from '../vocabulary.ts';
import { english } from './preferences-texts/english.ts';
import { finnish } from './preferences-texts/finnish.ts';
import { plainFinnish } from './preferences-texts/plain-finnish.ts';
import { swedish } from './preferences-texts/swedish.ts';
import type { PreferencesTexts } from './preferences-texts/wording.ts';

/** Everything that the preferences page says. */
export const preferencesTexts: FormTexts<PreferencesTexts> = {
  fi: finnish,
  sv: swedish,
  en: english,
  'fi-x-selko': plainFinnish,
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};

/** Why a request came, in words; a stage that is not known here has words of its own. */
export function whyIn({ why }: PreferencesTexts, stage: string): string {
  return Object.entries(why).find(([name]) => name === stage)?.[1] ?? why.other;
}
