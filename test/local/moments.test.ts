/**
 * Time as people live it, and events as they really come, in one running system: what is expected soon and what is
 * asked of now, events that arrive out of order, months late or ahead of time, a household that changes, two
 * administrators who save at once; and from spring to winter, public holidays and both changes of the clock. Dates and
 * times are worked out by hand from the calendar of 2026, and mails looked for when they must and must not come.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem } from '../../local/system.ts';
import type { RuleDraft } from '../../shared/domain/rules/rule.ts';
import { somebody } from '../support/deliveries.ts';
import { draftOf, newDraft, shippedRule } from '../support/rules.ts';
import { askAs } from '../support/staff.ts';
import { report, Story, type Somebody } from '../support/story.ts';

const held = 'plan-meeting.held';
const parents: RuleDraft['audiences'] = [{ role: 'parent', questionSet: 'family' }];

/** A stage that yields to every other, and asks one of a household only. */
const assessment = newDraft({
  id: 'assessment-completed',
  stage: 'assessment.completed',
  audiences: parents,
  householdCap: { most: 1, days: 30 },
  priority: 10,
});

/** Asks in the one hour of the week that is left out in spring and comes twice in autumn. */
const nightly = newDraft({
  id: 'plan-reviewed',
  stage: 'client-plan.reviewed',
  audiences: parents,
  delayDays: 1,
  window: { weekdays: [7], fromHour: 3, toHour: 4, publicHolidays: true },
});

let story: Story;

beforeAll(async () => {
  story = new Story(await startSystem({ now: '2026-03-02T10:00:00+02:00' }));
  for (const rule of [assessment, nightly]) await story.save(rule);
});
afterAll(async () => {
  await story.system.stop();
});

const at = (time: string): string => `2026-03-02T${time}:00+02:00`;
const instant = (moment: string): string => new Date(moment).toISOString();
const lastGate = async (who: Somebody) => (await story.last(who)).gates.at(-1);

describe('a more important stage', () => {
  const family = { caseRef: 'case-in-placement', householdRef: 'household-in-placement', placementType: '1' };
  const [who, farOff] = [somebody(), somebody()];

  it('that is near makes the meeting yield, and is asked about when it has come', async () => {
    await story.tell(
      at('10:00'),
      report(held, [who], { ...family, expectedEnd: '2026-03-06' }),
      report(held, [farOff], { placementType: '1', expectedEnd: '2026-08-31' }),
    );
    expect(await story.last(who)).toMatchObject({ outcome: 'held-back', reason: 'lower-priority' });
    expect(await lastGate(who)).toMatchObject({ value: { stage: 'placement.ended', on: '2026-03-06' } });
    expect((await story.last(who)).explanation.en).toMatch(/placement.*6 March 2026/su);
    expect(await story.standing(farOff)).toBe('due');
  });

  it('is no longer expected once it has come, and asks by its own rule', async () => {
    const ended = { time: '2026-03-02T10:20:00+02:00' };
    await story.tell(at('10:30'), report('placement.ended', [who], family, ended));
    // Two weeks later at this time of day, which is before the afternoon.
    expect(await story.last(who)).toMatchObject({
      outcome: 'asked',
      dueAt: instant('2026-03-16T12:00:00+02:00'),
    });
    const other = somebody();
    await story.tell(at('10:40'), report(held, [other], { ...family, occasionRef: 'after-the-end' }));
    expect(await story.standing(other)).toBe('due');
  });
});

