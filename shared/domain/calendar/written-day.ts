import type { Language } from '../vocabulary.ts';
import { timeZone } from './month.ts';

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fi: new Intl.DateTimeFormat('fi', { dateStyle: 'long', timeZone }),
  sv: new Intl.DateTimeFormat('sv-FI', { dateStyle: 'long', timeZone }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }),
};

/** A day in Helsinki in words, such as `2 March 2026`. @param instantMs epoch milliseconds */
export const writtenDay = (language: Language, instantMs: number): string =>
  formats[language].format(instantMs);
