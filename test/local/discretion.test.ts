/**
 * Careful discretion from outside, in one running system: signed events, the clock, rules saved by an administrator,
 * links and addresses of mails. There is a scenario for every reason of the closed list, played side by side in one
 * week of March 2026; each record must name its reason, the gates tried up to it and no more, the date worked out by
 * hand here, and say so in a sentence of each language. Others end a request in every way in which it can end.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem } from '../../local/system.ts';
import { heldBackReasons, type HeldBackReason } from '../../shared/domain/decisions/reasons.ts';
import { languages } from '../../shared/domain/vocabulary.ts';
import { somebody } from '../support/deliveries.ts';
import { askAs, type Explained } from '../support/staff.ts';
import { report, Story } from '../support/story.ts';
import { endings } from './discretion/endings.ts';
import { heldBack } from './discretion/held-back.ts';
import { savedRules } from './discretion/rules.ts';
import { moments, play, type Scenario } from './discretion/scenario.ts';

let story: Story;

beforeAll(async () => {
  story = new Story(await startSystem({ now: moments.morning }));
  for (const rule of savedRules) await story.save(rule);
  await play(story, [...Object.values(heldBack), ...Object.values(endings).map(({ scenario }) => scenario)]);
});
afterAll(async () => {
  await story.system.stop();
});

/** The last decision about whom a scenario is about. */
async function lastOf({ who }: Scenario): Promise<Explained> {
  const decisions = await Promise.all(who.map((one) => story.last(one)));
  const found = decisions.find(({ outcome }) => outcome === 'held-back') ?? decisions[0];
  if (found === undefined) throw new Error('nothing was decided');
  return found;
}

/** Sentences that an administrator can read: whole, different in each language, and without anything of the machine. */
function expectSentences({ explanation }: Explained): void {
  for (const language of languages) {
    const text = explanation[language];
    expect(text).toMatch(/^\p{Lu}.{15,}[.]$/su);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\{|\d{4}-\d{2}-\d{2}T|(?=[\w-]*\d)[\w-]{22}|@/);
  }
  expect(new Set(Object.values(explanation)).size).toBe(languages.length);
}

const instant = (moment: string | null): string | null => moment && new Date(moment).toISOString();

describe('a reason to hold back', () => {
  it('has a scenario each, in the order of the list', () => {
    expect(Object.keys(heldBack)).toEqual(heldBackReasons);
  });

  it.each(heldBackReasons.map((reason, index) => [reason, index] as const))(
    'occurs, and explains itself: %s',
    async (reason, index) => {
      const decision = await lastOf(heldBack[reason]);
      expect(decision).toMatchObject({ outcome: 'held-back', reason, dueAt: null, requestState: null });
      const tried = heldBackReasons.slice(0, index + 1);
      expect(decision.gates.map(({ gate, passed }) => [gate, passed])).toEqual(
        tried.map((gate) => [gate, gate !== reason]),
      );
      expect(decision.nextPossibleAt).toBe(instant(heldBack[reason].next));
      expectSentences(decision);
    },
  );

  it.each<[HeldBackReason, unknown]>([
    ['role-not-asked', 'provider-worker'],
    ['hold', 'emergency-placement'],
    ['cooldown', 30],
    ['period-cap', { counted: 1, most: 1, days: 60 }],
    ['household-cap', { counted: 2, most: 2, days: 90 }],
    ['case-cap', { counted: 3, most: 3, days: 30 }],
    ['lower-priority', { stage: 'placement.ended', on: '2026-03-10' }],
    ['unit-daily-cap', { counted: 2, most: 2, days: 1 }],
  ])('keeps what it looked at: %s', async (reason, value) => {
    expect((await lastOf(heldBack[reason])).gates.at(-1)).toEqual({ gate: reason, passed: false, value });
  });

  it('counts for every recipient in the summary', async () => {
    const { status, body } = await askAs(
      story.system,
      'admin',
      '/v1/decisions/summary?from=2026-03-02&to=2026-03-06',
    );
    expect(status).toBe(200);
    const { total } = body as { total: { heldBack: Record<string, number> } };
    expect(Object.keys(total.heldBack).toSorted()).toEqual(heldBackReasons.toSorted());
  });
});

