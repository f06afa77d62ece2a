/**
 * Grants, from both sides, while the whole pipeline is walked once from the event to the published figure. First, a
 * function that lacks one action fails loudly, nothing is lost, and everything goes on once the grant is back. Second,
 * at the end of the walk every action that the template grants to a function has really been used: none is granted
 * that nobody needs. The wire in front of the emulators judges each call by the template's own statements.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environment } from '../../shared/contract/environment.ts';
import { openMailbox, type Mail } from '../../local/simulation/inbox.ts';
import { respondInBrowser } from '../../local/simulation/web-respondent.ts';
import type { Settled } from '../../local/settle.ts';
import { startSystem, type System } from '../../local/system.ts';
import type { Reply } from '../../web/respondent/insist.ts';
import { redrive } from '../support/dead-letters.ts';
import { deliverBatch, deliverEvent, meetingHeld, somebody } from '../support/deliveries.ts';
import { invitationIn, openForm, sendForm } from '../support/question-forms.ts';
import { postingTo } from '../support/posts.ts';
import { preferenceRecord } from '../support/records.ts';
import { newDraft } from '../support/rules.ts';
import { askAs, decisionsFor, releaseOf } from '../support/staff.ts';
import { itemsIn, storeAll } from '../support/stored-items.ts';
import { report, Story } from '../support/story.ts';

let system: System;
let newMail: () => Promise<Mail[]>;
let mails: Mail[] = [];
const people = Array.from({ length: 12 }, () => somebody());
const [patient, ...others] = people;
/** Gets a mail late in the day, so that the next one, thirty days later, is due too early in the day. */
const early = somebody();

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

const chooseThree = () => ({ heard: '3' });

type Post = (path: string, body: object) => Promise<Reply>;

/**
 * Answers in a browser, where a function lacks an action until the page has met that.
 *
 * @param post carries every post
 * @returns the statuses of all posts to the path, and how the visit ended
 */
async function answerWithout(
  caller: string,
  action: string,
  { link, path, post = postingTo(link) }: { link: string; path: string; post?: Post },
) {
  const statuses: number[] = [];
  const refused = Promise.withResolvers<true>();
  const isBack = Promise.withResolvers<true>();
  const line = {
    post: async (to: string, body: object) => {
      const reply = await post(to, body);
      if (to === path) statuses.push(reply.status);
      return reply;
    },
    // The page rests after every attempt that came to nothing.
    pause: async () => {
      if (statuses.at(-1) !== 500) return;
      refused.resolve(true);
      await isBack.promise;
    },
  };
  const visit = respondInBrowser(link, chooseThree, { line });
  await without(caller, action, () => Promise.race([refused.promise, visit]));
  isBack.resolve(true);
  return { statuses, outcome: await visit };
}

const statesOf = async (contactRef = ''): Promise<(string | null)[]> =>
  (await decisionsFor(system, contactRef)).map(({ requestState }) => requestState);

