/** The rules that are shipped can be carried out: one for a stage, with a window that opens and audiences that can be met. */
import { expect, it } from 'vitest';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import { ageBands } from '../../../shared/domain/vocabulary.ts';

it('there is one rule for a stage, and one of a name', () => {
  expect(new Set(defaultRules.map(({ stage }) => stage)).size).toBe(defaultRules.length);
  expect(new Set(defaultRules.map(({ id }) => id)).size).toBe(defaultRules.length);
});

it.each(defaultRules)('$id asks seldom, by day, and every age from its youngest on', (rule) => {
  expect(rule.minimumGapDays).toBeGreaterThanOrEqual(30);
  expect(rule.stageGapDays).toBeGreaterThanOrEqual(rule.minimumGapDays);
  // Asks are remembered for 13 months: a longer gap could not be kept.
  expect(rule.stageGapDays).toBeLessThanOrEqual(396);
  expect(rule.window.weekdays).toEqual([1, 2, 3, 4, 5]);
  expect(rule.window.fromHour).toBeLessThan(rule.window.toHour);
  const old = ageBands.slice(ageBands.indexOf(rule.youngestAgeBand));
  for (const role of new Set(rule.audiences.map((audience) => audience.role))) {
    const bands = rule.audiences
      .filter((audience) => audience.role === role)
      .flatMap((audience) => audience.ageBands ?? ageBands);
    expect(bands).toEqual(expect.arrayContaining(old));
    expect(new Set(bands).size).toBe(bands.length);
  }
});
