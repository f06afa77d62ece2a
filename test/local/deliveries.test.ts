/**
 * What SES tells of a mail after it has taken it, in the running system: a bounce and a complaint each stop every later
 * request to that address, the one that is pending and the one that is still to be decided, and the decision says so; a
 * delay is noted and stops nothing; and no mail is ever sent twice. Mails to the mailbox simulator make the events, and
 * the template's own route brings them back; the delay is put on the account's bus as SES would put it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environment } from '../../shared/contract/environment.ts';
import { openMailbox, type Mail } from '../../local/simulation/inbox.ts';
import { startSystem, type System } from '../../local/system.ts';
import { putMessage, redrive } from '../support/dead-letters.ts';
import { deliverEvent, meetingHeld, somebody } from '../support/deliveries.ts';
import { dumpEverything, valuesOf } from '../support/everything-stored.ts';
import { bounced, delayed } from '../support/mail-events.ts';
import { decisionsFor } from '../support/staff.ts';
import { itemsIn } from '../support/stored-items.ts';

const domain = 'simulator.amazonses.com';
const gone = somebody({ email: `bounce+gone@${domain}` });
const angry = somebody({ email: `complaint+angry@${domain}` });
const late = somebody();
/** Somebody else's name for the angry person's address; asked half a day after them. */
const angryToo = somebody({ email: `Complaint+Angry@${domain}` });

let system: System;
let newMail: () => Promise<Mail[]>;
let mailed: string[];

beforeAll(async () => {
  system = await startSystem({ now: '2026-03-02T10:00:00+02:00' });
  newMail = openMailbox(system.endpoints.ses);
  await hold('2026-03-02T10:00:00+02:00', [gone, angry, late]);
  await hold('2026-03-02T16:00:00+02:00', [angryToo]);
  await moveTo('2026-03-03T12:00:00+02:00');
  mailed = (await newMail()).flatMap(({ to }) => to);
});
afterAll(async () => {
  await system.stop();
});

async function moveTo(now: string): Promise<void> {
  system.clock.pin(Date.parse(now));
  const { failed, deadLetters } = await system.settle();
  expect({ failed, deadLetters }).toEqual({ failed: [], deadLetters: [] });
}

/** Holds a meeting, in a case and a household of its own. */
async function hold(at: string, recipients: readonly object[]): Promise<void> {
  await moveTo(at);
  expect((await deliverEvent(system, meetingHeld(system, {}, { recipients }))).status).toBe(202);
  await moveTo(at);
}

const decidedFor = async ({ contactRef }: { contactRef: string }): Promise<(string | null)[]> =>
  (await decisionsFor(system, contactRef)).map(({ reason, requestState }) => reason ?? requestState);

const handovers = (): number =>
  system.wire.ledger.calls().filter(({ action }) => action === 'SendRawEmail').length;

const stored = async (kind: string): Promise<Record<string, unknown>[]> =>
  (await itemsIn(system, environment.invitationsTable)).filter(({ sk }) => sk === kind);

const deliveriesNoted = async (): Promise<unknown[]> =>
  (await stored('REQUEST')).map(({ delivery }) => delivery ?? 'none').toSorted();

/** Our configuration set, as the grant of send-request names it. */
const configurationSet = (): string => {
  const resources = system.grants.get('send-request')?.flatMap(({ Resource }) => Resource) ?? [];
  const arn = resources.find((resource) => resource.includes(':configuration-set/'));
  return arn?.split('/').at(-1) ?? '';
};

describe('a mail that SES has taken', () => {
  it('is not in the inbox of who bounces, and is in that of who complains', () => {
    expect(mailed.toSorted()).toEqual([angry.email, late.email].toSorted());
  });

  it('has been sent, whatever became of it, and its request knows that', async () => {
    for (const person of [gone, angry, late]) expect(await decidedFor(person)).toEqual(['sent']);
    expect(await deliveriesNoted()).toEqual(['bounced', 'complained', 'none', 'none']);
    expect((await stored('SUPPRESSION')).map(({ cause }) => cause).toSorted()).toEqual([
      'bounce',
      'complaint',
    ]);
  });
});

