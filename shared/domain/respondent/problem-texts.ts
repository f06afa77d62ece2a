import type { Language } from '../vocabulary.ts';
import { english } from './problem-texts/english.ts';
import { finnish } from './problem-texts/finnish.ts';
import { swedish } from './problem-texts/swedish.ts';
import type { ProblemTexts } from './problem-texts/wording.ts';

/** What people are told where something is refused or fails. */
export const problemTexts: Readonly<Record<Language, ProblemTexts>> = {
  fi: finnish,
  sv: swedish,
  en: english,
};
