/**
 * Bad, late, doubled and hostile events, posted to the running system by signed webhook, one after another and all
 * at once. What the sender is told comes from the answers, what was decided from the administrators' API, what went
 * out from the inbox; what must be nowhere is looked for in every table, queue and log.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailbox, type Mail } from '../../local/simulation/inbox.ts';
import { startSystem, type System } from '../../local/system.ts';
import {
  batch,
  deliver,
  deliverBatch,
  deliverEvent,
  meetingHeld,
  somebody,
  type Answered,
  type Delivery,
} from '../support/deliveries.ts';
import { dumpEverything, valuesOf } from '../support/everything-stored.ts';
import { askAs, decisionsFor } from '../support/staff.ts';
import { recipient } from '../support/stage-events.ts';

let system: System;
let newMail: () => Promise<Mail[]>;

beforeAll(async () => {
  system = await startSystem({ now: '2026-03-02T10:15:00+02:00' });
  newMail = openMailbox(system.endpoints.ses);
});
afterAll(async () => {
  await system.stop();
});

async function moveTo(now: string): Promise<void> {
  system.clock.pin(Date.parse(now));
  const { failed, deadLetters } = await system.settle();
  expect({ failed, deadLetters }).toEqual({ failed: [], deadLetters: [] });
}

const settle = (): Promise<void> => moveTo(new Date(system.clock.now()).toISOString());

const reasonsFor = async (contactRef: string): Promise<(string | null)[]> =>
  (await decisionsFor(system, contactRef)).map(({ outcome, reason }) => reason ?? outcome);

const pointersOf = ({ body }: Answered): string[] =>
  (body as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer) ?? [];

const everywhere = async (): Promise<string> => {
  const { tables, queues } = await dumpEverything(system.endpoints);
  const logs = system.logs.all().map(({ text }) => text);
  return [...[...tables.values()].flat().flatMap(valuesOf), ...[...queues.values()].flat(), ...logs].join(
    '\n',
  );
};

describe('a delivery that is not surely from the client information system', () => {
  const minutes = 60_000;
  it.each<[string, () => Partial<Delivery>]>([
    ['is not signed', () => ({ headers: { 'webhook-signature': '' } })],
    ['is signed with another secret', () => ({ secret: 'whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldA==' })],
    ['is signed for another message', () => ({ headers: { 'webhook-id': 'msg_of_somebody_else' } })],
    ['was signed six minutes ago', () => ({ signedAt: system.clock.now() - 6 * minutes })],
    ['was signed six minutes from now', () => ({ signedAt: system.clock.now() + 6 * minutes })],
    ['says no time', () => ({ headers: { 'webhook-timestamp': 'lately' } })],
  ])('is refused where it %s', async (_, changes) => {
    const body = JSON.stringify(meetingHeld(system));
    const refused = await deliver(system, { body, ...changes() });
    expect(refused).toMatchObject({ status: 401, contentType: 'application/problem+json' });
  });
});

describe('a body that is no delivery', () => {
  const mebibyte = 1024 * 1024;
  /** A good event of so many bytes, most of them in a field that nobody asked for. */
  const eventOfBytes = (bytes: number, contactRef = 'big'): string => {
    const event = { ...meetingHeld(system, {}, { recipients: [somebody({ contactRef })] }), zebra: '' };
    return JSON.stringify({
      ...event,
      zebra: 'zebra '.repeat(bytes).slice(0, bytes - JSON.stringify(event).length),
    });
  };

  it.each<[string, number, () => Delivery]>([
    ['JSON that breaks off', 400, () => ({ body: JSON.stringify(meetingHeld(system)).slice(0, -20) })],
    ['nothing at all', 400, () => ({ body: '' })],
    ['a batch that is no array', 400, () => ({ body: '{}', contentType: batch })],
    ['one event that is an array', 400, () => ({ body: '[]' })],
    ['null', 400, () => ({ body: 'null' })],
    ['nesting without end', 400, () => ({ body: `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}` })],
    ['501 events', 413, () => ({ body: JSON.stringify(Array(501).fill({})), contentType: batch })],
    ['one byte more than 1 MB', 413, () => ({ body: eventOfBytes(mebibyte + 1) })],
    ['5 MB', 413, () => ({ body: eventOfBytes(5 * mebibyte) })],
    [
      'plain JSON',
      415,
      () => ({ body: JSON.stringify(meetingHeld(system)), contentType: 'application/json' }),
    ],
    ['a web form', 415, () => ({ body: 'a=1', contentType: 'application/x-www-form-urlencoded' })],
  ])('is refused: %s', async (_, status, delivery) => {
    expect((await deliver(system, delivery())).status).toBe(status);
  });

  it.each([
    ['personal identity codes', () => meetingHeld(system, { zebras: Array(60_000).fill('131052-308T') })],
    ['recipients', () => meetingHeld(system, {}, { recipients: Array(300_000).fill(0) })],
  ])('is answered briefly where it is nothing but %s', async (_, event) => {
    const refused = await deliverEvent(system, event());
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body).length).toBeLessThan(200_000);
  });

  it('takes an empty batch for what it is', async () => {
    expect(await deliverBatch(system, [])).toMatchObject({ status: 202, body: { receipts: [] } });
  });

  it('may be 1 MB long, and what nobody asked for is stored nowhere', async () => {
    const body = eventOfBytes(mebibyte, 'one-megabyte');
    expect(Buffer.byteLength(body)).toBe(mebibyte);
    expect((await deliver(system, { body })).status).toBe(202);
    await settle();
    expect(await reasonsFor('one-megabyte')).toEqual(['asked']);
    expect(await everywhere()).not.toContain('zebra');
  });
});

