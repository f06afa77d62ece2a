/**
 * Shows that protection leaves enough to read. Of an ordinary quarter of 5 regions and 60 units in which everybody is asked the
 * same, and each unit has 3 to 20 answers, at least nine of ten answers stand in the published figures of their unit, and
 * nineteen of twenty in those of their region and role. A system that publishes nothing withstands every attack. Each
 * question is published by itself, so one of them will do.
 */
import { expect, it } from 'vitest';
import type { Closed } from '../../../shared/domain/releases/closed.ts';
import { sharesOf } from '../../attack/published/shares.ts';
import { publishedBy, withOneForm } from '../../attack/published/year.ts';

const ofOneQuestion = (closed: Closed): Closed => ({
  ...closed,
  tallies: closed.tallies.map(({ items: { heard }, ...tally }) => ({
    ...tally,
    items: heard === undefined ? {} : { heard },
  })),
});

it('publishes most of what is answered', async () => {
  const year = await publishedBy('full', { ...withOneForm, closing: ofOneQuestion }, 1);
  const { answers, unit, enoughInUnit, regionAndRole } = sharesOf(year, (item) => item === 'heard');
  expect(answers).toBeGreaterThan(500);
  expect(unit).toBeGreaterThanOrEqual(0.9);
  expect(unit).toBeLessThanOrEqual(enoughInUnit);
  expect(regionAndRole).toBeGreaterThanOrEqual(0.95);
}, 120_000);
