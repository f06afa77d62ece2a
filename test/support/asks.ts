import * as fc from 'fast-check';
import type { Context } from '../../shared/domain/context.ts';
import type { Ask } from '../../shared/domain/tallies/invited-count.ts';
import type { Place } from '../../shared/domain/tallies/table.ts';
import { context } from './answers.ts';

/** A unit such as `north-1` lies in the region before the dash, and each region has one organisation. */
export const placeOf = (unit: string): Place => {
  const [region = ''] = unit.split('-');
  return { region, organisation: `services of ${region}` };
};

/** An ask of a parent after a meeting, unless something else is said. @param at such as `2026-05-15T12:00:00+03:00` */
export const ask = (contact: string, at: string, changes: Partial<Context> = {}, isSent = true): Ask => ({
  contact,
  context: context({ unit: 'north-1', ...changes }),
  at: Date.parse(at),
  isSent,
});

/** Asks of few people in a small world, so that much of it falls together. @param at when they were sent */
export const asksAt = (at: fc.Arbitrary<number>): fc.Arbitrary<Ask> =>
  fc.record({
    contact: fc.integer({ min: 1, max: 8 }).map((number) => `contact-${number}`),
    context: fc
      .record({
        unit: fc.constantFrom('north-1', 'north-2', 'south-1', 'south-2'),
        who: fc.constantFrom<Partial<Context>>(
          { role: 'parent', questionSet: 'meeting' },
          { role: 'parent', questionSet: 'family', stage: 'service.ended', voluntary: null },
          { role: 'child', ageBand: '7-12', questionSet: 'child' },
          { role: 'county-worker', questionSet: 'county-worker', socialService: null },
        ),
        language: fc.constantFrom('fi', 'sv'),
        provision: fc.constantFrom('own', 'purchased', null),
      })
      .map(({ unit, who, language, provision }) => context({ unit, language, provision, ...who })),
    at,
    isSent: fc.integer({ min: 0, max: 5 }).map((dice) => dice > 0),
  });

/** The sum of the four largest. */
export const fourLargest = (counts: readonly number[]): number =>
  counts
    .toSorted((a, b) => b - a)
    .slice(0, 4)
    .reduce((sum, count) => sum + count, 0);
