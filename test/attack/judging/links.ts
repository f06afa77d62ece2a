import { drawsFor, type Draws } from '../../../local/simulation/draws.ts';
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

/** How well a thing goes with a person, given by their places: more is better, and only differences count. */
export type Fit = (person: number, thing: number) => number;

/**
 * Scores how well an adversary tells people apart: of two people and their two things, how often the better fit says
 * which is whose. No preference counts one half. Only people whose things share what is conceded are compared.
 */
export function judgePairs(name: string, fit: Fit, { people, thingOf, conceded }: Links, tries: number): Try {
  const groups = [...Map.groupBy(people.keys(), (person) => conceded[thingOf[person] ?? -1] ?? '').values()];
  const right = (things: readonly number[]): number => {
    let points = 0;
    let pairs = 0;
    for (const group of groups) {
      for (const [place, one] of group.entries()) {
        for (const other of group.slice(place + 1)) {
          const [ofOne = -1, ofOther = -1] = [things[one], things[other]];
          const better = fit(one, ofOne) + fit(other, ofOther) - fit(one, ofOther) - fit(other, ofOne);
          points += Math.abs(better) < 1e-9 ? 0.5 : better > 0 ? 1 : 0;
          pairs += 1;
        }
      }
    }
    return points / pairs;
  };
  const blind = Array.from({ length: deals }, (_, deal) =>
    right(dealtAnew(thingOf, groups, drawsFor('pairs', deal))),
  );
  return { name, success: right(thingOf), chance: 0.5, limit: limitOfPairs(blind, tries) };
}

/** How often things are dealt out anew, to see how far blind guessing strays. */
const deals = 200;

/** Deals everybody a thing of somebody of their group, all deals as likely. */
function dealtAnew(
  thingOf: readonly number[],
  groups: readonly (readonly number[])[],
  draws: Draws,
): number[] {
  const things = [...thingOf];
  for (const group of groups) {
    const left = group.map((person) => thingOf[person] ?? -1);
    for (const person of group) things[person] = left.splice(draws.between(0, left.length - 1), 1)[0] ?? -1;
  }
  return things;
}
