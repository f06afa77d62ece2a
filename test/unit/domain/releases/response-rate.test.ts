/**
 * Shows when a response rate is told, and how: from both counts rounded to five, in steps of a tenth, nine tenths at most,
 * and not at all where too few answered, too few were asked, or it is not known how many.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responseRates } from '../../../../shared/domain/releases/response-rate.ts';
import type { Invited, InvitedStratum } from '../../../../shared/domain/tallies/invited.ts';
import { forms } from '../../../../shared/domain/tallies/tallying.ts';
import type { Tally } from '../../../../shared/domain/tallies/tally.ts';

const stratum = { region: 'north', channel: 'mail' };
const sentForms = (count: number): Tally => ({
  ...{ table: 'R1', stratum },
  // Fewer have answered the question than have sent the form.
  items: { [forms]: { from: 1, counts: [count] }, heard: { from: 1, counts: [0, 0, 0, 0, 5] } },
});
const asked = (sent: number, contacts = sent, changes: Partial<InvitedStratum> = {}): Invited => [
  { table: 'R1', stratum, sent, contacts, largest: 4, reach: {}, ...changes },
];
const rate = (count: number, ...invited: Invited[]): number | null =>
  responseRates([sentForms(count)], invited, 5)('R1', stratum);

describe('a response rate', () => {
  it.each([
    [5, 50, 0.1],
    [7, 12, 0.5],
    [8, 12, 0.9],
    [8, 22, 0.5],
    [12, 47, 0.2],
    [12, 48, 0.2],
    [13, 48, 0.3],
    [500, 1000, 0.5],
    [549, 1000, 0.6],
    [5, 1000, 0],
  ])('of %i of %i is told as %d', (count, sent, expected) => {
    expect(rate(count, asked(sent))).toBe(expected);
  });

  it('is told as nine tenths where it is more, even more than all', () => {
    expect([85, 90, 95, 100, 140].map((count) => rate(count, asked(100)))).toEqual([0.9, 0.9, 0.9, 0.9, 0.9]);
    expect(rate(84, asked(100))).toBe(0.9);
    expect(rate(82, asked(100))).toBe(0.8);
  });

  it('is not told below five answers, whoever was asked', () => {
    expect([0, 4].map((count) => rate(count, asked(100)))).toEqual([null, null]);
    expect(rate(5, asked(100))).not.toBeNull();
  });

  it('is not told below a raised threshold', () => {
    const told = [19, 20].map((count) => responseRates([sentForms(count)], [asked(60)], 20)('R1', stratum));
    expect(told).toEqual([null, 0.3]);
  });

  it('is not told where fewer than five people were asked, or five mails sent', () => {
    expect(rate(20, asked(60, 4))).toBeNull();
    expect(rate(20, asked(60, 5))).not.toBeNull();
    expect(rate(5, asked(4, 5))).toBeNull();
  });

  it('is not told where it is not known who was asked, nor of what nobody answered', () => {
    expect(rate(20)).toBeNull();
    expect(rate(20, [])).toBeNull();
    expect(rate(20, asked(60, 60, { table: 'T2' }))).toBeNull();
    expect(rate(20, asked(60, 60, { stratum: { ...stratum, region: 'south' } }))).toBeNull();
    const rateOf = responseRates([], [asked(60)], 5);
    expect(rateOf('R1', stratum)).toBeNull();
  });

  it('of answers that were carried over is of the asks of both quarters', () => {
    expect(rate(20, asked(20), asked(20))).toBe(0.5);
    // Perhaps the same people: there were five of them in neither quarter.
    expect(rate(20, asked(20, 4), asked(20, 4))).toBeNull();
    expect(rate(20, asked(20, 4), asked(20, 5))).toBe(0.5);
  });

  it('is found whatever order the coordinates come in', () => {
    const turned = { channel: 'mail', region: 'north' };
    expect(responseRates([sentForms(10)], [asked(20)], 5)('R1', turned)).toBe(0.5);
  });

  it('is always one of ten steps, and never tells which of several counts it comes of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 5, max: 300 }), (count, sent) => {
        const told = rate(count, asked(sent));
        expect([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]).toContain(told);
        // Another person more or less, where the count stays the same when it is rounded, changes nothing.
        const toFive = Math.round(count / 5) * 5;
        expect(rate(Math.max(5, toFive), asked(sent))).toBe(told);
      }),
    );
  });
});
