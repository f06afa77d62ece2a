/**
 * Functions that die between any two calls to a service. For each function of the pipeline, a run in a fresh
 * environment tells which calls it makes; then it is killed right before each of them and right after each that writes, and whatever
 * the queue, the schedule or the respondent would do next is done. Afterwards there is one decision for each person,
 * at most one mail for each request, one answer for each form, and the same release as without a crash.
 */
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environment } from '../../shared/contract/environment.ts';
import { openMailbox, type Mail } from '../../local/simulation/inbox.ts';
import { startSystem, type System } from '../../local/system.ts';
import { crash, crashPointsOf, dieAt, records, type CrashPoint } from '../support/crashes.ts';
import { putMessage, redrive } from '../support/dead-letters.ts';
import { deliverBatch, deliverEvent, meetingHeld, somebody } from '../support/deliveries.ts';
import { invitationIn, openForm, sendForm, type OpenForm } from '../support/question-forms.ts';
import { decisionsFor, releaseOf } from '../support/staff.ts';
import { itemsIn, readStored, restoreStored, type Stored } from '../support/stored-items.ts';

let system: System;
let newMail: () => Promise<Mail[]>;
/** Mail of people who can answer. */
const mails: Mail[] = [];
/** How many of them answer otherwise than the rest: of answers that are all alike, a release tells no distribution. */
const lukewarm = 5;

beforeAll(async () => {
  system = await startSystem({ now: '2026-03-02T09:00:00+02:00' });
  newMail = openMailbox(system.endpoints.ses);
});
afterAll(async () => {
  await system.stop();
});

const inPeace = { failed: [], deadLetters: [] };

type StoredRequest = { requestId: string; state: string; contactHash: string; address?: string };
const requests = async (): Promise<StoredRequest[]> =>
  (await itemsIn(system, environment.invitationsTable)).filter(
    ({ sk }) => sk === 'REQUEST',
  ) as unknown as StoredRequest[];

const mailsTo = (all: readonly Mail[], address: string | undefined): Mail[] =>
  all.filter(({ to }) => to.includes(address ?? 'nobody'));

describe('decide-requests', () => {
  it('decides every event exactly once, wherever it dies', async () => {
    const eventFor = (person: ReturnType<typeof somebody>) =>
      meetingHeld(system, {}, { recipients: [person] });
    const decide = (event: unknown) => system.invoke('decide-requests', records(JSON.stringify(event)));
    const first = eventFor(somebody());
    const points = await crashPointsOf(system, 'decide-requests', () => decide(first));
    expect(points.map(({ action }) => action)).toEqual(expect.arrayContaining(['TransactWriteItems']));

    const people = points.map(() => somebody());
    const events = people.map(eventFor);
    await system.restart('decide-requests');
    for (const [index, point] of points.entries())
      await dieAt(system, 'decide-requests', point, () => decide(events[index]));
    // The queue would hand each of them over again; the sender, who never knew, does it here.
    await deliverBatch(system, events);
    expect(await system.settle()).toMatchObject(inPeace);
    for (const { contactRef } of people)
      expect(await decisionsFor(system, contactRef)).toMatchObject([
        { outcome: 'asked', requestState: 'due' },
      ]);
    expect(await requests()).toHaveLength(points.length + 1);
  });

  it('decides the good events around one that is none, and the operator can bring back what crashed three times', async () => {
    const [before, after, unlucky] = [somebody(), somebody(), somebody()];
    await deliverEvent(system, meetingHeld(system, {}, { recipients: [before] }));
    await putMessage(system, 'StageEventsQueue', '{"no": "event"}');
    await deliverEvent(system, meetingHeld(system, {}, { recipients: [after] }));
    expect(await system.settle()).toMatchObject({ deadLetters: [{ messages: 1 }] });
    for (const { contactRef } of [before, after])
      expect(await decisionsFor(system, contactRef)).toMatchObject([{ outcome: 'asked' }]);

    for (const nth of [1, 2, 3]) crash(system, 'decide-requests', { nth, when: 'before' });
    await deliverEvent(system, meetingHeld(system, {}, { recipients: [unlucky] }));
    expect(await system.settle()).toMatchObject({ deadLetters: [{ messages: 2 }] });
    expect(await decisionsFor(system, unlucky.contactRef)).toEqual([]);

    expect(await redrive(system, 'StageEventsDlq', 'StageEventsQueue')).toHaveLength(2);
    expect(await system.settle()).toMatchObject({ deadLetters: [{ messages: 1 }] });
    expect(await decisionsFor(system, unlucky.contactRef)).toMatchObject([{ outcome: 'asked' }]);
    // What is no event stays none, and the operator throws it away.
    await redrive(system, 'StageEventsDlq', 'SendQueue');
    expect(await system.settle()).toMatchObject(inPeace);
  });
});

