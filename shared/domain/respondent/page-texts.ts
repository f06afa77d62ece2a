import type { Language } from '../vocabulary.ts';
import { english } from './page-texts/english.ts';
import { finnish } from './page-texts/finnish.ts';
import { swedish } from './page-texts/swedish.ts';
import type { PageTexts } from './page-texts/wording.ts';

/** Everything that the survey page says. */
export const pageTexts: Readonly<Record<Language, PageTexts>> = { fi: finnish, sv: swedish, en: english };
