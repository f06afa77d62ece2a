import * as fc from 'fast-check';

/**
 * Random choices, taken one after another from numbers that fast-check has drawn. A zero is always the plainest choice,
 * so that a counterexample shrinks towards what anybody would have tried first. Much faster than an arbitrary for every
 * field, and a history has hundreds.
 */
export class Dice {
  readonly #numbers: Uint16Array;
  #next = 0;

  constructor(numbers: Uint16Array) {
    this.#numbers = numbers;
  }

  /** A whole number from 0 up to and without another. */
  below(count: number): number {
    const drawn = this.#numbers[this.#next % this.#numbers.length] ?? 0;
    this.#next += 1;
    return Math.floor((drawn * count) / 65_536);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True so many times out of a hundred; false where the number is zero. */
  happens(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  pick<Choice>(choices: readonly Choice[]): Choice {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new RangeError('nothing to pick from');
    return choice;
  }
}

/** Numbers for so many choices. */
export const numbers = (count: number): fc.Arbitrary<Uint16Array> =>
  fc.noBias(fc.uint16Array({ minLength: count, maxLength: count }));
