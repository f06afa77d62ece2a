import type { Language } from '../vocabulary.ts';
import { english } from './mail-texts/english.ts';
import { finnish } from './mail-texts/finnish.ts';
import { swedish } from './mail-texts/swedish.ts';
import type { MailWording } from './mail-texts/wording.ts';

/** Everything that requests by mail say. */
export const mailTexts: Readonly<Record<Language, MailWording>> = { fi: finnish, sv: swedish, en: english };