describe('release-due', () => {
  it('queues every request, and a double in the queue is no second mail', async () => {
    const due = await requests();
    system.clock.pin(Date.parse('2026-03-03T12:00:00+02:00'));
    const release = () => system.invoke('release-due');
    // Finding the crash points releases all; the marks are put back for each death.
    const marked = await readStored(system, environment.invitationsTable);
    const points = await crashPointsOf(system, 'release-due', release);
    expect(points.map(({ action }) => action)).toContain('BatchWriteItem');
    for (const point of points) {
      await restoreStored(system, environment.invitationsTable, marked);
      await dieAt(system, 'release-due', point, release);
    }
    expect(await system.settle()).toMatchObject(inPeace);
    const sent = await newMail();
    for (const { address } of due) expect(mailsTo(sent, address)).toHaveLength(1);
    expect((await requests()).map(({ state }) => state)).toEqual(due.map(() => 'sent'));
    mails.push(...sent);
  });
});

describe('send-request', () => {
  /** People of as many meetings, and their requests on the next noon, still unsent. */
  async function dueRequests(count: number, heldAt: string, nextNoon: string): Promise<StoredRequest[]> {
    system.clock.pin(Date.parse(heldAt));
    await deliverBatch(
      system,
      Array.from({ length: count }, () => meetingHeld(system)),
    );
    await system.settle();
    system.clock.pin(Date.parse(nextNoon));
    return (await requests()).filter(({ state }) => state === 'due');
  }

  const stateOf = async ({ requestId }: StoredRequest): Promise<string | undefined> =>
    (await requests()).find((request) => request.requestId === requestId)?.state;

  it('sends at most one mail for a request wherever it dies, and says where it is not sure', async () => {
    const [first, ...due] = await dueRequests(20, '2026-03-03T12:00:00+02:00', '2026-03-04T12:00:00+02:00');
    const send = (request: StoredRequest | undefined) =>
      system.invoke('send-request', records(request?.requestId ?? ''));
    const points = await crashPointsOf(system, 'send-request', () => send(first));
    const actions = points.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['TransactWriteItems', 'SendRawEmail', 'UpdateItem']));
    await system.restart('send-request');
    for (const [index, point] of points.entries())
      await dieAt(system, 'send-request', point, () => send(due[index]));
    expect(await system.settle()).toMatchObject(inPeace);

    const sent = await newMail();
    const place = (action: string, when: string): number =>
      points.findIndex((point) => point.action === action && point.when === when);
    const claimed = place('TransactWriteItems', 'after');
    const mailed = place('SendRawEmail', 'after');
    const noted = place('UpdateItem', 'after');
    for (const [index, point] of points.entries()) {
      const request = due[index];
      const isCertain = index < claimed || index >= noted;
      const isSent = index < claimed || index >= mailed;
      const end = {
        state: request && (await stateOf(request)),
        mails: mailsTo(sent, request?.address).length,
      };
      expect([point, end]).toEqual([
        point,
        { state: isCertain ? 'sent' : 'send-uncertain', mails: isSent ? 1 : 0 },
      ]);
    }
    for (const request of await requests()) expect(request).not.toHaveProperty('address');
    mails.push(...sent);
  });

  it.each([
    ['rejects it', 'before', 400, 'MessageRejected', '2026-03-09', 'send-failed', 0],
    ['fails without having sent', 'before', 503, 'ServiceUnavailable', '2026-03-10', 'send-uncertain', 0],
    ['fails after having sent', 'after', 500, 'InternalFailure', '2026-03-11', 'send-uncertain', 1],
  ] as const)('where SES %s, ends as it should', async (_, when, status, code, day, state, count) => {
    const nextNoon = new Date(Date.parse(`${day}T12:00:00+02:00`) + 24 * 3600_000).toISOString();
    const [request] = await dueRequests(1, `${day}T08:00:00+02:00`, nextNoon);
    const plan = { caller: 'send-request', action: 'SendRawEmail', when, answer: { status, code } };
    const fault = system.wire.failOnce(plan);
    await system.settle();
    expect(fault.struck()).toBe(true);
    expect(request && (await stateOf(request))).toBe(state);
    const sent = await newMail();
    expect(mailsTo(sent, request?.address)).toHaveLength(count);
    mails.push(...sent);
  });

  it('waits each time that SES takes no mail for now, and sends one in the end', async () => {
    const [request] = await dueRequests(1, '2026-03-16T08:00:00+02:00', '2026-03-17T12:00:00+02:00');
    for (const minutes of ['00', '10', '20']) {
      system.clock.pin(Date.parse(`2026-03-17T12:${minutes}:00+02:00`));
      const answer = { status: 400, code: 'Throttling' };
      const plan = { caller: 'send-request', action: 'SendRawEmail', when: 'before', answer } as const;
      const fault = system.wire.failOnce(plan);
      expect(await system.settle()).toMatchObject(inPeace);
      expect(fault.struck()).toBe(true);
      expect(request && (await stateOf(request))).toBe('due');
    }
    system.clock.pin(Date.parse('2026-03-17T12:30:00+02:00'));
    expect(await system.settle()).toMatchObject(inPeace);
    expect(request && (await stateOf(request))).toBe('sent');
    expect(await newMail()).toHaveLength(1);
  });
});

