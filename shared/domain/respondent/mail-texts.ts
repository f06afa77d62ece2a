import { untranslated, type FormTexts } from '../vocabulary.ts';
import { english } from './mail-texts/english.ts';
import { finnish } from './mail-texts/finnish.ts';
import { plainFinnish } from './mail-texts/plain-finnish.ts';
import { swedish } from './mail-texts/swedish.ts';
import type { MailWording } from './mail-texts/wording.ts';

/** Everything that requests by mail say. */
export const mailTexts: FormTexts<MailWording> = {
  fi: finnish,
  sv: swedish,
  en: english,
  'fi-x-selko': plainFinnish,
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};
