import * as z from 'zod';
import { total, type ItemTally } from '../tallies/tally.ts';
import { bandOf, meanOf } from './band.ts';
import { tellsAtLeast, type ToldDetail } from './detail.ts';

/** Two ends of what a figure may be, both included. */
const rangeSchema = z.object({ from: z.number(), to: z.number() });
export type Range = z.infer<typeof rangeSchema>;

/** What is told of the answers to one question. Null is what is not told. */
export const figuresSchema = z.object({
  responses: z.int(),
  distribution: z
    .array(z.int())
    .nullable()
    .describe('How many chose each step, lowest first: from 20 answers.'),
  groups: z
    .tuple([z.int(), z.int(), z.int()])
    .nullable()
    .describe('How many chose a low, a middle and a high step: from 10 answers.'),
  mean: z.number().nullable().describe('To one decimal: from 10 answers.'),
  meanBand: rangeSchema.nullable().describe('Between which the mean lies, where it is not told itself.'),
  index: z
    .int()
    .nullable()
    .describe(
      'Recommendation index, −100 to 100, to the nearest 5: from 10 answers to a recommendation question.',
    ),
  indexInterval: rangeSchema
    .nullable()
    .describe('Between which the index would lie in 95 of 100 such samples, outwards to the next 5.'),
});
export type Figures = z.infer<typeof figuresSchema>;

export function figuresOf(tally: ItemTally, detail: ToldDetail): Figures {
  const responses = total(tally.counts);
  const mean = meanOf(tally);
  const hasGroups = tellsAtLeast(detail, 'groups');
  const isIndexed = hasGroups && isRecommendation(tally);
  const index = 100 * shareMore(tally);
  return {
    responses,
    distribution: detail === 'full' ? [...tally.counts] : null,
    groups: hasGroups ? groupsOf(tally) : null,
    mean: hasGroups ? Math.round(mean * 10) / 10 : null,
    meanBand: hasGroups ? null : bandOf(mean, tally),
    index: isIndexed ? toFive(index, Math.round) : null,
    indexInterval: isIndexed ? indexIntervalOf(tally) : null,
  };
}

/** Whether it is the scale from 0 to 10, which asks nothing but how likely one would recommend. */
export const isRecommendation = ({ from, counts }: ItemTally): boolean => from === 0 && counts.length === 11;

/** Steps of the middle group, by the number of steps: 3 of 5; 5 to 7 of 1 to 10; 7 and 8 of 0 to 10. */
export const middleOf = (steps: number): readonly [number, number] => {
  if (steps === 11) return [7, 9];
  if (steps === 10) return [4, 7];
  const middle = Math.floor(steps / 2);
  return [middle, steps - middle];
};

/** Low, middle and high. Of a recommendation: detractors (0 to 6), passives (7, 8) and promoters (9, 10). */
export function groupsOf({ counts }: ItemTally): [number, number, number] {
  const [middle, high] = middleOf(counts.length);
  return [total(counts.slice(0, middle)), total(counts.slice(middle, high)), total(counts.slice(high))];
}

/** Promoters less detractors, as a share of all. */
function shareMore(tally: ItemTally): number {
  const [detractors, , promoters] = groupsOf(tally);
  return (promoters - detractors) / total(tally.counts);
}

const toFive = (value: number, round: (value: number) => number): number => round(value / 5) * 5 + 0;

/** By the normal approximation for the difference of two shares of one sample. */
function indexIntervalOf(tally: ItemTally): Range {
  const responses = total(tally.counts);
  const [detractors, , promoters] = groupsOf(tally);
  const index = shareMore(tally);
  const variance = (promoters + detractors) / responses - index ** 2;
  const half = 1.96 * Math.sqrt(Math.max(variance, 0) / responses);
  return {
    from: Math.max(-100, toFive(100 * (index - half), Math.floor)),
    to: Math.min(100, toFive(100 * (index + half), Math.ceil)),
  };
}