describe('an event with a fault', () => {
  const parent = (changes: object) => ({ recipients: [{ ...recipient(), ...changes }] });
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['/type', { type: 'com.example.ordered.v1' }, {}],
    ['/specversion', { specversion: '0.3' }, {}],
    ['/time', { time: '2026-03-02T10:15:00' }, {}],
    ['/time', { time: '2026-02-30T10:15:00+02:00' }, {}],
    ['/time', { time: '9999-12-31T00:00:00Z' }, {}],
    ['/id', { id: '' }, {}],
    ['/source', { source: 'urn:oid:' }, {}],
    ['/data/caseRef', {}, { caseRef: undefined }],
    ['/data/unit', {}, { unit: undefined }],
    ['/data/unit', {}, { unit: '../../etc' }],
    ['/data/recipients', {}, { recipients: Array(21).fill(recipient()) }],
    ['/data/recipients/0/role', {}, parent({ role: 'neighbour' })],
    ['/data/recipients/0/language', {}, parent({ language: 'suomi, kiitos' })],
    ['/data/recipients/0/email', {}, parent({ email: 'a@b.example\r\nBcc: c@d.example' })],
    ['/data/recipients/0/flags/0', {}, parent({ flags: ['vip'] })],
  ])('is refused with a pointer to it: %s', async (pointer, changes, data) => {
    const refused = await deliverEvent(system, meetingHeld(system, changes, data));
    expect(refused).toMatchObject({ status: 400, contentType: 'application/problem+json' });
    expect(pointersOf(refused)).toEqual([pointer]);
  });

  it('does not keep the good ones of its batch from being decided', async () => {
    const [good, other] = [somebody(), somebody()];
    const wrong = { role: 'neighbour' } as object;
    const taken = await deliverBatch(system, [
      meetingHeld(system, { id: 'good' }, { recipients: [good] }),
      meetingHeld(system, { id: 'wrong' }, { recipients: [{ ...somebody(), ...wrong }] }),
      'no event',
      meetingHeld(system, { id: 'other' }, { recipients: [other] }),
    ]);
    expect(taken).toMatchObject({
      status: 202,
      body: {
        receipts: [
          { index: 0, id: 'good', status: 'accepted' },
          { index: 1, id: 'wrong', status: 'refused', errors: [{ pointer: '/1/data/recipients/0/role' }] },
          { index: 2, id: null, status: 'refused', errors: [{ pointer: '/2' }] },
          { index: 3, id: 'other', status: 'accepted' },
        ],
      },
    });
    await settle();
    expect(await reasonsFor(good.contactRef)).toEqual(['asked']);
    expect(await reasonsFor(other.contactRef)).toEqual(['asked']);
  });
});