describe('a request that is pending when its address is suppressed', () => {
  it('is withdrawn before it leaves, and says why', async () => {
    await moveTo('2026-03-03T17:00:00+02:00');
    expect(await decidedFor(angryToo)).toEqual(['address-suppressed']);
    const [withdrawn] = (await stored('REQUEST')).filter(({ state }) => state === 'withdrawn');
    expect(withdrawn).toMatchObject({ endReason: 'address-suppressed' });
    expect(await newMail()).toEqual([]);
    expect(handovers()).toBe(3);
  });

  it('leaves no address behind, in any table, queue or log, like those that were sent', async () => {
    const { tables, queues } = await dumpEverything(system.endpoints);
    const everything = [
      ...[...tables.values()].flat().flatMap(valuesOf),
      ...[...queues.values()].flat(),
      ...system.logs.all().map(({ text }) => text),
    ].join('\n');
    expect(everything).not.toMatch(/simulator\.amazonses/i);
    expect(everything).not.toContain(late.email);
  });
});

describe('a delay', () => {
  it('is noted on the request, and nothing more', async () => {
    const [request] = (await stored('REQUEST')).filter(
      ({ state, delivery }) => state === 'sent' && delivery === undefined,
    );
    const facts = { to: late.email ?? '', requestId: String(request?.['requestId']) };
    const tell = async (set: string): Promise<void> => {
      await system.publish('default', {
        source: 'aws.ses',
        detailType: 'Email Delivery Delayed',
        resources: [],
        detail: delayed({ ...facts, configurationSet: set }),
      });
      await moveTo('2026-03-04T12:00:00+02:00');
    };
    await tell('another');
    expect(await deliveriesNoted()).not.toContain('delayed');
    await tell(configurationSet());
    expect(await deliveriesNoted()).toEqual(['bounced', 'complained', 'delayed', 'none']);
    expect(await stored('SUPPRESSION')).toHaveLength(2);
    expect(await decidedFor(late)).toEqual(['sent']);
    expect(handovers()).toBe(3);
  });
});

describe('a dead letter that the bus could not deliver', () => {
  it('is read out of its envelope when it is brought back', async () => {
    const detail = bounced('Permanent', { to: 'nobody@inbox.example.org', requestId: null });
    const envelope = { version: '0', source: 'aws.ses', 'detail-type': 'Email Bounced', detail };
    await putMessage(system, 'DeliveriesDlq', JSON.stringify(envelope));
    expect(await redrive(system, 'DeliveriesDlq', 'DeliveriesQueue')).toHaveLength(1);
    await moveTo('2026-03-04T12:00:00+02:00');
    expect(await stored('SUPPRESSION')).toHaveLength(3);
  });
});

describe('the next occasion', () => {
  it('asks neither who bounced nor who complained, and says why; who got it late is asked', async () => {
    await hold('2026-07-06T10:00:00+03:00', [gone, angry, angryToo, late]);
    await moveTo('2026-07-07T12:00:00+03:00');
    expect(await decidedFor(gone)).toEqual(['sent', 'address-suppressed']);
    expect(await decidedFor(angry)).toEqual(['sent', 'address-suppressed']);
    expect(await decidedFor(angryToo)).toEqual(['address-suppressed', 'address-suppressed']);
    expect(await decidedFor(late)).toEqual(['sent', 'sent']);
    expect((await newMail()).flatMap(({ to }) => to)).toEqual([late.email]);
    expect(handovers()).toBe(4);
  });
});

describe('an event that nobody can read', () => {
  it('rests with the dead letters, and changes nothing', async () => {
    const before = await itemsIn(system, environment.invitationsTable);
    await putMessage(system, 'DeliveriesQueue', JSON.stringify({ eventType: 'Bounce' }));
    const { failed, deadLetters } = await system.settle();
    expect([...new Set(failed.map((failure) => failure.function))]).toEqual(['note-deliveries']);
    expect(deadLetters).toMatchObject([{ messages: 1 }]);
    expect(await itemsIn(system, environment.invitationsTable)).toEqual(before);
  });
});
