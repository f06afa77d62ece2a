/**
 * Grants, from both sides, while the whole pipeline is walked once from the event to the published figure. First, a
 * function that lacks one action fails loudly, nothing is lost, and everything goes on once the grant is back. Second,
 * at the end of the walk every action that the template grants to a function has really been used: none is granted
 * that nobody needs. The wire in front of the emulators judges each call by the template's own statements.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environment } from '../../shared/contract/environment.ts';
import { openMailbox, type Mail } from '../../local/simulation/inbox.ts';
import type { Settled } from '../../local/settle.ts';
import { startSystem, type System } from '../../local/system.ts';
import { redrive } from '../support/dead-letters.ts';
import { deliverEvent, meetingHeld, somebody } from '../support/deliveries.ts';
import { invitationIn, openForm, sendForm } from '../support/question-forms.ts';
import { askAs, decisionsFor, releaseOf } from '../support/staff.ts';
import { itemsIn } from '../support/stored-items.ts';

let system: System;
let newMail: () => Promise<Mail[]>;
let mails: Mail[] = [];
const people = Array.from({ length: 12 }, () => somebody());
const [patient, ...others] = people;

beforeAll(async () => {
  system = await startSystem({ now: '2026-01-05T10:15:00+02:00' });
  newMail = openMailbox(system.endpoints.ses);
});
afterAll(async () => {
  await system.stop();
});

async function settleAt(now: string): Promise<Settled> {
  system.clock.pin(Date.parse(now));
  return system.settle();
}

const inPeace = { failed: [], deadLetters: [] };
const failedIn = ({ failed }: Settled): string[] => [...new Set(failed.map((failure) => failure.function))];

/** Does without an action for as long as something takes. */
async function without<Result>(caller: string, action: string, work: () => Promise<Result>): Promise<Result> {
  const granted = system.grants.get(caller)?.some(({ Action: actions }) => actions.includes(action));
  expect([caller, action, granted]).toEqual([caller, action, true]);
  const giveBack = system.wire.withhold(caller, action);
  try {
    return await work();
  } finally {
    giveBack();
  }
}

const statesOf = async (contactRef = ''): Promise<(string | null)[]> =>
  (await decisionsFor(system, contactRef)).map(({ requestState }) => requestState);

