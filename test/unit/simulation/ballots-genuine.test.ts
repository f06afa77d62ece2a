/**
 * A thousand invitations with keys as long as the cloud's, from the page's blinding and sealing to the tallies of the mix:
 * requests, replies and processes are lost at every step, and the mix dies at its calls to the tables and to KMS. At each
 * close the tallies, sums and comments are those of the answers that were first stored, each once; nothing of a run that
 * died comes in twice, and nobody is left out. In a small world the mix dies before and after every single call.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { everyCall, Mix, type Crash } from '../../simulation/ballots/mix.ts';
import { playGenuine } from '../../simulation/ballots/play.ts';
import { add, type Counts } from '../../simulation/coverage.ts';

const counts: Counts = new Map();
const occurrences = (name: string): number => counts.get(name) ?? 0;

/** Every other close dies before every call only, and so also between the close and the end of the key. */
const everywhere = (close: number): Iterable<Crash> => everyCall(close % 2 === 0 ? [false, true] : [false]);

/** One crash for each close, at another call in each world. */
const once =
  (world: number) =>
  (close: number): Iterable<Crash> => [{ call: 1 + ((world * 2 + close) % 14), takesEffect: close % 3 > 0 }];

describe('a thousand invitations', () => {
  beforeAll(async () => {
    const mix = new Mix();
    add(counts, await playGenuine(mix, 1, 40, everywhere));
    for (let world = 2; world < 10; world += 1) add(counts, await playGenuine(mix, world, 120, once(world)));
  }, 300_000);

  it('are answered by most, and all but the last few answers are counted', () => {
    expect(occurrences('people: taken')).toBeGreaterThan(850);
    const stored = ['taken', 'closed a page, and counted', 'away for too long, and counted']
      .map((end) => occurrences(`people: ${end}`))
      .reduce((sum, people) => sum + people);
    expect(occurrences('answers: counted') + occurrences('answers: too few to be counted')).toBe(stored);
    expect(occurrences('answers: counted')).toBeGreaterThan(0.95 * stored);
  });

  it('meet losses on the way, a server that fails, and quarters that turn', () => {
    const kinds = [...counts.keys()];
    expect(kinds.filter((name) => name.startsWith('on the way: '))).toHaveLength(8);
    expect(kinds.filter((name) => name.startsWith('in the server: '))).toHaveLength(6);
    expect(occurrences('answered: 409, the quarter has turned')).toBeGreaterThan(20);
  });

  it('are counted by a mix that dies again and again', () => {
    expect(occurrences('in the mix: died before a call')).toBeGreaterThan(40);
    expect(occurrences('in the mix: died after a call')).toBeGreaterThan(30);
    expect(occurrences('in the mix: a quarter counted')).toBeGreaterThan(15);
  });
});
