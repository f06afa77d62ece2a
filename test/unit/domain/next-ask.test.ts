/**
 * What a person is told of the next request: the earliest day on which any rule that is on could let one come, worked
 * out by hand for gaps, caps and pauses.
 */
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../shared/domain/decisions/ledger.ts';
import { nextAskTo, termsOf, type Person } from '../../../shared/domain/respondent/next-ask.ts';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import type { Rule } from '../../../shared/domain/rules/rule.ts';

const now = Date.parse('2026-03-03T10:15:00+02:00');
const dayMs = 24 * 60 * 60 * 1000;

const ruleWith = (changes: Partial<Rule>): Rule => {
  const [shipped] = defaultRules;
  if (shipped === undefined) throw new Error('rules are shipped');
  return { ...shipped, ...changes };
};
const ask = (days: number): Ask => ({
  requestId: `r${days}`,
  at: now + days * dayMs,
  stage: 'service.ended',
  caseHash: 'case',
});
const person = (changes: Partial<Person> = {}): Person => ({
  preference: { kind: 'open' },
  asks: [],
  role: 'parent',
  ...changes,
});
const after = (days: number) => ({ kind: 'earliest', at: now + days * dayMs });

describe('the next request', () => {
  it('may come any time where nothing was asked', () => {
    expect(nextAskTo(person(), defaultRules, now)).toEqual({ kind: 'any-time' });
  });

  it('comes no earlier than the gap after the last one', () => {
    expect(nextAskTo(person({ asks: [ask(-40), ask(-1)] }), defaultRules, now)).toEqual(after(29));
    expect(nextAskTo(person({ asks: [ask(-30)] }), defaultRules, now)).toEqual({ kind: 'any-time' });
  });

  it('is judged by the rule that lets one come first, and by no rule that is off', () => {
    const rules = [
      ruleWith({ minimumGapDays: 60 }),
      ruleWith({ minimumGapDays: 45 }),
      ruleWith({ minimumGapDays: 10, enabled: false }),
    ];
    expect(nextAskTo(person({ asks: [ask(-1)] }), rules, now)).toEqual(after(44));
  });

  it('waits for the cap as well', () => {
    const rules = [ruleWith({ minimumGapDays: 1, personCap: { most: 2, days: 100 } })];
    const next = nextAskTo(person({ asks: [ask(-50), ask(-20)] }), rules, now);
    // The first of the two leaves the run of a hundred days with the midnight that begins the fiftieth day from now.
    expect(next).toEqual({ kind: 'earliest', at: Date.parse('2026-04-22T00:00:00+03:00') });
  });

  it('comes after all that are known of, whatever their order', () => {
    const asks = [ask(-1), ask(2), ask(-40)];
    expect(nextAskTo(person({ asks }), defaultRules, now)).toEqual(after(32));
  });

  it('never comes to whoever has stopped, planned or not', () => {
    const stopped = person({ preference: { kind: 'opted-out' }, asks: [ask(-1), ask(2)] });
    expect(nextAskTo(stopped, defaultRules, now)).toEqual({ kind: 'never' });
  });

  it('comes no earlier than a pause ends, and no earlier than the gap where that is longer', () => {
    const preference = { kind: 'paused', until: now + 90 * dayMs } as const;
    expect(nextAskTo(person({ preference, asks: [ask(-1)] }), defaultRules, now)).toEqual(after(90));
    const rules = [ruleWith({ minimumGapDays: 120 })];
    expect(nextAskTo(person({ preference, asks: [ask(-1)] }), rules, now)).toEqual(after(119));
  });

  it('comes to a worker by the terms for workers', () => {
    const rules = [
      ruleWith({ minimumGapDays: 90, worker: { minimumGapDays: 7, cap: { most: 9, days: 30 } } }),
    ];
    const asks = [ask(-1)];
    expect(nextAskTo(person({ asks, role: 'county-worker' }), rules, now)).toEqual(after(6));
    expect(nextAskTo(person({ asks }), rules, now)).toEqual(after(89));
  });
});

it('the terms are those of the role', () => {
  const rule = ruleWith({});
  expect(termsOf(rule, 'child')).toEqual({ minimumGapDays: rule.minimumGapDays, cap: rule.personCap });
  expect(termsOf(rule, 'provider-worker')).toEqual(rule.worker);
});
