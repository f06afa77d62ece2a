/**
 * Functions that die while something comes in between: a hard moment that is being noted, a request that is withdrawn or
 * moved at its time, a complaint, a person who unsubscribes. Each is killed right before each of its calls and right
 * after each that writes, and whatever the queue or the mail program would do next is done. Afterwards everything is as
 * if nothing had died: nobody is asked who must not be, nobody twice, and each wish and complaint is kept once.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environment } from '../../shared/contract/environment.ts';
import { startSystem, type System } from '../../local/system.ts';
import { crashPointsOf, dieAt, records } from '../support/crashes.ts';
import { somebody } from '../support/deliveries.ts';
import { complained } from '../support/mail-events.ts';
import { report, Story, type Somebody } from '../support/story.ts';
import { itemsIn } from '../support/stored-items.ts';

let system: System;
let story: Story;
beforeAll(async () => {
  system = await startSystem({ now: '2026-03-02T10:00:00+02:00' });
  story = new Story(system);
});
afterAll(async () => {
  await system.stop();
});

const held = 'plan-meeting.held';
/** More people than a function has points at which it can die. */
const people = (count = 24): Somebody[] => Array.from({ length: count }, () => somebody());
const caseOf = ({ contactRef }: Somebody) => ({ caseRef: `case-of-${contactRef}` });
const meetingOf = (who: Somebody) => report(held, [who], caseOf(who));

/** Requests that are due, with the people whom they are for. */
async function dueTo(all: readonly Somebody[]): Promise<{ who: Somebody; requestId: string }[]> {
  const items = await itemsIn(system, environment.invitationsTable);
  return all.flatMap((who) => {
    const request = items.find(({ sk, address }) => sk === 'REQUEST' && address === who.email);
    return request === undefined ? [] : [{ who, requestId: String(request['requestId']) }];
  });
}

const send = ({ requestId }: { requestId: string }) => system.invoke('send-request', records(requestId));

describe('decide-requests, noting a hard moment', () => {
  it('notes it once, wherever it dies', async () => {
    const all = people();
    const [first, ...others] = all.map((who) =>
      JSON.stringify({
        ...report('hold.started', [], { ...caseOf(who), reason: 'other' }),
        time: '2026-03-02T09:00:00+02:00',
      }),
    );
    const decide = (body: string | undefined) => system.invoke('decide-requests', records(body ?? ''));
    const points = await crashPointsOf(system, 'decide-requests', () => decide(first));
    await system.restart('decide-requests');
    for (const [index, point] of points.entries())
      await dieAt(system, 'decide-requests', point, () => decide(others[index]));
    for (const index of points.keys()) expect(await decide(others[index])).toMatchObject({ ok: true });

    const concerned = all.slice(0, points.length + 1);
    await story.tell('2026-03-02T11:00:00+02:00', ...concerned.map(meetingOf));
    for (const who of concerned) expect(await story.standing(who)).toBe('hold');
    const cases = (await itemsIn(system, environment.invitationsTable)).filter(({ holds }) => holds);
    for (const { holds } of cases) expect(holds).toHaveLength(1);
    expect(cases).toHaveLength(concerned.length);
  });
});

