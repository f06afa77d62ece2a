/**
 * The rules that are shipped can be carried out, and ask as seldom as the field's defaults say: one rule for a stage, by day,
 * on no holiday, with the gaps, caps and holds that the domain names, and priority for what comes but once.
 */
import { expect, it } from 'vitest';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import { ruleSchema } from '../../../shared/domain/rules/rule.ts';
import { ageBands, holdReasons } from '../../../shared/domain/vocabulary.ts';

it('there is one rule for a stage, and one of a name', () => {
  expect(new Set(defaultRules.map(({ stage }) => stage)).size).toBe(defaultRules.length);
  expect(new Set(defaultRules.map(({ id }) => id)).size).toBe(defaultRules.length);
});

it.each(defaultRules)('$id asks seldom, by day, and every age from its youngest on', (rule) => {
  expect(ruleSchema.parse(rule)).toEqual(rule);
  expect(rule.minimumGapDays).toBeGreaterThanOrEqual(30);
  expect(rule.stageGapDays).toBeGreaterThanOrEqual(rule.minimumGapDays);
  // Asks are remembered for 13 months: a longer gap could not be kept.
  expect(rule.stageGapDays).toBeLessThanOrEqual(396);
  expect(rule.window.weekdays).toEqual([1, 2, 3, 4, 5]);
  expect(rule.window.publicHolidays).toBe(false);
  expect(rule.window.fromHour).toBeGreaterThanOrEqual(9);
  expect(rule.window.toHour).toBeLessThanOrEqual(18);
  expect(rule.window.fromHour).toBeLessThan(rule.window.toHour);
  expect(rule.personCap).toEqual({ most: 4, days: 365 });
  expect(rule.householdCap).toEqual({ most: 6, days: 365 });
  expect(rule.fallbackLanguage).toBe('en');
  for (const reason of holdReasons) expect(rule.holdDays[reason]).toBeGreaterThanOrEqual(30);
  const old = ageBands.slice(ageBands.indexOf(rule.youngestAgeBand));
  for (const role of new Set(rule.audiences.map((audience) => audience.role))) {
    const bands = rule.audiences
      .filter((audience) => audience.role === role)
      .flatMap((audience) => audience.ageBands ?? ageBands);
    expect(bands).toEqual(expect.arrayContaining(old));
    expect(new Set(bands).size).toBe(bands.length);
  }
});

it('the end of a placement weighs more than that of a service, and both more than a meeting on the way', () => {
  const byStage = new Map(defaultRules.map(({ stage, priority }) => [stage, priority]));
  const weights = (['placement.ended', 'service.ended', 'plan-meeting.held'] as const).map((stage) =>
    byStage.get(stage),
  );
  expect(weights).toEqual(weights.toSorted((a = 0, b = 0) => b - a));
  expect(new Set(weights).size).toBe(3);
});
