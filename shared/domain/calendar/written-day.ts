import type { FormLanguage } from '../vocabulary.ts';
import { timeZone } from './month.ts';

const finnish = new Intl.DateTimeFormat('fi', { dateStyle: 'long', timeZone });

const formats: Readonly<Record<FormLanguage, Intl.DateTimeFormat>> = {
  fi: finnish,
  sv: new Intl.DateTimeFormat('sv-FI', { dateStyle: 'long', timeZone }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }),
  'fi-x-selko': finnish,
};

/** A day in Helsinki in words, such as `2 March 2026`. @param instantMs epoch milliseconds */
export const writtenDay = (language: FormLanguage, instantMs: number): string =>
  formats[language].format(instantMs);
