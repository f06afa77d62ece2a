/**
 * Shows that protection leaves enough to read: of an ordinary quarter of 5 regions and 60 units with 3 to 20 answers each, in
 * all six forms, at least nine of ten answers to the questions that most forms ask stand in the published figures of their
 * unit, and nineteen of twenty in those of their region and role. A system that publishes nothing withstands every attack.
 */
import { expect, it } from 'vitest';
import { sharesOfCommon } from '../../attack/published/shares.ts';
import { ordinaryYear } from '../../attack/published/year.ts';

it('publishes most of what is answered', async () => {
  const { answers, unit, regionAndRole } = sharesOfCommon(await ordinaryYear('full', 1));
  expect(answers).toBeGreaterThan(1000);
  expect(unit).toBeGreaterThanOrEqual(0.9);
  expect(regionAndRole).toBeGreaterThanOrEqual(0.95);
});
