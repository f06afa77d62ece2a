import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that can be had again: the same seed gives the same draws in the same order. */
export type Draws = {
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** A whole number, both bounds included. */
  between(from: number, to: number): number;
  oneOf<Option>(options: readonly Option[]): Option;
  /** An option, as often as its weight says against the weights of the others. */
  weighted<Option>(options: readonly (readonly [Option, weight: number])[]): Option;
};

/** @param seed names the sequence; each part counts, so that neighbours such as days 1 and 2 share nothing */
export function drawsFor(...seed: readonly (string | number)[]): Draws {
  const digest = createHash('sha256').update(JSON.stringify(seed)).digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)));
  const fraction = (): number => uniformFloat64(generator);
  return {
    chance: (probability) => fraction() < probability,
    between: (from, to) => uniformInt(generator, from, to),
    oneOf: (options) => {
      const option = options[uniformInt(generator, 0, options.length - 1)];
      if (option === undefined) throw new RangeError('there is nothing to draw from');
      return option;
    },
    weighted: (options) => drawWeighted(options, fraction()),
  };
}

function drawWeighted<Option>(options: readonly (readonly [Option, number])[], fraction: number): Option {
  let left = fraction * options.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [option, weight] of options) {
    left -= weight;
    if (left < 0) return option;
  }
  const last = options.at(-1);
  // Rounding can leave a hair's breadth over at the end.
  if (last === undefined) throw new RangeError('there is nothing to draw from');
  return last[0];
}