describe('events out of order', () => {
  const meeting = (name: string) => ({ caseRef: `case-${name}`, occasionRef: name });
  const scheduled = (name: string) =>
    report(
      'plan-meeting.scheduled',
      [],
      { ...meeting(name), scheduledFor: '2026-03-20' },
      { time: '2026-02-20T10:00:00+02:00' },
    );
  const assessed = (who: Somebody, name: string) =>
    report('assessment.completed', [who], { caseRef: `case-${name}` });

  it('a meeting that is planned makes lesser stages yield, until it is off', async () => {
    const [early, late] = [somebody(), somebody()];
    await story.tell(at('11:00'), scheduled('to-come'));
    await story.tell(at('11:10'), assessed(early, 'to-come'));
    expect(await lastGate(early)).toMatchObject({
      gate: 'lower-priority',
      value: { stage: held, on: '2026-03-20' },
    });
    await story.tell(at('11:20'), report('plan-meeting.cancelled', [], meeting('to-come')));
    await story.tell(at('11:30'), assessed(late, 'to-come'));
    expect(await story.standing(late)).toBe('due');
  });

  it('one that was held is not expected any more, when the report comes that it was planned', async () => {
    const [who, other] = [somebody(), somebody()];
    await story.tell(at('12:00'), report(held, [who], meeting('held-first')));
    await story.tell(at('12:10'), scheduled('held-first'));
    await story.tell(at('12:20'), assessed(other, 'held-first'));
    expect(await story.standing(who)).toBe('due');
    expect(await story.standing(other)).toBe('due');
  });

  it('a hard moment that was over before it was heard of keeps nobody back', async () => {
    const [who, other] = [somebody(), somebody()];
    const hold = (name: string) => ({ caseRef: `case-${name}`, reason: 'bereavement' });
    const began = { time: '2026-03-01T09:00:00+02:00' };
    const ended = { time: '2026-03-02T09:00:00+02:00' };
    await story.tell(at('13:00'), report('hold.ended', [], hold('over'), ended));
    await story.tell(at('13:10'), report('hold.started', [], hold('over'), began));
    await story.tell(at('13:20'), report('hold.started', [], hold('lasting'), began));
    await story.tell(at('13:30'), report(held, [who], { caseRef: 'case-over' }));
    await story.tell(at('13:40'), report(held, [other], { caseRef: 'case-lasting' }));
    expect(await story.standing(who)).toBe('due');
    expect(await story.last(other)).toMatchObject({
      reason: 'hold',
      // 60 days after the first of March at nine in the morning, by when the clocks have gone forward.
      nextPossibleAt: instant('2026-04-30T10:00:00+03:00'),
    });
  });

  it('a hard moment that is yet to come keeps back who would be asked in it, and nobody before', async () => {
    const [before, during] = [somebody(), somebody()];
    const hold = { caseRef: 'case-future', reason: 'other' };
    const begins = { time: '2026-03-10T09:00:00+02:00' };
    await story.tell(at('14:00'), report('hold.started', [], hold, begins));
    await story.tell(
      at('14:10'),
      report(held, [before], { caseRef: 'case-future' }),
      report(held, [during], { caseRef: 'case-future' }, { time: '2026-03-10T10:00:00+02:00' }),
    );
    expect(await story.standing(before)).toBe('due');
    expect(await story.standing(during)).toBe('hold');
  });

  it('a meeting of months ago asks nobody any more, and counts for nothing', async () => {
    const who = somebody();
    await story.tell(at('15:00'), report(held, [who], {}, { time: '2025-11-03T10:00:00+02:00' }));
    expect(await story.last(who)).toMatchObject({
      outcome: 'asked',
      requestState: 'expired-before-sending',
    });
    await story.tell(at('15:10'), report(held, [who]));
    expect(await story.standing(who)).toBe('due');
  });

  it('a household counts the asks of those who were in it at the time', async () => {
    const [first, moving, later] = [somebody(), somebody(), somebody()];
    const inHousehold = (who: Somebody, householdRef: string) =>
      report('assessment.completed', [who], { householdRef });
    await story.tell(at('16:00'), inHousehold(first, 'old'));
    await story.tell(at('16:10'), inHousehold(moving, 'old'));
    expect(await story.standing(moving)).toBe('household-cap');
    await story.tell(at('16:20'), inHousehold(moving, 'new'));
    expect(await story.standing(moving)).toBe('due');
    await story.tell(at('16:30'), inHousehold(later, 'new'));
    expect(await story.standing(later)).toBe('household-cap');
  });
});

