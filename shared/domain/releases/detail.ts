import { responsesMin, total, type ItemTally } from '../tallies/tally.ts';
import { bandOf, meanOf } from './band.ts';

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
 * Whether two respondents who know their own answers could tell from the band of the mean that all others gave the highest
 * answer, or all the lowest.
 */
function isBandTelling(tally: ItemTally): boolean {
  const { from, counts } = tally;
  const to = from + counts.length - 1;
  const others = total(counts) - colludingMost;
  const band = bandOf(meanOf(tally), tally);
  const given = counts.flatMap((count, step) =>
    Array<number>(Math.min(count, colludingMost)).fill(from + step),
  );
  return given.some((one, index) =>
    given.some((another, place) => {
      if (place <= index) return false;
      const least = Math.ceil(total(counts) * band.from - one - another - 1e-9);
      const most = Math.floor(total(counts) * band.to - one - another + 1e-9);
      return least >= others * to || most <= others * from;
    }),
  );
}

/**
 * The most that may be told of a cell, looked at by itself.
 *
 * @param tooFew answers that fewer people than a figure must rest on can have given; infinity where it is not known
 * @param least answers that an administrator demands, where these are more than {@link responsesMin}
 */
export function detailOf(tally: ItemTally, tooFew: number, least: number = responsesMin): Detail {
  const { counts } = tally;
  const responses = total(counts);
  if (responses < Math.max(least, answersMin.band) || responses <= tooFew) return 'none';
  if (responses < answersMin.groups || isUniform(counts)) return isBandTelling(tally) ? 'none' : 'band';
  return responses < answersMin.full ? 'groups' : 'full';
}
