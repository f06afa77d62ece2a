import type { Language } from '../vocabulary.ts';
import { english } from './texts/english.ts';
import { finnish } from './texts/finnish.ts';
import { swedish } from './texts/swedish.ts';
import type { DigestTexts } from './texts/wording.ts';

/** Everything that a digest says. */
export const digestTexts: Readonly<Record<Language, DigestTexts>> = { fi: finnish, sv: swedish, en: english };