describe('without a grant', () => {
  it('receive-events takes nothing it cannot queue, and says so', async () => {
    const events = people.map((one) => meetingHeld(system, {}, { recipients: [one] }));
    const refused = await without('receive-events', 'sqs:SendMessage', () => deliverEvent(system, events[0]));
    expect(refused).toMatchObject({ status: 500, contentType: 'application/problem+json' });
    expect((await deliverBatch(system, events)).status).toBe(202);
  });

  it('decide-requests leaves events to the dead letters, and decides them when they are brought back', async () => {
    const settled = await without('decide-requests', 'dynamodb:BatchGetItem', () => system.settle());
    expect(failedIn(settled)).toEqual(['decide-requests']);
    expect(settled.deadLetters).toMatchObject([{ messages: people.length }]);
    expect(await statesOf(patient?.contactRef)).toEqual([]);
    await redrive(system, 'StageEventsDlq', 'StageEventsQueue');
    expect(await system.settle()).toMatchObject(inPeace);
    expect(await statesOf(patient?.contactRef)).toEqual(['due']);
  });

  it('release-due leaves requests where they are', async () => {
    const settled = await without('release-due', 'dynamodb:Query', () =>
      // The day after Epiphany.
      settleAt('2026-01-07T12:00:00+02:00'),
    );
    expect(failedIn(settled)).toEqual(['release-due']);
    expect(await newMail()).toEqual([]);
    expect(await statesOf(patient?.contactRef)).toEqual(['due']);
  });

  it('send-request sends no mail, and each request is still due when it is brought back', async () => {
    // Nearly two weeks late: each request is looked at again, and moved to now.
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
    for (const [index, mail] of mails.slice(0, 6).entries()) {
      const form = await openForm(invitationIn(mail));
      if (index === 0) {
        const refused = await without('take-answers', 'dynamodb:PutItem', () =>
          sendForm(form, { heard: '3' }),
        );
        // The form comes back with what was answered, and the same ballot nonce.
        expect([refused.status, refused.page]).toEqual([503, 'questions']);
        expect(await itemsIn(system, environment.ballotsTable)).toEqual([]);
      }
      expect((await sendForm(form, { heard: '3', comment: 'Kiitos.' })).page).toBe('thanks');
    }
    expect(await itemsIn(system, environment.poolTable)).toHaveLength(6);
  });

  it.each([
    ['kms:Decrypt', 6],
    ['dynamodb:PutItem', 7],
  ])('to %s, sign-ballots signs nothing, and signs the same ballot later', async (action, nth) => {
    await system.restart('sign-ballots');
    const { link } = invitationIn(mails[nth]);
    const answer = await answerWithout('sign-ballots', action, { link, path: '/v1/ballots' });
    expect(answer).toEqual({ statuses: [500, 200], outcome: 'taken' });
  });

  it('take-responses keeps no answer, and takes the same ballot later', async () => {
    const { link } = invitationIn(mails[8]);
    const answer = await answerWithout('take-responses', 'dynamodb:PutItem', { link, path: '/v1/responses' });
    expect(answer).toEqual({ statuses: [500, 202], outcome: 'taken' });
    for (const mail of mails.slice(9))
      expect(await respondInBrowser(invitationIn(mail).link, chooseThree)).toBe('taken');
    expect(await itemsIn(system, environment.poolTable)).toHaveLength(people.length);
  });

  it('a request that would come too soon waits, and fails loudly where it cannot be put off', async () => {
    await settleAt('2026-01-20T10:00:00+02:00');
    await deliverEvent(system, meetingHeld(system, {}, { recipients: [early] }));
    await system.settle();
    expect(await settleAt('2026-01-21T17:00:00+02:00')).toMatchObject(inPeace);
    expect(await newMail()).toHaveLength(1);
    await settleAt('2026-02-19T10:00:00+02:00');
    await deliverEvent(system, meetingHeld(system, {}, { recipients: [early] }));
    await system.settle();
    const settled = await without('send-request', 'dynamodb:PutItem', () =>
      settleAt('2026-02-20T12:00:00+02:00'),
    );
    expect(failedIn(settled)).toEqual(['send-request']);
    await redrive(system, 'SendDlq', 'SendQueue');
    expect(await system.settle()).toMatchObject(inPeace);
    expect(await statesOf(early.contactRef)).toEqual(['sent', 'due']);
    expect(await newMail()).toEqual([]);
    expect(await settleAt('2026-02-20T17:01:00+02:00')).toMatchObject(inPeace);
    expect(await statesOf(early.contactRef)).toEqual(['sent', 'sent']);
    mails.push(...(await newMail()));
    expect(mails).toHaveLength(people.length + 1);
  });

  it('take-responses does not know an answer again after its quarter, and knows it later', async () => {
    expect(await settleAt('2026-03-31T12:00:00+03:00')).toMatchObject(inPeace);
    system.clock.pin(Date.parse('2026-03-31T23:59:30+03:00'));
    const { link } = invitationIn(mails.at(-1));
    const path = '/v1/responses';
    let isLost = false;
    const post: Post = async (to, body) => {
      const reply = await postingTo(link)(to, body);
      if (to !== path || isLost) return reply;
      isLost = true;
      system.clock.pin(Date.parse('2026-04-01T00:10:00+03:00'));
      throw new TypeError('the reply was lost');
    };
    const answer = await answerWithout('take-responses', 'dynamodb:ConditionCheckItem', { link, path, post });
    expect(answer).toEqual({ statuses: [500, 202], outcome: 'taken' });
    expect(await itemsIn(system, environment.poolTable)).toHaveLength(people.length + 1);
  });

  it('rotate-keys makes no key, and makes it in the next hour', async () => {
    const quarters = async (): Promise<unknown[]> =>
      (await itemsIn(system, environment.ballotKeysTable)).map(({ id }) => id);
    const settled = await without('rotate-keys', 'kms:GenerateDataKeyPairWithoutPlaintext', () =>
      settleAt('2026-04-01T00:30:00+03:00'),
    );
    expect(failedIn(settled)).toEqual(['rotate-keys']);
    expect(await quarters()).toEqual(['2026-Q1', '2026-Q2']);
    expect(await settleAt('2026-04-01T01:30:00+03:00')).toMatchObject(inPeace);
    expect(await quarters()).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
  });

  it('show-survey shows no page, and shows it to the next reader', async () => {
    await system.restart('show-survey');
    const page = invitationIn(mails[0]).link;
    const refused = await without('show-survey', 'dynamodb:BatchGetItem', () => fetch(page));
    expect([refused.status, refused.headers.get('content-type')]).toEqual([500, 'text/html; charset=utf-8']);
    expect((await fetch(page)).status).toBe(200);
  });

  it('mix-responses leaves the period open, and closes it in the next night', async () => {
    const settled = await without('mix-responses', 'kms:Decrypt', () =>
      settleAt('2026-04-01T03:30:00+03:00'),
    );
    expect(failedIn(settled)).toEqual(['mix-responses']);
    expect((await askAs(system, 'analyst', '/v1/reports')).body).toEqual({ releases: [] });
    expect(await settleAt('2026-04-02T03:30:00+03:00')).toMatchObject(inPeace);
    const { cells } = await releaseOf(system, 'T1', '2026-Q1');
    expect(cells).toMatchObject([{ item: 'heard', responses: people.length + 1 }]);
  });
});

