import type { Try } from '../attack.ts';
import { limitOfPairs, limitOfShare } from './limits.ts';

/** The truth that an adversary is after: whose thing is whose, in no order that means anything. */
export type Links = {
  readonly people: readonly string[];
  readonly things: readonly string[];
  /** The thing of each person, by their places in the two lists. */
  readonly thingOf: readonly number[];
  /** What everybody may know of a thing: guesses are compared with guessing among those that share it. */
  readonly conceded: readonly string[];
};

/**
 * What an adversary makes of it: how likely they choose a thing for a person, given by their places. For every person
 * the likelihoods add up to one: an adversary who knows nothing chooses any thing as gladly as any other.
 */
export type Guess = (person: number, thing: number) => number;

/**
 * Scores links. Success is the share of people whose thing is guessed right; chance is what the very same guesses would
 * have been worth on average, had the things been dealt out anew among those that share what is conceded.
 *
 * @param tries of the attack in all
 */
export function judgeLinks(
  name: string,
  guess: Guess,
  { people, thingOf, conceded }: Links,
  tries: number,
): Try {
  const groups = Map.groupBy(thingOf, (thing) => conceded[thing] ?? '');
  let success = 0;
  let chance = 0;
  for (const person of people.keys()) {
    const right = thingOf[person] ?? -1;
    const group = groups.get(conceded[right] ?? '') ?? [];
    success += guess(person, right);
    chance += group.reduce((sum, thing) => sum + guess(person, thing), 0) / group.length;
  }
  const trials = people.length;
  return {
    name,
    success: success / trials,
    chance: chance / trials,
    limit: limitOfShare(chance / trials, trials, tries),
  };
}

/**
 * Scores an order of people against an order of things: of two people and their two things, how often the order tells
 * which is whose. Ties count one half. Only things that share what is conceded are compared.
 */
export function judgePairs(
  name: string,
  ofPerson: readonly number[],
  ofThing: readonly number[],
  { people, thingOf, conceded }: Links,
  tries: number,
): Try {
  const groups = Map.groupBy(people.keys(), (person) => conceded[thingOf[person] ?? -1] ?? '');
  let right = 0;
  let pairs = 0;
  for (const group of groups.values()) {
    for (const [place, one] of group.entries()) {
      for (const other of group.slice(place + 1)) {
        const people = Math.sign((ofPerson[one] ?? 0) - (ofPerson[other] ?? 0));
        const things = Math.sign((ofThing[thingOf[one] ?? -1] ?? 0) - (ofThing[thingOf[other] ?? -1] ?? 0));
        pairs += 1;
        right += people * things === 0 ? 0.5 : people === things ? 1 : 0;
      }
    }
  }
  const sizes = [...groups.values()].map((group) => group.length);
  return { name, success: right / pairs, chance: 0.5, limit: limitOfPairs(sizes, tries) };
}