describe('without a grant', () => {
  it('receive-events takes nothing it cannot queue, and says so', async () => {
    const event = meetingHeld(system, {}, { recipients: people });
    const refused = await without('receive-events', 'sqs:SendMessage', () => deliverEvent(system, event));
    expect(refused).toMatchObject({ status: 500, contentType: 'application/problem+json' });
    expect((await deliverEvent(system, event)).status).toBe(202);
  });

  it('decide-requests leaves the event to the dead letters, and decides it when it is brought back', async () => {
    const settled = await without('decide-requests', 'dynamodb:BatchGetItem', () => system.settle());
    expect(failedIn(settled)).toEqual(['decide-requests']);
    expect(settled.deadLetters).toMatchObject([{ messages: 1 }]);
    expect(await statesOf(patient?.contactRef)).toEqual([]);
    await redrive(system, 'StageEventsDlq', 'StageEventsQueue');
    expect(await system.settle()).toMatchObject(inPeace);
    expect(await statesOf(patient?.contactRef)).toEqual(['due']);
  });

  it('release-due leaves requests where they are', async () => {
    const settled = await without('release-due', 'dynamodb:Query', () =>
      settleAt('2026-01-06T12:00:00+02:00'),
    );
    expect(failedIn(settled)).toEqual(['release-due']);
    expect(await newMail()).toEqual([]);
    expect(await statesOf(patient?.contactRef)).toEqual(['due']);
  });

  it('send-request sends no mail, and each request is still due when it is brought back', async () => {
    // Nearly two weeks late, so that the next ask to the same person comes too soon after this mail.
    const settled = await without('send-request', 'ses:SendRawEmail', () =>
      settleAt('2026-01-19T12:00:00+02:00'),
    );
    expect(failedIn(settled)).toEqual(['send-request']);
    expect(settled.deadLetters).toMatchObject([{ messages: people.length }]);
    expect(await newMail()).toEqual([]);
    expect(await statesOf(patient?.contactRef)).toEqual(['due']);
    await redrive(system, 'SendDlq', 'SendQueue');
    expect(await system.settle()).toMatchObject(inPeace);
    mails = await newMail();
    expect(mails.flatMap(({ to }) => to).toSorted()).toEqual(people.map(({ email }) => email).toSorted());
    for (const { contactRef } of people) expect(await statesOf(contactRef)).toEqual(['sent']);
  });

  it('take-answers spends no ticket, and takes the same form later', async () => {
    for (const [index, mail] of mails.entries()) {
      const form = await openForm(invitationIn(mail));
      if (index === 0) {
        const refused = await without('take-answers', 'dynamodb:PutItem', () =>
          sendForm(form, { heard: '3' }),
        );
        // The form comes back with what was answered, and the same ballot nonce.
        expect([refused.status, refused.page]).toEqual([503, 'questions']);
        expect(await itemsIn(system, environment.ballotsTable)).toEqual([]);
      }
      expect((await sendForm(form, { heard: '3' })).page).toBe('thanks');
    }
    expect(await itemsIn(system, environment.poolTable)).toHaveLength(people.length);
  });

  it('a request that would come too soon waits, and fails loudly where it cannot be put off', async () => {
    await settleAt('2026-02-06T10:00:00+02:00');
    await deliverEvent(system, meetingHeld(system, {}, { recipients: [patient] }));
    await system.settle();
    const settled = await without('send-request', 'dynamodb:PutItem', () =>
      settleAt('2026-02-09T12:00:00+02:00'),
    );
    expect(failedIn(settled)).toEqual(['send-request']);
    await redrive(system, 'SendDlq', 'SendQueue');
    expect(await system.settle()).toMatchObject(inPeace);
    expect(await statesOf(patient?.contactRef)).toEqual(['sent', 'due']);
    expect(await newMail()).toEqual([]);
    expect(await settleAt('2026-02-18T12:01:00+02:00')).toMatchObject(inPeace);
    expect(await statesOf(patient?.contactRef)).toEqual(['sent', 'sent']);
    expect(await newMail()).toHaveLength(1);
  });

  it('mix-responses leaves the period open, and closes it in the next night', async () => {
    const settled = await without('mix-responses', 'kms:Decrypt', () =>
      settleAt('2026-04-01T03:30:00+03:00'),
    );
    expect(failedIn(settled)).toEqual(['mix-responses']);
    expect((await askAs(system, 'analyst', '/v1/reports')).body).toEqual({ releases: [] });
    expect(await settleAt('2026-04-02T03:30:00+03:00')).toMatchObject(inPeace);
    const { cells } = await releaseOf(system, 'T1', '2026-Q1');
    expect(cells).toMatchObject([{ item: 'heard', responses: people.length }]);
  });
});

describe('every grant', () => {
  /** What Lambda itself calls under a function's role, to feed it and to write its log. */
  const platformOnly = /^(logs:|sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes)$)/;

  it('was used in this one walk through the pipeline', async () => {
    const unit = {
      name: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
      region: 'north',
      organisation: 'o',
      public: false,
    };
    const [first] = ((await askAs(system, 'admin', '/v1/units')).body as { units: { id: string }[] }).units;
    const put = { method: 'PUT', body: JSON.stringify(unit) };
    expect((await askAs(system, 'admin', `/v1/units/${first?.id ?? ''}`, put)).status).toBe(200);
    const question = '/v1/decisions?stage=plan-meeting.held&from=2026-01-01&to=2026-02-01';
    const { body } = await askAs(system, 'admin', question);
    expect((body as { decisions: unknown[] }).decisions).toHaveLength(others.length + 1);

    const used = new Set(
      system.wire.ledger
        .calls()
        .filter(({ error }) => error === undefined)
        .flatMap(({ caller, needed }) =>
          needed.map(({ action, resource }) => `${caller}: ${action} on ${resource}`),
        ),
    );
    const granted = [...system.grants].flatMap(([caller, statements]) =>
      statements.flatMap(({ Action: actions, Resource: resources }) =>
        actions
          .filter((action) => !platformOnly.test(action))
          .flatMap((action) => resources.map((resource) => `${caller}: ${action} on ${resource}`)),
      ),
    );
    expect(granted.length).toBeGreaterThan(40);
    expect(granted.filter((grant) => !used.has(grant))).toEqual([]);
  });
});
