import { quarterSchema } from '../calendar/month.ts';
import type { Range } from '../releases/release.ts';
import type { Language } from '../vocabulary.ts';
import { digestTexts } from './texts.ts';

/**
 * A figure as a language writes it: with a decimal comma in Finnish and Swedish, and a real minus sign.
 *
 * @param decimals how many; as many as it has when absent
 */
export function numeral(value: number, language: Language, decimals?: number): string {
  const text = (decimals === undefined ? String(value) : value.toFixed(decimals)).replace('-', '−');
  return language === 'en' ? text : text.replace('.', ',');
}

/** Two ends, or one where they are the same. A minus sign keeps its distance from the dash. */
export function numeralRange({ from, to }: Range, language: Language): string {
  const [first, last] = [numeral(from, language), numeral(to, language)];
  if (from === to) return first;
  return from < 0 || to < 0 ? `${first}\u00a0–\u00a0${last}` : `${first}–${last}`;
}

/** A quarter by its months, such as `tammi–maaliskuu 2026`; a month by its name. */
export function periodName(period: string, language: Language): string {
  const { months, quarter } = digestTexts[language];
  const year = period.slice(0, 4);
  const name = (month: number): string => months[month - 1] ?? '';
  if (!isQuarter(period)) return `${name(Number(period.slice(5)))} ${year}`;
  const last = 3 * quarterNumber(period);
  return quarter(name(last - 2), name(last), year);
}

/** The same in a few letters. */
export function shortPeriodName(period: string, language: Language): string {
  const { shortMonth, shortQuarter } = digestTexts[language];
  const year = period.slice(0, 4);
  return isQuarter(period)
    ? shortQuarter(quarterNumber(period), year)
    : shortMonth(Number(period.slice(5)), year);
}

const isQuarter = (period: string): boolean => quarterSchema.safeParse(period).success;
const quarterNumber = (period: string): number => Number(period.slice(-1));