describe('send-request, looking again', () => {
  it('withdraws a request once, wherever it dies', async () => {
    const all = people();
    await story.tell('2026-03-09T10:00:00+02:00', ...all.map(meetingOf));
    const hold = { reason: 'other' };
    await story.tell(
      '2026-03-09T12:00:00+02:00',
      ...all.map((who) => report('hold.started', [], { ...caseOf(who), ...hold })),
    );
    system.clock.pin(Date.parse('2026-03-10T12:00:00+02:00'));
    const [first, ...due] = await dueTo(all);
    if (first === undefined) throw new Error('nobody is asked');
    const points = await crashPointsOf(system, 'send-request', () => send(first));
    expect(points.filter(({ action }) => action === 'TransactWriteItems').length).toBeGreaterThan(2);
    await system.restart('send-request');
    for (const [index, point] of points.entries())
      await dieAt(system, 'send-request', point, () => send(due[index] ?? first));
    await story.moveTo('2026-03-10T12:01:00+02:00');
    for (const who of all) {
      expect(await story.last(who)).toMatchObject({ requestState: 'withdrawn', endReason: 'hold' });
      expect(story.mailsTo(who)).toEqual([]);
    }
  });

  it('moves one whose slot is over, and sends at most one mail, wherever it dies', async () => {
    const all = people();
    await story.tell('2026-03-16T10:00:00+02:00', ...all.map(meetingOf));
    // Nobody has sent on the day for which they were meant.
    system.clock.pin(Date.parse('2026-03-18T12:00:00+02:00'));
    const [first, ...due] = await dueTo(all);
    if (first === undefined) throw new Error('nobody is asked');
    const points = await crashPointsOf(system, 'send-request', () => send(first));
    await system.restart('send-request');
    for (const [index, point] of points.entries())
      await dieAt(system, 'send-request', point, () => send(due[index] ?? first));
    await story.moveTo('2026-03-18T12:01:00+02:00');

    const place = (action: string, when: string): number =>
      points.findLastIndex((point) => point.action === action && point.when === when);
    const [claimed, mailed] = [place('TransactWriteItems', 'after'), place('SendRawEmail', 'after')];
    for (const [index, point] of points.entries()) {
      const { who } = due[index] ?? first;
      const isMailed = index < claimed || index >= mailed;
      const isKnown = index < claimed || index > mailed + 1;
      const { requestState } = await story.last(who);
      expect([point, requestState, story.mailsTo(who).length]).toEqual([
        point,
        isKnown ? 'sent' : 'send-uncertain',
        isMailed ? 1 : 0,
      ]);
    }
  });
});

describe('note-deliveries', () => {
  it('suppresses who complained, wherever it dies', async () => {
    const all = people(12);
    const note = ({ email = '' }: Somebody) => {
      const event = { detail: complained({ to: email, requestId: null }) };
      return system.invoke('note-deliveries', records(JSON.stringify(event.detail)));
    };
    const [first = somebody(), ...others] = all;
    const points = await crashPointsOf(system, 'note-deliveries', () => note(first));
    await system.restart('note-deliveries');
    for (const [index, point] of points.entries())
      await dieAt(system, 'note-deliveries', point, () => note(others[index] ?? first));
    for (const who of others.slice(0, points.length)) expect(await note(who)).toMatchObject({ ok: true });
    const concerned = [first, ...others.slice(0, points.length)];
    await story.tell('2026-03-23T10:00:00+02:00', ...concerned.map(meetingOf));
    for (const who of concerned) expect(await story.standing(who)).toBe('address-suppressed');
  });
});

describe('keep-preferences', () => {
  it('keeps a wish once, wherever it dies, when the mail program tries again', async () => {
    const all = people(12);
    await story.tell('2026-04-07T10:00:00+03:00', ...all.map(meetingOf));
    await story.moveTo('2026-04-08T12:00:00+03:00');
    const [first = somebody(), ...others] = all;
    const press = (who: Somebody) => story.pressUnsubscribe(who);
    const points = await crashPointsOf(system, 'keep-preferences', () => press(first));
    expect(points.map(({ action }) => action)).toContain('TransactWriteItems');
    await system.restart('keep-preferences');
    for (const [index, point] of points.entries())
      await dieAt(system, 'keep-preferences', point, () => press(others[index] ?? first));
    const concerned = others.slice(0, points.length);
    for (const who of concerned) expect(await press(who)).toBe(200);
    const said = (await itemsIn(system, environment.invitationsTable)).filter(
      ({ kind }) => kind === 'preference',
    );
    expect(said).toHaveLength(concerned.length + 1);
    await story.tell('2026-04-09T10:00:00+03:00', ...concerned.map((who) => report(held, [who])));
    for (const who of concerned) expect(await story.standing(who)).toBe('opted-out');
  });
});