describe('a rule', () => {
  it('is saved, seen with its versions, and found in the audit log', async () => {
    const path = '/v1/rules/plan-reviewed';
    const body = JSON.stringify(newDraft());
    expect((await askAs(system, 'admin', path, { method: 'PUT', body })).status).toBe(201);
    expect((await askAs(system, 'admin', `${path}/versions`)).body).toMatchObject({
      versions: [{ version: 1 }],
    });
    expect((await askAs(system, 'admin', '/v1/audit?month=2026-04')).body).toMatchObject({
      entries: [{ changed: expect.arrayContaining(['delayDays']) as unknown }],
    });
  });
});

describe('a form', () => {
  it('is drafted, tried without a trace, and published', async () => {
    const path = '/v1/surveys/meeting';
    const { body } = await askAs(system, 'admin', path);
    const { draft } = body as { draft: object };
    const put = { method: 'PUT', body: JSON.stringify({ ...draft, comment: false }) };
    expect((await askAs(system, 'admin', path, put)).status).toBe(201);
    const meant = { method: 'POST', headers: { 'if-match': '"1"' } };
    const trial = await askAs(system, 'admin', `${path}/trial`, meant);
    const link = (trial.body as { links: { fi: string } }).links.fi;
    expect((await fetch(link)).status).toBe(200);
    const zones = [environment.poolTable, environment.ballotsTable, environment.reportsTable];
    const stored = () => Promise.all(zones.map((table) => itemsIn(system, table)));
    const before = await stored();
    const answers = new URLSearchParams({ heard: '4', comment: 'Kokeilin.' });
    expect((await fetch(link, { method: 'POST', body: answers })).status).toBe(200);
    expect(await system.settle()).toMatchObject(inPeace);
    expect(await stored()).toEqual(before);
    expect((await askAs(system, 'admin', `${path}/publish`, meant)).status).toBe(200);
    const mail = `${system.endpoints.api}/v1/mails/preview?role=parent&ageBand=18%2B&language=fi&format=text`;
    const preview = await fetch(mail, {
      headers: { authorization: `Bearer ${system.endpoints.tokens.admin}` },
    });
    expect(await preview.text()).toContain('/fi/s/meeting.2#');
    expect((await askAs(system, 'admin', '/v1/surveys')).body).toMatchObject({
      surveys: expect.arrayContaining([{ id: 'meeting', current: 2, draft: 1 }]) as unknown,
    });
  });
});

describe('a person', () => {
  it('chooses by the link in a mail, and one whose address is gone is noted', async () => {
    const story = new Story(system);
    const [reader, gone] = [somebody(), somebody({ email: 'bounce+gone@simulator.amazonses.com' })];
    await story.tell(
      '2026-04-08T10:00:00+03:00',
      ...[reader, gone].map((one) => report('plan-meeting.held', [one])),
    );
    await story.moveTo('2026-04-09T12:00:00+03:00');
    await story.choose(reader, 'choice', 'pause-3');
    await story.tell(
      '2026-04-09T13:00:00+03:00',
      ...[reader, gone].map((one) => report('service.ended', [one])),
    );
    expect([await story.standing(reader), await story.standing(gone)]).toEqual([
      'paused',
      'address-suppressed',
    ]);
  });
});