describe('a personal identity code', () => {
  const code = '131052-308T';
  it.each<[string, () => object]>([
    [
      '/data/recipients/0/contactRef',
      () => meetingHeld(system, {}, { recipients: [somebody({ contactRef: code })] }),
    ],
    ['/data/caseRef', () => meetingHeld(system, {}, { caseRef: `case of ${code}` })],
    ['/id', () => meetingHeld(system, { id: code })],
    [
      '/data/recipients/0/email',
      () => meetingHeld(system, {}, { recipients: [somebody({ email: `${code}@example.org` })] }),
    ],
    ['/data/notes/0/text', () => meetingHeld(system, {}, { notes: [{ text: code.toLowerCase() }] })],
    ['/data', () => meetingHeld(system, {}, { [code]: true })],
  ])('is refused at %s, and neither echoed nor logged', async (pointer, event) => {
    const refused = await deliverEvent(system, event());
    expect(refused.status).toBe(400);
    expect(pointersOf(refused)).toEqual([pointer]);
    const inBatch = await deliverBatch(system, [meetingHeld(system), event()]);
    expect(inBatch).toMatchObject({ status: 202, body: { receipts: [{}, { status: 'refused' }] } });
    const told = [
      ...[refused, inBatch].map((one) => JSON.stringify(one)),
      ...system.logs.all().map(({ text }) => text),
    ];
    expect(told.join('\n').toUpperCase()).not.toContain(code);
  });

  it('is in no table and no queue afterwards', async () => {
    await settle();
    expect((await everywhere()).toUpperCase()).not.toContain(code);
  });
});

describe('an event that comes again', () => {
  it('is decided once when the same message is delivered twice', async () => {
    const person = somebody();
    const message = {
      id: 'msg_twice',
      body: JSON.stringify(meetingHeld(system, {}, { recipients: [person] })),
    };
    expect((await deliver(system, message)).status).toBe(202);
    await settle();
    expect((await deliver(system, message)).status).toBe(202);
    await settle();
    expect(await reasonsFor(person.contactRef)).toEqual(['asked']);
  });

  it('is a duplicate under another id', async () => {
    const [first, second] = [somebody(), somebody()];
    const occasion = { caseRef: 'case-of-one-meeting', occasionRef: 'one-meeting' };
    await deliverEvent(system, meetingHeld(system, {}, { ...occasion, recipients: [first] }));
    await settle();
    await deliverEvent(system, meetingHeld(system, {}, { ...occasion, recipients: [first, second] }));
    await settle();
    // Both were decided at the same instant of the local clock, so either may be told first.
    expect((await reasonsFor(first.contactRef)).toSorted()).toEqual(['asked', 'duplicate-event']);
    expect(await reasonsFor(second.contactRef)).toEqual(['duplicate-event']);
  });

  it('asks somebody once whom it names twice', async () => {
    const person = somebody();
    await deliverEvent(system, meetingHeld(system, {}, { recipients: [person, person] }));
    await settle();
    expect((await reasonsFor(person.contactRef)).toSorted()).toEqual(['already-asked-for-stage', 'asked']);
  });

  it('fifty times at once asks each of its people once', async () => {
    const people = [somebody(), somebody()];
    const event = meetingHeld(system, {}, { recipients: people });
    const taken = await Promise.all(Array.from({ length: 50 }, () => deliverEvent(system, event)));
    expect(new Set(taken.map(({ status }) => status))).toEqual(new Set([202]));
    await settle();
    for (const { contactRef } of people) expect(await reasonsFor(contactRef)).toEqual(['asked']);
  });

  it('ten times at once, each time another case, asks the person once', async () => {
    const person = somebody();
    const events = Array.from({ length: 10 }, () => meetingHeld(system, {}, { recipients: [person] }));
    await Promise.all(events.map((event) => deliverEvent(system, event)));
    await settle();
    expect((await reasonsFor(person.contactRef)).toSorted()).toEqual([
      'asked',
      ...Array<string>(9).fill('cooldown'),
    ]);
  });
});

describe('an event of something new', () => {
  it('is recorded where its stage is unknown', async () => {
    const person = somebody();
    const type = 'fi.kuultu.tea-break.held.v1';
    const data = { recipients: [person], unit: undefined };
    expect((await deliverEvent(system, meetingHeld(system, { type }, data))).status).toBe(202);
    await settle();
    expect(await decisionsFor(system, person.contactRef)).toMatchObject([
      { stage: 'tea-break.held', reason: 'unknown-stage' },
    ]);
  });

  it('is answered in English where the language has no form', async () => {
    await deliverEvent(
      system,
      meetingHeld(system, {}, { recipients: [somebody({ contactRef: 'Somali', language: 'so' })] }),
    );
    await settle();
    expect(await reasonsFor('Somali')).toEqual(['asked']);
  });
});