describe('two administrators who save the same rule at once', () => {
  it('are told apart: one has saved, the other reads again', async () => {
    const path = '/v1/rules/service-ended';
    const { etag } = await fetch(`${story.system.endpoints.api}${path}`, {
      headers: { authorization: `Bearer ${story.system.endpoints.tokens.admin}` },
    }).then(({ headers }) => ({ etag: headers.get('etag') ?? '' }));
    const rule = draftOf(shippedRule('service-ended'));
    const saves = [31, 32].map((minimumGapDays) =>
      askAs(story.system, 'admin', path, {
        method: 'PUT',
        body: JSON.stringify({ ...rule, minimumGapDays }),
        headers: { 'if-match': etag },
      }),
    );
    const answers = await Promise.all(saves);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const saved = answers.find(({ status }) => status === 200)?.body;
    const { body: inForce } = await askAs(story.system, 'admin', path);
    expect(saved).toEqual({ ...(inForce as object), warnings: expect.any(Array) as unknown });
  });
});

describe('a year of days', () => {
  /** An event, the moments at which no mail may come, and the one at which it must. */
  it.each([
    [
      'a weekend, after which it is summer time',
      held,
      '2026-03-27T10:00:00+02:00',
      {
        due: '2026-03-30T09:00:00+03:00',
        never: ['2026-03-28T12:00:00+02:00', '2026-03-29T12:00:00+03:00'],
      },
    ],
    [
      'the hour that is left out in spring',
      nightly.stage,
      '2026-03-28T03:30:00+02:00',
      {
        due: '2026-04-05T03:00:00+03:00',
        never: ['2026-03-29T02:59:00+02:00', '2026-03-29T04:30:00+03:00'],
      },
    ],
    [
      'Easter',
      held,
      '2026-04-02T10:00:00+03:00',
      {
        due: '2026-04-07T09:00:00+03:00',
        never: ['2026-04-03T12:00:00+03:00', '2026-04-06T12:00:00+03:00'],
      },
    ],
    [
      'Midsummer',
      held,
      '2026-06-18T10:00:00+03:00',
      {
        due: '2026-06-22T09:00:00+03:00',
        never: ['2026-06-19T12:00:00+03:00', '2026-06-20T12:00:00+03:00'],
      },
    ],
    [
      'the hour that comes twice in autumn',
      nightly.stage,
      '2026-10-24T02:15:00+03:00',
      {
        due: '2026-10-25T03:00:00+03:00',
        never: ['2026-10-25T02:59:00+03:00'],
        found: '2026-10-25T03:30:00+02:00',
      },
    ],
    [
      'a weekend, after which it is winter time',
      held,
      '2026-10-25T09:30:00+02:00',
      {
        due: '2026-10-26T09:30:00+02:00',
        never: ['2026-10-26T09:29:00+02:00'],
      },
    ],
    [
      'Epiphany',
      held,
      '2027-01-05T10:00:00+02:00',
      {
        due: '2027-01-07T09:00:00+02:00',
        never: ['2027-01-06T12:00:00+02:00'],
      },
    ],
  ] as const)('%s', async (_, stage, time, { due, never, ...others }) => {
    const who = somebody();
    await story.tell(time, report(stage, [who]));
    expect(await story.last(who)).toMatchObject({ outcome: 'asked', dueAt: instant(due) });
    for (const moment of never) {
      await story.moveTo(moment);
      expect([moment, story.mailsTo(who).length]).toEqual([moment, 0]);
    }
    await story.moveTo('found' in others ? others.found : due);
    expect(await story.standing(who)).toBe('sent');
    expect(story.mailsTo(who)).toHaveLength(1);
  });
});
