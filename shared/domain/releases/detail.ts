import { responsesMin, total, type ItemTally } from '../reports/tally.ts';

/**
 * How much of a cell is told, least first: nothing; how many answered and a band of the mean; the mean, the index and
 * three groups; how often each step was chosen.
 */
export const details = ['none', 'band', 'groups', 'full'] as const;
export type Detail = (typeof details)[number];

/** What is told, from {@link details} but `none`. */
export type ToldDetail = Exclude<Detail, 'none'>;

/** Fewest answers of which so much may be told. */
export const answersMin: Readonly<Record<ToldDetail, number>> = { band: responsesMin, groups: 10, full: 20 };

/** Fewest answers of a cell that everyone may see. */
export const publicAnswersMin = 20;

/** Whether one detail tells at least as much as another. */
export const tellsAtLeast = (detail: Detail, least: Detail): boolean =>
  details.indexOf(detail) >= details.indexOf(least);

/** Most respondents who may put what they know of their own answers together, and still learn nothing of others. */
const colludingMost = 2;

/** Whether those of whom one does not know have all answered alike, for somebody who knows of up to two. */
export const isUniform = (counts: readonly number[]): boolean =>
  Math.max(...counts) >= total(counts) - colludingMost;

/**
 * The most that may be told of a cell, looked at by itself.
 *
 * @param tooFew answers that fewer people than a figure must rest on can have given; infinity where it is not known
 * @param least answers that an administrator demands, where these are more than {@link responsesMin}
 */
export function detailOf({ counts }: ItemTally, tooFew: number, least: number = responsesMin): Detail {
  const responses = total(counts);
  if (responses < Math.max(least, answersMin.band) || responses <= tooFew) return 'none';
  if (responses < answersMin.groups || isUniform(counts)) return 'band';
  return responses < answersMin.full ? 'groups' : 'full';
}
