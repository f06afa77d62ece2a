/**
 * Replay from outside. Three months of events, doubled, late and ahead of time, with hard moments, cancellations,
 * preferences, bounces and requests that are put off or withdrawn, go through one running system. Replayed under the
 * live rules, over the whole time and over parts of it, every decision must come out as it was, gate by gate. Then a
 * handful of events in June, for which each figure of a changed draft can be worked out by hand; and drafts and
 * periods that make no sense.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem } from '../../local/system.ts';
import type { RuleDraft } from '../../shared/domain/rules/rule.ts';
import { somebody, type Answered } from '../support/deliveries.ts';
import { newDraft } from '../support/rules.ts';
import { askAs } from '../support/staff.ts';
import { report, Story } from '../support/story.ts';
import { History, liveRules } from './replay/history.ts';

let story: Story;
const history = new History();

beforeAll(async () => {
  story = new Story(await startSystem({ now: '2026-01-12T09:00:00+02:00' }));
  for (const rule of liveRules) await story.save(rule);
  await history.play(story);
});
afterAll(async () => {
  await story.system.stop();
});

const ask = (body: unknown, role: 'admin' | 'analyst' | undefined = 'admin'): Promise<Answered> =>
  askAs(story.system, role, '/v1/rules/replay', { method: 'POST', body: JSON.stringify(body) });

type Counts = { asked: number; heldBack: Record<string, number>; withdrawn: Record<string, number> };
type Report = {
  events: number;
  recipients: number;
  same: number;
  different: number;
  stages: { stage: string; role: string; live: Counts; draft: Counts }[];
  asksPerPerson: { asks: number; live: number; draft: number }[];
  asksPerHousehold: object[];
  newlyAskedTwice: object[];
};

async function replay(rules: readonly unknown[], from: string, to: string): Promise<Report> {
  const { status, body } = await ask({ rules, from, to });
  expect({ status, body }).toMatchObject({ status: 200, body: { state: 'done' } });
  return body as Report;
}

const rulesInForce = async (): Promise<unknown[]> =>
  ((await askAs(story.system, 'admin', '/v1/rules')).body as { rules: unknown[] }).rules;

describe('the months that were played', () => {
  it('hold everything that a replay has to follow', async () => {
    const { body } = await askAs(
      story.system,
      'admin',
      '/v1/decisions/summary?from=2026-01-12&to=2026-04-02',
    );
    const { total } = body as { total: Counts & { ends: Record<string, number> } };
    expect(history.events).toBeGreaterThan(95);
    expect(Object.keys(total.ends)).toEqual(['sent', 'expired-before-sending', 'withdrawn']);
    expect(total.ends['sent']).toBeGreaterThan(25);
    expect(total.ends['withdrawn']).toBeGreaterThan(3);
    expect(Object.keys(total.heldBack)).toEqual(
      expect.arrayContaining([
        ...['rule-disabled', 'duplicate-event', 'opted-out', 'paused', 'address-suppressed', 'hold'],
        ...['already-asked-for-stage', 'cooldown', 'household-cap', 'lower-priority'],
        ...['sampled-out', 'unit-daily-cap'],
      ]),
    );
  });
});

describe('the live rules, replayed', () => {
  it.each([
    ['over the whole time', '2026-01-12T00:00:00+02:00', '2026-04-02T00:00:00+03:00'],
    ['over the first weeks', '2026-01-01T00:00:00+02:00', '2026-02-10T00:00:00+02:00'],
    ['over the last weeks', '2026-03-02T10:00:00+02:00', '2026-04-02T00:00:00+03:00'],
    ['between two tellings of one day', '2026-02-09T12:00:00+02:00', '2026-03-09T12:00:00+02:00'],
    ['over one day', '2026-02-23T00:00:00+02:00', '2026-02-24T00:00:00+02:00'],
    ['over a time in which nothing happened', '2026-02-24T00:00:00+02:00', '2026-02-25T00:00:00+02:00'],
  ])('%s, decide alike, gate by gate', async (_, from, to) => {
    const recipients = history.recipientsBetween(Date.parse(from), Date.parse(to));
    for (const rules of [await rulesInForce(), []]) {
      const told = await replay(rules, from, to);
      expect(told).toMatchObject({ recipients, same: recipients, different: 0, newlyAskedTwice: [] });
      for (const { live, draft } of told.stages) expect(draft).toEqual(live);
    }
  });
});

describe('a draft, worked out by hand', () => {
  const stage = 'client-plan.reviewed';
  const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], fromHour: 0, toHour: 24, publicHolidays: true };
  const many = { most: 10, days: 365 };
  const live = newDraft({
    ...{ audiences: [{ role: 'parent', questionSet: 'family' }], window: everyDay, delayDays: 0 },
    ...{ minimumGapDays: 1, stageGapDays: 1, personCap: many, householdCap: many, caseCap: many },
  });
  const [anna, bo, cecilia, worker] = [
    ...[somebody(), somebody(), somebody()],
    somebody({ role: 'county-worker' }),
  ] as const;
  const together = { householdRef: 'household-by-hand' };
  const june: [from: string, to: string] = ['2026-06-01', '2026-06-09'];
  const replayed = (draft: RuleDraft): Promise<Report> => replay([draft], ...june);
  const of = ({ stages }: Report, name: string, role = 'parent') =>
    stages.find((one) => one.stage === name && one.role === role);

  beforeAll(async () => {
    await story.save(live);
    // Anna on four days, Bo of the same household on two of them, Cecilia once, and a worker whom nobody asks.
    await story.tell('2026-06-01T10:00:00+03:00', report(stage, [anna], together));
    await story.tell('2026-06-02T11:00:00+03:00', report(stage, [anna], together));
    await story.tell('2026-06-02T12:00:00+03:00', report(stage, [bo], together));
    await story.tell('2026-06-03T12:00:00+03:00', report(stage, [anna], together));
    await story.tell('2026-06-03T13:00:00+03:00', report(stage, [bo], together));
    await story.tell('2026-06-04T13:00:00+03:00', report(stage, [anna], together));
    await story.tell('2026-06-04T14:00:00+03:00', report(stage, [cecilia]), report(stage, [worker]));
    // No rule asks at this stage.
    await story.tell('2026-06-08T10:00:00+03:00', report('assessment.completed', [cecilia]));
  });

  it('is the live one, where nothing is changed: seven asks, to three people', async () => {
    const told = await replayed(live);
    expect(told).toMatchObject({ events: 9, recipients: 9, same: 9, different: 0 });
    const asked = { asked: 7, heldBack: {}, withdrawn: {} };
    expect(of(told, stage)).toMatchObject({ live: asked, draft: asked });
  });

  it('asks twice at most where a person is asked twice in a year at most', async () => {
    const told = await replayed({ ...live, personCap: { most: 2, days: 365 } });
    // Anna is asked on the first two of her four days, Bo on both, Cecilia once: 2 + 2 + 1 = 5; 4 - 2 = 2 are held back.
    expect(of(told, stage)).toMatchObject({
      live: { asked: 7, heldBack: {} },
      draft: { asked: 5, heldBack: { 'period-cap': 2 } },
    });
    expect(told.asksPerPerson).toEqual([
      { asks: 1, live: 1, draft: 1 },
      { asks: 2, live: 1, draft: 2 },
      { asks: 4, live: 1, draft: 0 },
    ]);
    // Anna's and Bo's household: 4 + 2 = 6 before, 2 + 2 = 4 now. Cecilia's: 1.
    expect(told.asksPerHousehold).toEqual([
      { asks: 1, live: 1, draft: 1 },
      { asks: 4, live: 0, draft: 1 },
      { asks: 6, live: 1, draft: 0 },
    ]);
    // All seven asks now look at another cap, so none is the very same; the worker's and the assessment are.
    expect(told).toMatchObject({ same: 2, different: 7, newlyAskedTwice: [] });
  });

  it('asks three times at most in a household that is asked three times at most', async () => {
    const told = await replayed({ ...live, householdCap: { most: 3, days: 365 } });
    // Anna, Anna, Bo by the second day; the three of the days after are held back; Cecilia is of another household.
    expect(of(told, stage)).toMatchObject({ draft: { asked: 4, heldBack: { 'household-cap': 3 } } });
    expect(told.asksPerHousehold).toEqual([
      { asks: 1, live: 1, draft: 1 },
      { asks: 3, live: 0, draft: 1 },
      { asks: 6, live: 1, draft: 0 },
    ]);
  });

  it('asks nobody where it is turned off', async () => {
    const told = await replayed({ ...live, enabled: false });
    expect(of(told, stage)).toMatchObject({ draft: { asked: 0, heldBack: { 'rule-disabled': 7 } } });
    expect(of(told, stage, 'county-worker')).toMatchObject({
      live: { asked: 0, heldBack: { 'role-not-asked': 1 } },
      draft: { asked: 0, heldBack: { 'rule-disabled': 1 } },
    });
    // Only the assessment, for which there is no rule either way.
    expect(told).toMatchObject({ same: 1, different: 8 });
    expect(told.asksPerPerson).toEqual([
      { asks: 1, live: 1, draft: 0 },
      { asks: 2, live: 1, draft: 0 },
      { asks: 4, live: 1, draft: 0 },
    ]);
  });

  it('asks Cecilia twice where a rule for the assessment is added', async () => {
    const told = await replayed({ ...live, id: 'assessment-completed', stage: 'assessment.completed' });
    expect(of(told, 'assessment.completed')).toMatchObject({
      live: { asked: 0, heldBack: { 'no-rule': 1 } },
      draft: { asked: 1, heldBack: {} },
    });
    expect(told.newlyAskedTwice).toEqual([{ role: 'parent', people: 1 }]);
    expect(told.asksPerPerson).toEqual([
      { asks: 1, live: 1, draft: 0 },
      { asks: 2, live: 1, draft: 2 },
      { asks: 4, live: 1, draft: 1 },
    ]);
    expect(told).toMatchObject({ same: 8, different: 1 });
  });

  it('changes nothing by being tried', async () => {
    expect(await replayed(live)).toMatchObject({ same: 9, different: 0 });
    expect(await story.decisions(anna)).toHaveLength(4);
    expect(story.mailsTo(anna)).toHaveLength(4);
  });
});

describe('what cannot be replayed', () => {
  const rule = newDraft();
  const time = { from: '2026-02-01', to: '2026-02-28' };
  const closed = { ...rule.window, fromHour: 18, toHour: 9 };
  it.each<[string, string, object]>([
    [
      'a window that never opens',
      '/rules/0/window/toHour',
      { rules: [{ ...rule, window: closed }], ...time },
    ],
    [
      'two rules for one stage',
      '/rules/0/stage',
      { rules: [{ ...rule, stage: 'service.ended', id: 'another' }], ...time },
    ],
    ['one rule twice', '/rules/1/id', { rules: [rule, rule], ...time }],
    ['a field that no rule has', '/rules/0/reminders', { rules: [{ ...rule, reminders: 3 }], ...time }],
    ['a field that no draft has', '/dryRun', { rules: [], ...time, dryRun: true }],
    [
      'a rule without its caps',
      '/rules/0/personCap',
      { rules: [{ ...rule, personCap: undefined }], ...time },
    ],
    ['a future', '/from', { rules: [], from: '2027-02-01', to: '2027-02-28' }],
    ['an end before the beginning', '/to', { rules: [], from: '2026-02-02', to: '2026-02-01' }],
    ['a time that is none', '/from', { rules: [], from: 'lately', to: '2026-02-01' }],
    ['more than the records remember', '/to', { rules: [], from: '2024-01-01', to: '2026-02-01' }],
  ])('is refused with a pointer to it: %s', async (_, pointer, body) => {
    const refused = await ask(body);
    expect(refused).toMatchObject({ status: 400, contentType: 'application/problem+json' });
    expect((refused.body as { errors: { pointer: string }[] }).errors.map((one) => one.pointer)).toEqual([
      pointer,
    ]);
  });

  it('names the rule that a draft contradicts', async () => {
    const { body } = await ask({ rules: [{ ...rule, stage: 'service.ended', id: 'another' }], ...time });
    expect(JSON.stringify(body)).toContain('service-ended');
  });

  it('is nobody’s but an administrator’s', async () => {
    expect(await ask({ rules: [], ...time }, 'analyst')).toMatchObject({ status: 403 });
    expect(await askAs(story.system, undefined, '/v1/rules/replay', { method: 'POST' })).toMatchObject({
      status: 401,
    });
    expect((await askAs(story.system, 'admin', '/v1/rules/replays/none')).status).toBe(404);
  });
});
