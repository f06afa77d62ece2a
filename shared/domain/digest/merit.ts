import type { DigestQuestion, QuestionGroup, Reading } from './digest.ts';

/** Groups of statements, on scales of five steps of which the highest is the best. */
const stated: readonly QuestionGroup[] = ['statements', 'faces', 'partners'];

/** From "mostly agree", or the fourth of five faces. */
const wellFrom = 4;

/** More would praise everything, and nothing. */
const wellMost = 3;

/** Orders what went best first. A band counts by its middle, so two of the same band stay as they were. */
export const byMerit = (a: DigestQuestion, b: DigestQuestion): number => likelyMean(b) - likelyMean(a);

/** Items whose mean is surely high in every reading, highest first: what is claimed must hold, not be likely. */
export const wentWell = (questions: readonly DigestQuestion[]): string[] =>
  questions
    .filter(({ group, readings }) => stated.includes(group) && readings.every(isSurelyHigh))
    .toSorted(byMerit)
    .slice(0, wellMost)
    .map(({ item }) => item);

const isSurelyHigh = ({ mean, meanBand }: Reading): boolean => (mean ?? meanBand?.from ?? 0) >= wellFrom;

function likelyMean({ readings }: DigestQuestion): number {
  const responses = readings.reduce((total, reading) => total + reading.responses, 0);
  return readings.reduce((total, reading) => total + middleOf(reading) * reading.responses, 0) / responses;
}

const middleOf = ({ mean, meanBand }: Reading): number =>
  mean ?? (meanBand === null ? 0 : (meanBand.from + meanBand.to) / 2);