describe('take-answers', () => {
  it('counts a form once, when it is sent again after each crash', async () => {
    const forms: OpenForm[] = [];
    for (const mail of mails) forms.push(await openForm(invitationIn(mail)));
    const [first, ...others] = forms;
    if (first === undefined) throw new Error('nobody got a mail');
    const send = (form: OpenForm) => sendForm(form, { heard: forms.indexOf(form) < lukewarm ? '3' : '4' });
    const points = await crashPointsOf(system, 'take-answers', () => send(first));
    expect(points.map(({ action, when }) => `${when} ${action}`)).toEqual([
      ...['before GetItem', 'before GetSecretValue', 'before GetItem'],
      ...['before PutItem', 'after PutItem', 'before PutItem', 'after PutItem'],
      // What is told after thanks is read once the answer has been taken.
      'before GetItem',
    ]);
    const crashed = others.slice(0, points.length);
    expect(crashed).toHaveLength(points.length);
    await system.restart('take-answers');
    for (const [index, point] of points.entries()) {
      const form = crashed[index] ?? first;
      const fault = crash(system, 'take-answers', point);
      expect((await send(form)).status).toBe(500);
      expect(fault.struck()).toBe(true);
    }
    for (const form of forms) expect((await send(form)).page).toBe('thanks');
    expect(await itemsIn(system, environment.poolTable)).toHaveLength(forms.length);
    expect(await itemsIn(system, environment.ballotsTable)).toHaveLength(forms.length);
  });
});

describe('the close of a quarter', () => {
  const tables = [environment.mixKeysTable, environment.reportsTable];
  const readAll = () => Promise.all(tables.map((table) => readStored(system, table)));

  /** How often a function was killed, and how many different things that left. */
  type Deaths = { deaths: number; leaving: number };

  /**
   * Kills a function at each of its points, and compares what is stored after its next run with an undisturbed one. That
   * run begins anew and knows no more than what is stored: where that is what an earlier death has left, it is the same
   * run, and is made once.
   */
  async function alwaysEndsAlike(
    caller: string,
    isTried: (point: CrashPoint) => boolean = () => true,
  ): Promise<Deaths> {
    const run = () => system.invoke(caller);
    const before = await readAll();
    const points = (await crashPointsOf(system, caller, run)).filter(isTried);
    const undisturbed = await readAll();
    expect(undisturbed).not.toEqual(before);
    const left: Stored[][] = [];
    for (const point of points) {
      for (const [index, table] of tables.entries())
        await restoreStored(system, table, before[index] ?? { table, items: [] });
      await dieAt(system, caller, point, run);
      const now = await readAll();
      if (left.some((one) => isDeepStrictEqual(one, now))) continue;
      left.push(now);
      expect(await run()).toMatchObject({ ok: true });
      expect([point, await readAll()]).toEqual([point, undisturbed]);
    }
    return { deaths: points.length, leaving: left.length };
  }

  beforeAll(async () => {
    system.clock.pin(Date.parse('2026-04-01T03:30:00+03:00'));
    await system.invoke('rotate-keys');
  });

  it('ends alike wherever count-invited dies, of whose many queries one is like another', async () => {
    const isTried = ({ action, nth }: CrashPoint): boolean => action !== 'Query' || nth < 4;
    expect(await alwaysEndsAlike('count-invited', isTried)).toEqual({ deaths: 7, leaving: 2 });
  });

  it('ends alike wherever mix-responses dies', async () => {
    const { deaths, leaving } = await alwaysEndsAlike('mix-responses');
    expect(deaths).toBeGreaterThan(10);
    expect(leaving).toBeGreaterThan(2);
  });

  it('ends alike wherever publish-report dies, of whose calls every sixth is tried: its own test tries all', async () => {
    const isTried = ({ nth }: CrashPoint): boolean => nth % 6 === 1;
    const { deaths, leaving } = await alwaysEndsAlike('publish-report', isTried);
    expect(deaths).toBeGreaterThan(10);
    expect(leaving).toBeGreaterThan(5);
  });

  it('publishes every answer exactly once', async () => {
    expect(await system.settle()).toMatchObject(inPeace);
    const { cells } = await releaseOf(system, 'T1', '2026-Q1');
    expect(cells).toMatchObject([
      {
        ...{ item: 'heard', responses: mails.length },
        distribution: [0, 0, lukewarm, mails.length - lukewarm, 0],
      },
    ]);
  });
});
