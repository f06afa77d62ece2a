import type { Language } from '../vocabulary.ts';
import { english } from './preferences-texts/english.ts';
import { finnish } from './preferences-texts/finnish.ts';
import { swedish } from './preferences-texts/swedish.ts';
import type { PreferencesTexts } from './preferences-texts/wording.ts';

/** Everything that the preferences page says. */
export const preferencesTexts: Readonly<Record<Language, PreferencesTexts>> = {
  fi: finnish,
  sv: swedish,
  en: english,
};

/** Why a request came, in words; a stage that is not known here has words of its own. */
export function whyIn({ why }: PreferencesTexts, stage: string): string {
  return Object.entries(why).find(([name]) => name === stage)?.[1] ?? why.other;
}
