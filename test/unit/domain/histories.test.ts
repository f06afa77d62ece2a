/**
 * Ten thousand generated histories of a few people in a few cases: random rules, events of every kind, late, early, out
 * of order and twice, pauses and bounces, a sender that is down, clocks around every day on which calendars go wrong.
 * Each is played through the decisions of the domain and the steps of the sender, and judged by an oracle that counts
 * days on its own: no promise about asking is broken, nobody is left out without a reason, and a replay of the records
 * decides the same again. What a history can show is counted, since a property about holds says nothing without any.
 */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { heldBackReasons } from '../../../shared/domain/decisions/reasons.ts';
import { checkHistory } from '../../simulation/check-history.ts';
import { count, type Counts } from '../../simulation/coverage.ts';
import { histories } from '../../simulation/history.ts';

const runs = 10_000;
const counts: Counts = new Map();
const occurrences = (name: string): number => counts.get(name) ?? 0;

describe('generated histories', () => {
  beforeAll(() => {
    fc.assert(
      fc.property(histories, (history) => {
        count(counts, checkHistory(history).steps);
      }),
      { numRuns: runs },
    );
  }, 300_000);

  it('ask people, and mail most of those whom they ask', () => {
    expect(occurrences('asked')).toBeGreaterThan(runs);
    expect(occurrences('mail')).toBeGreaterThan(runs / 2);
    expect(occurrences('asked too late')).toBeGreaterThan(500);
  });

  it.each(heldBackReasons)('hold people back for the reason %s', (reason) => {
    expect(occurrences(`held back: ${reason}`)).toBeGreaterThan(50);
  });

  it.each([
    ...['hold', 'paused', 'opted-out', 'address-suppressed', 'contact-restricted', 'whereabouts-withheld'],
    ...['stage-cancelled', 'cooldown'],
  ])('stop requests before they leave: %s', (reason) => {
    expect(occurrences(`ended: withdrawn, ${reason}`)).toBeGreaterThan(4);
  });

  it('move requests, let them expire, try again where mail is refused, and decide no event twice', () => {
    expect(occurrences('moved')).toBeGreaterThan(1000);
    expect(occurrences('ended: expired-before-sending')).toBeGreaterThan(150);
    expect(occurrences('refused')).toBeGreaterThan(30);
    expect(occurrences('delivered-again')).toBeGreaterThan(1000);
  });
});
