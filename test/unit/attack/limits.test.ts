/**
 * The statistics by which attacks are judged. Exact bounds are compared with sums in whole numbers; guesses that know
 * everything, nothing, and half of it get what they are worth; and blind guessers, dealt again and again from fixed
 * seeds, stay within their limit, which somebody who knows a little does not.
 */
import { describe, expect, it } from 'vitest';
import { drawsFor, type Draws } from '../../../local/simulation/draws.ts';
import { judgeLinks, judgePairs, type Links } from '../../attack/judging/links.ts';
import { binomialBound, limitOfShare } from '../../attack/judging/limits.ts';
import { matchInOrder, placesOf, reversed } from '../../attack/judging/orders.ts';

/** Probability of more than `count` heads among `trials` throws of a coin, in whole numbers up to the last division. */
function exceedingWithCoins(count: number, trials: number): number {
  let ways = 1n;
  let above = 0n;
  for (let heads = 0; heads <= trials; heads += 1) {
    if (heads > count) above += ways;
    ways = (ways * BigInt(trials - heads)) / BigInt(heads + 1);
  }
  return Number((above * 10n ** 20n) / 2n ** BigInt(trials)) / 1e20;
}

/** Any order, all as likely. */
function dealt(count: number, draws: Draws): number[] {
  const left = Array.from({ length: count }, (_, place) => place);
  return Array.from({ length: count }, () => left.splice(draws.between(0, left.length - 1), 1)[0] ?? 0);
}

const linksOf = (thingOf: readonly number[], conceded: (thing: number) => string = () => 'all'): Links => ({
  people: thingOf.map((_, person) => `person-${person}`),
  things: thingOf.map((_, thing) => `thing-${thing}`),
  thingOf,
  conceded: thingOf.map((_, thing) => conceded(thing)),
});

describe('the bound of blind guessing', () => {
  it.each([
    [30, 1e-3],
    [100, 1e-6],
    [400, 1e-9],
  ])('of %d coins is exact at %d', (trials, alpha) => {
    const bound = binomialBound(0.5, trials, alpha);
    expect(exceedingWithCoins(bound, trials)).toBeLessThanOrEqual(alpha);
    expect(exceedingWithCoins(bound - 1, trials)).toBeGreaterThan(alpha);
  });

  it('is two in a hundred above chance where there are many trials, and more where there are few', () => {
    expect(limitOfShare(0.1, 100_000)).toBeCloseTo(0.12);
    expect(limitOfShare(0.1, 50)).toBeGreaterThan(0.3);
    expect(limitOfShare(0, 50)).toBe(0.02);
  });
});

describe('links', () => {
  const truth = linksOf(dealt(60, drawsFor('truth')), (thing) => `month-${thing % 3}`);

  it('are all right for who knows, and by chance for who does not', () => {
    const knowing = judgeLinks(
      'knows',
      (person, thing) => (truth.thingOf[person] === thing ? 1 : 0),
      truth,
      1,
    );
    expect(knowing.success).toBe(1);
    expect(knowing.chance).toBeCloseTo(1 / 20);
    expect(knowing.success).toBeGreaterThan(knowing.limit);
    const blind = judgeLinks('blind', () => 1 / 60, truth, 1);
    expect(blind.success).toBeCloseTo(1 / 60);
    expect(blind.chance).toBeCloseTo(blind.success);
  });

  it('are no better than chance for who knows but what is conceded', () => {
    const sameMonth = (person: number, thing: number): number =>
      truth.conceded[truth.thingOf[person] ?? -1] === truth.conceded[thing] ? 1 / 20 : 0;
    const { success, chance } = judgeLinks('month', sameMonth, truth, 1);
    expect(success).toBeCloseTo(1 / 20);
    expect(chance).toBeCloseTo(success);
  });

  it('stay within the limit for blind guessers, and pass it for who knows a third', () => {
    for (let deal = 0; deal < 2000; deal += 1) {
      const guessed = dealt(60, drawsFor('blind', deal));
      const { success, limit } = judgeLinks(
        'blind',
        (person, thing) => (guessed[person] === thing ? 1 : 0),
        truth,
        1,
      );
      expect(success).toBeLessThanOrEqual(limit);
    }
    const third = judgeLinks(
      'third',
      (person, thing) => (person < 20 ? (truth.thingOf[person] === thing ? 1 : 0) : 1 / 60),
      truth,
      1,
    );
    expect(third.success).toBeGreaterThan(third.limit);
  });
});

describe('pairs', () => {
  const truth = linksOf(dealt(60, drawsFor('pairs')), (thing) => `month-${thing % 3}`);
  const inOrder = (order: readonly number[]) => (person: number, thing: number) =>
    (order[person] ?? 0) * thing;

  it('are all told apart by who knows, none by who has it the wrong way round, and half by who has no idea', () => {
    expect(judgePairs('right', inOrder(truth.thingOf), truth, 1).success).toBe(1);
    expect(judgePairs('wrong', inOrder(truth.thingOf.map((thing) => -thing)), truth, 1).success).toBe(0);
    expect(judgePairs('none', () => 0, truth, 1)).toMatchObject({ success: 0.5, limit: 0.52 });
  });

  it('stay within the limit for blind guessers, and pass it for who knows most', () => {
    for (let deal = 0; deal < 20; deal += 1) {
      const { success, limit } = judgePairs(
        'blind',
        inOrder(dealt(60, drawsFor('blind pairs', deal))),
        truth,
        1,
      );
      expect(success).toBeLessThanOrEqual(limit);
    }
    const blind = dealt(60, drawsFor('most'));
    const most = truth.thingOf.map((thing, person) => (person < 48 ? thing : (blind[person] ?? 0)));
    const { success, limit } = judgePairs('most', inOrder(most), truth, 1);
    expect(success).toBeGreaterThan(limit);
  });
});

describe('matching in order', () => {
  it('gives everybody their own thing where both orders are the same, and backwards where one is reversed', () => {
    const places = placesOf([30, 10, 20]);
    const straight = matchInOrder(places, places);
    const backwards = matchInOrder(places, reversed(places));
    expect([0, 1, 2].map((place) => straight(place, place))).toEqual([1, 1, 1]);
    expect([backwards(0, 1), backwards(1, 0), backwards(2, 2)]).toEqual([1, 1, 1]);
  });

  it('shares out where values tie, so that each person has one thing in all and each thing one person', () => {
    const people = placesOf(['a', 'b', 'b', 'c', 'c', 'c']);
    const things = placesOf([1, 1, 2, 2, 2, 3]);
    const guess = matchInOrder(people, things);
    for (let one = 0; one < 6; one += 1) {
      const all = [0, 1, 2, 3, 4, 5];
      expect(all.reduce((sum, other) => sum + guess(one, other), 0)).toBeCloseTo(1);
      expect(all.reduce((sum, other) => sum + guess(other, one), 0)).toBeCloseTo(1);
    }
  });
});
