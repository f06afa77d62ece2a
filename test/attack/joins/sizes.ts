import type { Try } from '../attack.ts';
import { judgePairs, type Links } from '../judging/links.ts';
import type { Item } from '../world/dumps.ts';

/* Joins on size: who was asked with a longer form has more to say, and needs more room. */

/** The probability of each length that an answer to a form may have, over what every answer has. */
type Lengths = ReadonlyMap<number, number>;

/** What is known of how people answer: it is the same for everybody. */
const skips = 0.1;
const writes = 0.3;
const longestComment = 300;
/** What an envelope holds beside the answers, but for its padding: the wrapped key, the IV, the tag, and the context. */
export const envelopeBytes = 384 + 12 + 16;
const around = envelopeBytes + '{"context":"0123456789ab","answers":{}}'.length - 1;
/** Nothing is impossible. */
const least = 1e-6;

/** @param keys of the questions of a form */
function lengthsOf(keys: readonly string[]): Lengths {
  let lengths = new Map([[0, 1]]);
  for (const key of keys) {
    const next = new Map<number, number>();
    const add = (length: number, probability: number): void => {
      next.set(length, (next.get(length) ?? 0) + probability);
    };
    for (const [length, probability] of lengths) {
      add(length, probability * skips);
      // As in `"heard":4,`.
      add(length + key.length + 5, probability * (1 - skips));
    }
    lengths = next;
  }
  return lengths;
}

/** How likely it is that somebody's answers are so long. One character more is a ten. */
function likelihood(lengths: Lengths, long: number): number {
  const mute = (lengths.get(long) ?? 0) + 0.2 * (lengths.get(long - 1) ?? 0);
  return Math.log((1 - writes) * mute + writes / longestComment + least);
}

/** Every size that items have, by the attribute that has it. */
const sizesOf = (items: readonly Item[]): (readonly [string, readonly number[]])[] =>
  [...new Set(items.flatMap((item) => Object.keys(item)))].flatMap((key) => {
    const values = items.map((item) => item[key]);
    if (!values.every((value) => typeof value === 'string' || value instanceof Uint8Array)) return [];
    return [[key, values.map(({ length }) => length)] as const];
  });

/**
 * Tells people apart by how much they had to say.
 *
 * @param forms keys of the questions that each person was asked
 */
export function joinOnSizes(
  what: string,
  forms: readonly (readonly string[])[],
  things: readonly Item[],
  links: Links,
): Try[] {
  const lengths = forms.map(lengthsOf);
  const sizes = sizesOf(things);
  return sizes.map(([key, ofThings]) => {
    const fit = (person: number, thing: number): number =>
      likelihood(lengths[person] ?? new Map(), (ofThings[thing] ?? 0) - around);
    return judgePairs(`${what} told apart by the size of ${key}`, fit, links, sizes.length);
  });
}