describe('a replay of more records than are answered at once', () => {
  it('runs by itself, and tells its outcome', async () => {
    const records = Array.from({ length: 20_001 }, (_, number) => preferenceRecord('2026-03-01', number));
    await storeAll(system, environment.invitationsTable, records);
    const body = JSON.stringify({ rules: [], from: '2026-01-01', to: '2026-03-31' });
    const begun = await askAs(system, 'admin', '/v1/rules/replay', { method: 'POST', body });
    expect(begun).toMatchObject({ status: 202, body: { state: 'waiting' } });
    const { href } = begun.body as { href: string };
    expect((await askAs(system, 'admin', href)).body).toMatchObject({
      ...{ state: 'waiting', progress: { reached: null, records: 0 } },
    });
    expect(await system.settle()).toMatchObject(inPeace);
    const recipients = people.length + 2;
    const { body: told } = await askAs(system, 'admin', href);
    expect(told).toMatchObject({ state: 'done', recipients, same: recipients, different: 0 });
  });
});

describe('a month after its quarter', () => {
  it('a key that signs ballots is destroyed, in the next hour where rotate-keys may not', async () => {
    const usable = async (): Promise<unknown[]> =>
      (await itemsIn(system, environment.ballotKeysTable))
        .filter((item) => 'wrappedPrivateKey' in item)
        .map(({ id }) => id);
    const settled = await without('rotate-keys', 'dynamodb:UpdateItem', () =>
      settleAt('2026-05-01T10:00:00+03:00'),
    );
    expect(failedIn(settled)).toEqual(['rotate-keys']);
    expect(await usable()).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
    expect(await settleAt('2026-05-01T11:00:00+03:00')).toMatchObject(inPeace);
    expect(await usable()).toEqual(['2026-Q2', '2026-Q3']);
  });
});

/** What administrators do around publishing: a comment, a digest, a threshold, and a correction. */
async function publishOnceMore(unit: string): Promise<void> {
  const asJson = { headers: { accept: 'application/json' } };
  const send = async (method: string, path: string, body: unknown): Promise<number> =>
    (await askAs(system, 'admin', path, { method, body: JSON.stringify(body) })).status;
  const pending = (await askAs(system, 'admin', '/v1/comments?state=pending&period=2026-Q1')).body;
  const [comment] = (pending as { comments: { id: string }[] }).comments;
  expect(await send('POST', `/v1/comments/${comment?.id ?? ''}`, { decision: 'approve' })).toBe(200);
  const actions = { pairs: [{ said: { fi: 'Meitä kuunneltiin.' }, did: { fi: 'Jatkamme näin.' } }] };
  expect(await send('PUT', `/v1/actions/units/${unit}/2026-Q1`, actions)).toBe(201);
  expect((await askAs(system, 'admin', '/v1/actions?period=2026-Q1')).status).toBe(200);
  for (const path of [`units/${unit}`, 'organisations/o'])
    expect((await askAs(system, 'analyst', `/v1/digests/${path}/2026-Q1`, asJson)).status).toBe(200);
  expect(await send('PUT', '/v1/actions/regions/north/2026-Q1', actions)).toBe(201);
  await system.restart('show-heard');
  const heard = await fetch(new URL('/fi/heard', invitationIn(mails[0]).link));
  expect([heard.status, await heard.text()]).toEqual([200, expect.stringContaining('Jatkamme näin.')]);
  const thresholds = { thresholds: [{ from: '2026-Q4', answersMin: 6 }] };
  expect(await send('PUT', '/v1/thresholds', thresholds)).toBe(200);
  expect(await send('PUT', '/v1/corrections/2026-Q1', { reason: 'Yksikön nimi oli väärin.' })).toBe(202);
  expect((await askAs(system, 'admin', '/v1/corrections')).body).toMatchObject({
    corrections: [{ period: '2026-Q1' }],
  });
  system.clock.pin(system.clock.now() + 86_400_000);
  expect(await system.settle()).toMatchObject(inPeace);
  expect((await askAs(system, 'admin', '/v1/corrections')).body).toEqual({ corrections: [] });
  expect((await askAs(system, 'analyst', '/v1/reports/T1/2026-Q1?revision=1')).status).toBe(200);
}

describe('every grant', () => {
  /** What Lambda itself calls under a function's role, to feed it and to write its log. */
  const platformOnly = /^(logs:|sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes)$)/;
  /** A release that is too large for an item takes more units than a walk can visit: runner.test.ts uses its grants. */
  const largeReleasesOnly = 's3:';

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
    await publishOnceMore(first?.id ?? '');
    const { body } = await askAs(system, 'admin', question);
    expect((body as { decisions: unknown[] }).decisions).toHaveLength(others.length + 2);

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
          .filter((action) => !platformOnly.test(action) && !action.startsWith(largeReleasesOnly))
          .flatMap((action) => resources.map((resource) => `${caller}: ${action} on ${resource}`)),
      ),
    );
    expect(granted.length).toBeGreaterThan(60);
    expect(granted.filter((grant) => !used.has(grant))).toEqual([]);
  });
});
