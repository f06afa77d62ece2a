import type { Combination } from './linear-program.ts';
import type { Interval } from './table.ts';

/**
 * Which sums, each so often, tell that a cell is no less and no more than this. Added up they leave the cell and others
 * that cannot be negative.
 */
export type Proof = { readonly least: Combination; readonly most: Combination };

/**
 * What is learned of a cell. `open`: it can lie at both ends of this interval, which is as much as was asked for; perhaps
 * beyond. `bounded`: it can lie at both ends, and nowhere outside.
 */
export type Learned =
  | { readonly kind: 'open'; readonly interval: Interval }
  | { readonly kind: 'bounded'; readonly interval: Interval; readonly proof: Proof }
  | { readonly kind: 'unsolved' };

/** Whether an interval is as much as must be left open of a cell. */
export type IsEnough = (cell: number, interval: Interval) => boolean;

/** Demands the whole interval of every cell. */
export const nothingIsEnough: IsEnough = () => false;

/** No sum at all: nothing is less than zero, and there may be no end to it. */
export const nothing: Combination = new Map();

/** @param interval of any numbers: what is learned are the whole ones in it */
export function asLearned(cell: number, interval: Interval, proof: Proof, isEnough: IsEnough): Learned {
  const whole = inwards(interval);
  return isEnough(cell, whole)
    ? { kind: 'open', interval: whole }
    : { kind: 'bounded', interval: whole, proof };
}

/** How far a solver's number may be from a whole one and still mean it. */
export const tolerance = 1e-6;

/** Adding zero makes zero of its negative, which is not the same to everybody. */
export const inwards = ({ from, to }: Interval): Interval => ({
  from: Math.ceil(from - tolerance) + 0,
  to: Math.floor(to + tolerance) + 0,
});