describe('the lot', () => {
  it('falls alike whenever the same person comes again', async () => {
    const { who } = heldBack['sampled-out'];
    const lots = await Promise.all(
      who.map(async (one) => (await story.decisions(one)).map(({ reason }) => reason ?? 'asked')),
    );
    expect(new Set(lots.map((of) => of.join(' then ')))).toEqual(
      new Set(['asked then asked', 'sampled-out then sampled-out']),
    );
  });
});

describe('a request', () => {
  it.each(Object.entries(endings))('ends as it should: %s', async (_, ending) => {
    const [who] = ending.scenario.who;
    const decision = await story.last(who);
    const { state: requestState, endReason } = ending;
    expect(decision).toMatchObject({ outcome: 'asked', requestState, endReason, reason: endReason });
    expect(decision.gates.map(({ passed }) => passed)).toEqual(heldBackReasons.map(() => true));
    expect(story.mailsTo(who)).toHaveLength(ending.mails);
    expectSentences(decision);
  });

  it('leaves when a hard moment is over, where that is in time', () => {
    const [who] = endings['one of a case in which a hard moment ends in time'].scenario.who;
    expect(story.mailsTo(who).map(({ at }) => at)).toEqual([moments.tuesdayLater]);
  });

  it('fails where SES refuses the mail', async () => {
    const who = somebody();
    const answer = { status: 400, code: 'MessageRejected' };
    const plan = { caller: 'send-request', action: 'SendRawEmail', when: 'before', answer } as const;
    const fault = story.system.wire.failOnce(plan);
    await story.tell('2026-03-09T10:00:00+02:00', report('service.started', [who]));
    expect(fault.struck()).toBe(true);
    expect(await story.last(who)).toMatchObject({ outcome: 'asked', requestState: 'send-failed' });
    expectSentences(await story.last(who));
    expect(story.mailsTo(who)).toEqual([]);
  });
});

describe('what stops the next request', () => {
  const complaining = somebody({ email: 'complaint+next@simulator.amazonses.com' });

  it.each([
    ['one click on unsubscribe', heldBack['opted-out'].who[0], 'opted-out', 1],
    ['a pause by the form', heldBack.paused.who[0], 'paused', 1],
    ['a bounce', heldBack['address-suppressed'].who[0], 'address-suppressed', 0],
    ['a complaint', complaining, 'address-suppressed', 1],
  ] as const)('%s', async (_, who, reason, mails) => {
    if (who === complaining) {
      await story.tell('2026-03-10T10:00:00+02:00', report('service.started', [who]));
      await story.tell('2026-03-11T12:00:00+02:00', report('plan-meeting.held', [who]));
    }
    const [first, next] = await story.decisions(who);
    expect(first).toMatchObject({ outcome: 'asked', requestState: 'sent' });
    expect(next).toMatchObject({ outcome: 'held-back', reason });
    expect(story.mailsTo(who)).toHaveLength(mails);
  });

  it('nothing at all, for who chooses to be asked again', async () => {
    const [who] = heldBack.paused.who;
    await story.choose(who, 'choice', 'start');
    await story.choose(who, 'language', 'sv');
    await story.tell('2026-05-06T10:00:00+03:00', report('plan-meeting.held', [who]));
    await story.moveTo('2026-05-07T12:00:00+03:00');
    expect(await story.standing(who)).toBe('sent');
    expect(story.mailsTo(who).at(-1)?.mail.text).toMatch(/\/sv\/s\/meeting\.\d+#/);
  });
});

describe('when nothing could be sent for weeks', () => {
  it('a request that has become too late reaches nobody', async () => {
    const who = somebody();
    await story.tell('2026-05-11T10:00:00+03:00', report('plan-meeting.held', [who]));
    await story.moveTo('2026-06-01T12:00:00+03:00');
    expect(await story.last(who)).toMatchObject({
      outcome: 'asked',
      requestState: 'expired-before-sending',
      endReason: null,
    });
    expect(story.mailsTo(who)).toEqual([]);
  });
});
