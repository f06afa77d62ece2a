import type { FormAudience } from '../form-audience.ts';
import { untranslated, type FormLanguage, type FormTexts } from '../vocabulary.ts';
import { englishByAudience } from './page-texts/audiences/english.ts';
import { finnishByAudience } from './page-texts/audiences/finnish.ts';
import { plainFinnishByAudience } from './page-texts/audiences/plain-finnish.ts';
import { swedishByAudience } from './page-texts/audiences/swedish.ts';
import type { AudienceTexts } from './page-texts/audiences/wording.ts';
import { english } from './page-texts/english.ts';
import { finnish } from './page-texts/finnish.ts';
import { plainFinnish } from './page-texts/plain-finnish.ts';
import { swedish } from './page-texts/swedish.ts';
import type { PageTexts } from './page-texts/wording.ts';

/** Everything that the survey page says, to adults and to whoever it may be. */
export const pageTexts: FormTexts<PageTexts> = {
  fi: finnish,
  sv: swedish,
  en: english,
  'fi-x-selko': plainFinnish,
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};

/** What it says to others in words of their own. */
export const pageTextsByAudience: FormTexts<AudienceTexts> = {
  fi: finnishByAudience,
  sv: swedishByAudience,
  en: englishByAudience,
  'fi-x-selko': plainFinnishByAudience,
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};

/** Whom a page speaks to, and in which language. */
export type Spoken = { readonly language: FormLanguage; readonly audience: FormAudience };

/** Everything that a survey page says in the words that fit whoever reads it. */
export const pageTextsFor = ({ language, audience }: Spoken): PageTexts =>
  audience === 'adult'
    ? pageTexts[language]
    : { ...pageTexts[language], ...pageTextsByAudience[language][audience] };
