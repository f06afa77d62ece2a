/**
 * Ten thousand invitations through the page's script, the form and the server's functions, over one table engine in memory:
 * requests, replies and processes are lost at every step, posts are doubled, late and delivered again, phones are off,
 * pages closed or opened twice, months and quarters turn. Cryptography is faked, so that the pool can be read, and does
 * all but hide: whoever was told "taken" has one answer there, the one that was first stored, and nobody has two.
 * What has gone wrong is counted, since nothing is shown by a world in which nothing does.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Counts } from '../../simulation/coverage.ts';
import { playFaked } from '../../simulation/ballots/play.ts';

const people = 10_000;
let counts: Counts = new Map();
const occurrences = (name: string): number => counts.get(name) ?? 0;

describe('ten thousand invitations', () => {
  beforeAll(async () => {
    counts = await playFaked(20_260_401, people);
  }, 300_000);

  it('are answered by most, once each', () => {
    expect(occurrences('people: taken')).toBeGreaterThan(0.85 * people);
    expect(occurrences('people: closed a page, and counted')).toBeGreaterThan(50);
    expect(occurrences('people: closed a page, and not counted')).toBeGreaterThan(100);
    expect(occurrences('ended: form, taken')).toBeGreaterThan(0.1 * people);
  });

  it.each([
    ...['request lost', 'reply lost', 'request late', 'delivered again'],
    ...['turned away by the gateway', 'answered by a stranger'],
    ...['phone off before the request', 'phone off before the reply'],
  ])('are lost and doubled on the way: %s', (mishap) => {
    expect(occurrences(`on the way: ${mishap}`)).toBeGreaterThan(100);
  });

  it.each([
    ...['died before a call', 'died after a call', 'call refused', 'call failed after its effect'],
    ...['call made twice', 'call slow'],
  ])('meet a server that fails: %s', (mishap) => {
    expect(occurrences(`in the server: ${mishap}`)).toBeGreaterThan(100);
  });

  it.each([
    ...['opened once more: at once', 'opened once more: later'],
    ...['page closed: before a post', 'page closed: with a post under way', 'sent once more'],
    ...['answered: 409, the quarter has turned', 'ended: script, used', 'ended: form, used'],
    'people: not taken: the ticket had expired',
  ])('come from people who do what people do: %s', (event) => {
    expect(occurrences(event)).toBeGreaterThan(100);
  });

  it('are not taken for no other reasons than an absence that was too long, and by hardly anybody', () => {
    const reasons = [...counts].filter(([name]) => name.startsWith('people: not taken'));
    expect(reasons.reduce((sum, [, count]) => sum + count, 0)).toBeLessThan(0.04 * people);
    expect(reasons.map(([name]) => name.slice('people: not taken: '.length))).toEqual(
      expect.arrayContaining(['the ticket had expired', 'the month of grace was over']),
    );
    expect(reasons.length).toBeLessThanOrEqual(3);
  });
});
