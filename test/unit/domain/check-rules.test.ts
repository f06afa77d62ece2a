/**
 * Rules that contradict themselves or each other, match nothing or ask nobody: each kind is refused or warned of at the
 * very field, with the other rule's name, and a rule that is let pass can really ask somebody. Cases change one thing
 * in a rule that nothing can be said against; the last test makes rules at random, and lets the code that decides judge
 * whether each could ask.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberOf, instantAt } from '../../../shared/domain/calendar/helsinki.ts';
import { planUnder } from '../../../shared/domain/decisions/known.ts';
import { audienceFor } from '../../../shared/domain/decisions/recipient-gates.ts';
import { formsInForce } from '../../../shared/domain/questions/catalogue.ts';
import { currentQuestionSet } from '../../../shared/domain/questions/question-sets.ts';
import { checkRule } from '../../../shared/domain/rules/check-rules.ts';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import { rulesMost } from '../../../shared/domain/rules/rule-faults.ts';
import { ruleDraftSchema, type Audience, type RuleDraft } from '../../../shared/domain/rules/rule.ts';
import { ageBands, roles, stages } from '../../../shared/domain/vocabulary.ts';
import { newDraft } from '../../support/rules.ts';
import { shippedForms } from '../../support/shipped-forms.ts';

const check = (changes: Partial<RuleDraft>, others: readonly RuleDraft[] = defaultRules) =>
  checkRule(newDraft(changes), others, shippedForms);
const window = newDraft().window;
const child: Audience = { role: 'child', ageBands: ['7-12'], questionSet: 'child' };
const worker: Audience = { role: 'county-worker', questionSet: 'county-worker' };
const careful = newDraft();

it('has nothing to say against a careful rule', () => {
  expect(check({})).toEqual({ faults: [], warnings: [] });
});

it.each(defaultRules)('has nothing to say against $id as it is shipped', (rule) => {
  expect(checkRule(rule, defaultRules, shippedForms)).toEqual({ faults: [], warnings: [] });
});

describe('refuses', () => {
  it.each<[string, Partial<RuleDraft>, string[]]>([
    [
      'a window that ends before it begins',
      { window: { ...window, fromHour: 18, toHour: 12 } },
      ['/window/toHour'],
    ],
    [
      'a window that ends when it begins',
      { window: { ...window, fromHour: 12, toHour: 12 } },
      ['/window/toHour'],
    ],
    ['a weekday that is named twice', { window: { ...window, weekdays: [1, 2, 1] } }, ['/window/weekdays/2']],
    [
      'an age band that is named twice',
      { audiences: [{ ...child, ageBands: ['7-12', '7-12'] }] },
      ['/audiences/0/ageBands/1'],
    ],
    ['two audiences of one role and age', { audiences: [worker, child, child] }, ['/audiences/2']],
    [
      'an audience of all ages beside one of some',
      { audiences: [child, { role: 'child', questionSet: 'young-person' }] },
      ['/audiences/1'],
    ],
    [
      'an audience that is younger than the rule asks',
      { audiences: [worker, child], youngestAgeBand: '13-17' },
      ['/audiences/1/ageBands'],
    ],
    [
      'a form that is not there',
      { audiences: [{ ...worker, questionSet: 'weather' }] },
      ['/audiences/0/questionSet'],
    ],
    ['a stage of a hold that starts', { stage: 'hold.started' }, ['/stage']],
    ['a stage of a hold that ends', { stage: 'hold.ended' }, ['/stage']],
    ['a stage of a meeting that is off', { stage: 'plan-meeting.cancelled' }, ['/stage']],
  ])('%s', (_, changes, pointers) => {
    const { faults, warnings } = check(changes);
    expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
    // Nothing is to be said of a rule that can't be carried out.
    expect(warnings).toEqual([]);
  });

  it('another rule for a stage that a rule asks at, and names that rule', () => {
    const { faults } = check({ stage: 'placement.ended' });
    expect(faults).toMatchObject([{ pointer: '/stage', rule: 'placement-ended' }]);
    expect(faults[0]?.detail).toContain('placement-ended');
  });

  it('more rules than an event can read at once', () => {
    const many = Array.from({ length: rulesMost }, (_, index) =>
      newDraft({ id: `r-${index}`, enabled: false }),
    );
    expect(check({}, many).faults).toMatchObject([{ pointer: '' }]);
    expect(check({}, many.slice(1)).faults).toEqual([]);
    expect(checkRule(newDraft({ id: 'r-0' }), many, shippedForms).faults).toEqual([]);
  });

  it('a form of which every version is withdrawn, and names those that are in force', () => {
    const forms = formsInForce([
      { id: 'county-worker', published: [2], withdrawn: [1, 2] },
      { id: 'own', published: [1], withdrawn: [] },
    ]);
    const withForm = (questionSet: string) =>
      checkRule(newDraft({ audiences: [{ ...worker, questionSet }] }), [], forms).faults;
    expect(withForm('own')).toEqual([]);
    const [fault] = withForm('county-worker');
    expect(fault?.pointer).toBe('/audiences/0/questionSet');
    expect(fault?.detail).toMatch(/there are meeting, .*, own$/);
    expect(fault?.detail).not.toMatch(/county-worker\b(?!-)/);
  });

  it('each fault of a rule at once', () => {
    const { faults } = check({
      stage: 'hold.ended',
      audiences: [{ ...child, questionSet: 'weather' }],
      window: { ...window, fromHour: 24, toHour: 24 },
    });
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/stage',
      '/audiences/0/questionSet',
      '/window/toHour',
    ]);
  });
});

describe('lets pass', () => {
  it.each<[string, Partial<RuleDraft>]>([
    ['a rule for a stage whose other rule is turned off', { stage: 'case.closed' }],
    [
      'a rule that is turned off, for a stage that a rule asks at',
      { stage: 'placement.ended', enabled: false },
    ],
    ['a role in two audiences of different ages', { audiences: [child, { ...child, ageBands: ['13-17'] }] }],
    ['an audience of which some are too young', { audiences: [{ ...child, ageBands: ['0-6', '7-12'] }] }],
    ['the last hour of the day', { window: { ...window, fromHour: 20, toHour: 21 } }],
  ])('%s', (_, changes) => {
    expect(check(changes)).toEqual({ faults: [], warnings: [] });
  });

  it('a rule in place of itself', () => {
    const current = [...defaultRules, newDraft()];
    expect(checkRule(newDraft({ delayDays: 5 }), current, shippedForms)).toEqual({
      faults: [],
      warnings: [],
    });
  });
});

describe('warns', () => {
  const wide = { householdCap: { most: 20, days: 365 }, caseCap: { most: 20, days: 365 } };
  it.each<[string, Partial<RuleDraft>, string]>([
    [
      'of a cap that the gap never lets anybody reach',
      { ...wide, personCap: { most: 13, days: 365 } },
      '/personCap',
    ],
    [
      'of a cap of workers that the gap never lets them reach',
      { worker: { minimumGapDays: 100, cap: { most: 13, days: 365 } } },
      '/worker/cap',
    ],
    ['of a gap of the stage below the gap of all', { stageGapDays: 29 }, '/stageGapDays'],
    ['of a household held stricter than a person', { householdCap: { most: 3, days: 365 } }, '/personCap'],
    ['of a case held stricter than a person', { caseCap: { most: 4, days: 366 } }, '/personCap'],
    [
      'of a hard moment that holds nobody',
      { holdDays: { ...careful.holdDays, bereavement: 0 } },
      '/holdDays/bereavement',
    ],
    ['of messages in the early morning', { window: { ...window, fromHour: 5 } }, '/window/fromHour'],
    ['of messages in the night', { window: { ...window, toHour: 23 } }, '/window/toHour'],
    ['of requests that come when all is forgotten', { delayDays: 50 }, '/expiresAfterDays'],
    [
      'of workers who are children',
      { audiences: [child, { ...worker, ageBands: ['13-17'] }] },
      '/audiences/1/ageBands',
    ],
    [
      'of an age between those that are asked',
      { audiences: [child, { ...child, ageBands: ['18+'], questionSet: 'young-person' }] },
      '/audiences',
    ],
  ])('%s', (_, changes, pointer) => {
    // Alone, so that nothing but the rule itself is in question.
    const { faults, warnings } = check(changes, []);
    expect(faults).toEqual([]);
    expect(warnings.map((warning) => warning.pointer)).toEqual([pointer]);
  });

  it('not of a cap that just can be reached', () => {
    expect(check({ ...wide, personCap: { most: 12, days: 365 } }, []).warnings).toEqual([]);
  });

  it('not of a cap that asks of another rule, with a shorter gap, can fill', () => {
    const other = newDraft({ id: 'hasty', stage: 'service.started', minimumGapDays: 10, priority: 10 });
    const changes = { ...wide, personCap: { most: 13, days: 365 } };
    const pointers = check(changes, [other]).warnings.map(({ pointer, rule }) => [pointer, rule]);
    expect(pointers).not.toContainEqual(['/personCap', undefined]);
    expect(check(changes, []).warnings).toMatchObject([{ pointer: '/personCap' }]);
  });

  it('of workers alone by their own gap only', () => {
    const changes = {
      audiences: [worker],
      minimumGapDays: 200,
      stageGapDays: 90,
      householdCap: { most: 1, days: 366 },
      worker: { minimumGapDays: 30, cap: { most: 6, days: 365 } },
    };
    expect(check(changes, []).warnings).toEqual([]);
  });

  it('of an equal priority, naming the rule that does not yield either', () => {
    expect(check({ priority: 80 }).warnings).toMatchObject([
      { pointer: '/priority', rule: 'placement-ended' },
    ]);
    expect(check({ priority: 80, enabled: false }).warnings).toEqual([]);
    expect(check({ priority: 50 }).warnings).toEqual([]);
  });

  it('of a rule that may use up what a more important one is held to, from either side', () => {
    const lax = newDraft({ personCap: { most: 5, days: 365 } });
    const others = defaultRules.filter(({ enabled }) => enabled).map(({ id }) => id);
    const warned = checkRule(lax, defaultRules, shippedForms).warnings;
    expect(warned.map(({ pointer, rule }) => [pointer, rule])).toEqual(
      others.map((id) => ['/personCap', id]),
    );
    const strict = newDraft({ id: 'strict', stage: 'service.started', priority: 90 });
    expect(checkRule(strict, [lax], shippedForms).warnings).toMatchObject([
      { pointer: '/personCap', rule: 'plan-reviewed' },
    ]);
    // The other way round is as it should be: what matters less is held stricter.
    expect(checkRule({ ...strict, priority: 10 }, [lax], shippedForms).warnings).toEqual([]);
  });
});

describe('warns of requests that are too late before the window opens', () => {
  const late = (changes: Partial<RuleDraft>): string[] =>
    check(changes, []).warnings.map(({ pointer, detail }) => `${pointer} ${detail}`);
  const mondays = { ...window, weekdays: [1], publicHolidays: true };

  it('naming the weekdays of their events', () => {
    // The delay of 2 days makes it Monday for an event on Saturday: after Monday's hours, nearly a week is to wait. An
    // event on Wednesday waits from Friday, three and a half days; one on Thursday waits two and a half.
    const [warning, ...others] = late({ window: mondays, delayDays: 2, expiresAfterDays: 3 });
    expect(others).toEqual([]);
    expect(warning).toContain('/expiresAfterDays');
    expect(warning).toContain('events on Monday, Tuesday, Wednesday, Saturday, Sunday can');
    const soon = late({ window: mondays, delayDays: 2, expiresAfterDays: 6 });
    expect(soon[0]).toContain('events on Saturday, Sunday can');
  });

  it('not where each waits a week at most, and that is time enough', () => {
    expect(late({ window: mondays, delayDays: 0, expiresAfterDays: 7 })).toEqual([]);
  });

  it('because of public holidays only', () => {
    const [warning, ...others] = late({ window: { ...mondays, publicHolidays: false }, expiresAfterDays: 7 });
    expect(others).toEqual([]);
    expect(warning).toContain('public holidays');
    expect(late({ window: { ...mondays, publicHolidays: false }, expiresAfterDays: 21 })).toEqual([]);
  });

  it('not of a window that is always open', () => {
    const always = { weekdays: [1, 2, 3, 4, 5, 6, 7], fromHour: 0, toHour: 24, publicHolidays: true };
    expect(late({ window: always, expiresAfterDays: 1 }).join()).not.toContain('too late');
  });
});

const someHours = fc
  .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 24 }))
  .map(([fromHour, toHour]) => ({ fromHour, toHour }));
const someDraft = fc
  .record({
    stage: fc.constantFrom(...stages),
    audiences: fc.array(
      fc.record(
        {
          role: fc.constantFrom(...roles),
          ageBands: fc.uniqueArray(fc.constantFrom(...ageBands), { minLength: 1 }),
          questionSet: fc.constantFrom('child', 'family', 'county-worker', 'gone'),
        },
        { requiredKeys: ['role', 'questionSet'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    youngestAgeBand: fc.constantFrom(...ageBands),
    hours: someHours,
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    publicHolidays: fc.boolean(),
    delayDays: fc.integer({ min: 0, max: 60 }),
    expiresAfterDays: fc.integer({ min: 1, max: 14 }),
  })
  .map(({ hours, weekdays, publicHolidays, ...rest }) =>
    ruleDraftSchema.parse(newDraft({ ...rest, window: { ...hours, weekdays, publicHolidays } })),
  );

/** Every hour of two weeks, in which any weekday comes, with and without public holidays. */
const firstDay = dayNumberOf('2026-03-30');
const hours = Array.from({ length: 14 * 24 }, (_, hour) =>
  instantAt({ day: firstDay + Math.floor(hour / 24), sinceMidnight: (hour % 24) * 3_600_000 }),
);

it('a rule that is let pass can ask each of its audiences about some event', () => {
  let passed = 0;
  fc.assert(
    fc.property(someDraft, (draft) => {
      const { faults } = checkRule(draft, [], shippedForms);
      if (faults.length > 0) return;
      passed += 1;
      const rule = { ...draft, version: 1 };
      const plans = hours.map((occurredAt) => planUnder(rule, { occurredAt, now: occurredAt }));
      expect(plans.some(({ at, expiresAt }) => at <= expiresAt)).toBe(true);
      const asked = roles.flatMap((role) =>
        ageBands.slice(ageBands.indexOf(rule.youngestAgeBand)).flatMap((ageBand) => {
          const facts = {
            position: 0,
            contactHash: 'h',
            addressHash: 'a',
            language: 'fi',
            flags: [],
            role,
            ageBand,
          };
          return audienceFor(rule, facts) ?? [];
        }),
      );
      expect(new Set(asked)).toEqual(new Set(rule.audiences));
      for (const { questionSet } of asked) expect(currentQuestionSet(questionSet)).toBeDefined();
    }),
    { numRuns: 3000 },
  );
  expect(passed).toBeGreaterThan(100);
});