describe('on the next day', () => {
  it('everybody who is asked gets one mail, and who fell back to English is told so', async () => {
    await newMail();
    await moveTo('2026-03-03T17:59:00+02:00');
    const mails = await newMail();
    const receivers = mails.flatMap(({ to }) => to);
    expect(new Set(receivers).size).toBe(receivers.length);
    const fellBack = mails.filter(({ text }) => text.includes('We do not have this form in your language'));
    expect(fellBack).toHaveLength(1);
    expect(fellBack[0]?.text).toMatch(/\/en\/s\/meeting\.1#/);
    expect(receivers.length).toBeGreaterThan(10);
  });
});

describe('staff', () => {
  it.each([
    ['/v1/units', undefined, 401],
    ['/v1/units', 'analyst', 403],
    ['/v1/decisions?contactRef=x', undefined, 401],
    ['/v1/decisions?contactRef=x', 'analyst', 403],
    ['/v1/decisions/summary?from=2026-03-01&to=2026-03-31', undefined, 401],
    ['/v1/decisions/summary?from=2026-03-01&to=2026-03-31', 'analyst', 403],
    ['/v1/reports', undefined, 401],
    ['/v1/reports', 'analyst', 200],
    ['/v1/secrets', 'admin', 404],
  ] as const)('asking for %s as %s gets %i', async (path, role, status) => {
    expect((await askAs(system, role, path)).status).toBe(status);
  });

  it('gets no answer to a question that makes no sense', async () => {
    for (const question of [
      '',
      'stage=x',
      'stage=x&from=2026-03-02&to=2026-03-01',
      'stage=x&from=then&to=now',
    ]) {
      expect((await askAs(system, 'admin', `/v1/decisions?${question}`)).status).toBe(400);
    }
  });
});

describe('by the clock', () => {
  const decidedAt = async (now: string, data: Record<string, unknown> = {}): Promise<string> => {
    await moveTo(now);
    const person = somebody();
    await deliverEvent(system, meetingHeld(system, { time: now }, { recipients: [person], ...data }));
    await settle();
    const [decision] = await decisionsFor(system, person.contactRef);
    return decision?.dueAt ?? decision?.reason ?? 'nothing';
  };

  it('a meeting is one occasion until midnight in Helsinki, and another after it', async () => {
    const occasion = { caseRef: 'case-at-midnight', occasionRef: undefined };
    expect(await decidedAt('2026-03-09T23:59:59+02:00', occasion)).toBe('2026-03-11T07:00:00.000Z');
    expect(await decidedAt('2026-03-10T00:00:00+02:00', occasion)).toBe('2026-03-11T07:00:00.000Z');
    expect(await decidedAt('2026-03-10T00:00:01+02:00', occasion)).toBe('duplicate-event');
  });

  it('the day after the hour that is left out in spring begins as any other', async () => {
    expect(await decidedAt('2026-03-29T02:59:59+02:00')).toBe('2026-03-30T06:00:00.000Z');
    expect(await decidedAt('2026-03-29T04:00:00+03:00')).toBe('2026-03-30T06:00:00.000Z');
  });

  it('the hour that comes twice in autumn is two hours, and one day', async () => {
    expect(await decidedAt('2026-10-25T03:30:00+03:00')).toBe('2026-10-26T07:00:00.000Z');
    expect(await decidedAt('2026-10-25T03:30:00+02:00')).toBe('2026-10-26T07:00:00.000Z');
    const occasion = { caseRef: 'case-of-the-long-day', occasionRef: undefined };
    expect(await decidedAt('2026-10-25T03:45:00+02:00', occasion)).toBe('2026-10-26T07:00:00.000Z');
    expect(await decidedAt('2026-10-25T23:30:00+02:00', occasion)).toBe('duplicate-event');
  });

  it('a meeting that is yet to come, in another time zone, is due the day after it', async () => {
    await moveTo('2026-11-02T10:00:00+02:00');
    const person = somebody();
    const time = '2026-11-04T01:30:00+05:30';
    await deliverEvent(system, meetingHeld(system, { time }, { recipients: [person] }));
    await settle();
    // Half past one at night in India is ten in the evening of the third in Helsinki.
    expect(await decisionsFor(system, person.contactRef)).toMatchObject([
      { dueAt: '2026-11-05T07:00:00.000Z' },
    ]);
  });
});
