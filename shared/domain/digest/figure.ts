import type { Range } from '../releases/release.ts';
import type { Language } from '../vocabulary.ts';
import type { Reading } from './digest.ts';
import { numeral, numeralRange } from './spelling.ts';
import { digestTexts } from './texts.ts';

/** What is told of a question on a scale: the mean of the answers, or the recommendation index. */
export type Figure = 'mean' | 'index';

/** A figure as it is told: itself, perhaps with an interval, or only the range in which it lies. */
export type Told = { readonly spelt: (language: Language) => string } & (
  { readonly point: number; readonly range: Range | null } | { readonly point: null; readonly range: Range }
);

/** @returns undefined where nothing is told of it */
export function figureIn(
  { mean, meanBand, index, indexInterval }: Reading,
  figure: Figure,
): Told | undefined {
  if (figure === 'index') return index === null ? undefined : exact(index, indexInterval, 0);
  if (mean !== null) return exact(mean, null, 1);
  if (meanBand === null) return undefined;
  return { point: null, range: meanBand, spelt: (language) => numeralRange(meanBand, language) };
}

const exact = (point: number, range: Range | null, decimals: number): Told => ({
  point,
  range,
  spelt: (language) => numeral(point, language, decimals),
});

/** A figure with its name. @returns undefined where nothing is told of it */
export function figureInWords(reading: Reading, figure: Figure, language: Language): string | undefined {
  const { mean, meanBetween, index } = digestTexts[language];
  const told = figureIn(reading, figure);
  if (told === undefined) return undefined;
  const { point, range } = told;
  if (point === null) return meanBetween(numeral(range.from, language), numeral(range.to, language));
  const value = told.spelt(language);
  return figure === 'mean' ? mean(value) : index(value, range && numeralRange(range, language));
}
