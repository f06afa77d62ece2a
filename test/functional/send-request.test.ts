/**
 * At most one mail, whatever goes wrong: the sending is killed, or loses its connection, at each of its calls, before and
 * after the call took effect, and the message is delivered again and again. And no mail at all where something has come
 * between deciding and sending, even in the very moment of sending. Tables are kept in memory.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  SendRawEmailCommand,
  SESClient,
  SESServiceException,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Request } from '../../shared/adapters/requests.ts';
import { days } from '../../shared/domain/calendar/duration.ts';
import {
  emptyCase,
  emptyContact,
  emptyHousehold,
  emptyOccasion,
  type HoldChange,
} from '../../shared/domain/decisions/ledger.ts';
import { mailTexts } from '../../shared/domain/respondent/mail-texts.ts';
import { context } from '../support/answers.ts';
import { circumstancesOf, eventFacts } from '../support/decision-facts.ts';
import { dueRequest } from '../support/requests.ts';
import { shippedRule } from '../support/rules.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { collectLog, deliver } from '../support/lambda-invocation.ts';
import { storeOwnForms } from '../support/own-forms.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  INVITATIONS_TABLE: 'invitations',
  SETTINGS_TABLE: 'settings',
  TICKETS_SECRET_ARN: 'arn:tickets',
  CONTEXTS_SECRET_ARN: 'arn:contexts',
  PREFERENCES_SECRET_ARN: 'arn:preferences',
  SENDER_ADDRESS: 'palaute@kuultu.example',
  SENDER_NAME: JSON.stringify({ fi: 'Esimerkki', sv: 'Exempel', en: 'Example' }),
  REPLY_TO: 'kysymykset@kuultu.example',
  SES_CONFIGURATION_SET: 'set',
  WEB_ORIGIN: 'https://palaute.example',
})) {
  vi.stubEnv(name, value);
}
const { requestItem } = await import('../../shared/adapters/requests.ts');

const now = Date.parse('2026-03-03T10:15:00+02:00');
const requestId = '3b0e8f5e-6a0f-4b6e-9a55-2f6d6a1c7d10';
const contactHash = Buffer.alloc(16, 'ann').toString('base64url');
const request = (changes: Partial<Request> = {}): Request =>
  dueRequest(now, { requestId, contactHash, ...changes });
const { seen } = request();
type Item = Record<string, unknown>;

/** The event of the request and every ledger, as deciding it left them behind. */
function decided({ about, context: { unit, stage }, dueAt }: Request): Item[] {
  const { eventHash, caseHash, householdHash, occasionHash } = about;
  const event = eventFacts({
    ...{
      eventHash,
      caseHash,
      householdHash,
      occasionHash,
      unit,
      stage: 'plan-meeting.held',
      stageName: stage,
    },
  });
  const ask = { requestId, at: dueAt };
  const written = { sk: 'LEDGER', version: 1, sequence: seen };
  return [
    { pk: `EVENT#${eventHash}`, sk: 'EVENT', kind: 'event', sequence: seen, ...circumstancesOf(event) },
    {
      pk: `OCCASION#${occasionHash}`,
      ...emptyOccasion,
      stages: [stage],
      requestIds: [requestId],
      ...written,
    },
    {
      pk: `CONTACT#${contactHash}`,
      ...emptyContact,
      disturbedAt: 0,
      asks: [{ ...ask, stage, caseHash }],
      ...written,
    },
    { pk: `CASE#${caseHash}`, ...emptyCase, asks: [ask], ...written },
    { pk: `HOUSEHOLD#${householdHash ?? ''}`, ...emptyHousehold, asks: [ask], ...written },
  ];
}

const mockedSecrets = mockClient(SecretsManagerClient);
const ses = mockClient(SESClient);

/** A world in which a request is due, the mails that leave it, and each delivery in a process of its own. */
class World {
  readonly mails: SendRawEmailCommandInput[] = [];
  readonly log = collectLog();
  readonly calls: DeadlyCalls;
  readonly dynamodb: FakeDynamoDb;
  /** What somebody else does right before a call is made; given the number of the call. */
  meanwhile: (call: number) => void = () => undefined;

  constructor(fatal?: { call: number; takesEffect: boolean; dies: boolean }, changes: Partial<Request> = {}) {
    this.calls = new DeadlyCalls(fatal);
    this.dynamodb = new FakeDynamoDb((call) => {
      this.meanwhile(this.calls.made + 1);
      return this.calls.around(call);
    });
    this.dynamodb.seed('invitations', requestItem(request(changes)));
    for (const item of decided(request(changes))) this.dynamodb.seed('invitations', item);
    mockedSecrets.on(GetSecretValueCommand).resolves({ SecretString: 'a key of this test' });
    ses.on(SendRawEmailCommand).callsFake((input: SendRawEmailCommandInput) =>
      this.calls.around(() => {
        this.mails.push(input);
        return { MessageId: 'm' };
      }),
    );
  }

  /** @returns whether the message would come again */
  async deliver(): Promise<boolean> {
    vi.resetModules();
    this.calls.beginNextProcess();
    const { handler } = await import('../../functions/send-request/handler.ts');
    return (await deliver(handler, requestId)).length > 0;
  }

  get request(): Item | undefined {
    return this.dynamodb.items('invitations').find(({ sk }) => sk === 'REQUEST');
  }

  /** The ledger of a subject, such as `CASE`. */
  ledger(subject: string): Item {
    const ledgers = this.dynamodb.items('invitations').filter(({ sk }) => sk === 'LEDGER');
    return ledgers.find(({ pk }) => String(pk).startsWith(`${subject}#`)) ?? {};
  }

  /** Changes a ledger as another function would have: under a new version and sequence. */
  change(subject: string, changes: Item): void {
    const { version, sequence, ...ledger } = this.ledger(subject);
    const written = { version: Number(version) + 1, sequence: Number(sequence) + 1 };
    this.dynamodb.seed('invitations', { ...ledger, ...written, ...changes });
  }

  /** When each ledger says that the person, case and household are asked. */
  get askedAt(): unknown[] {
    return ['CONTACT', 'CASE', 'HOUSEHOLD'].flatMap((subject) =>
      (this.ledger(subject)['asks'] as { at: number }[]).map(({ at }) => at),
    );
  }

  get marks(): unknown[] {
    return this.dynamodb.items('invitations').flatMap(({ pk, sk }) => (pk === 'DUE' ? [sk] : []));
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  ses.reset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a request that is due', () => {
  it('is mailed once, ends as sent, and its address is forgotten', async () => {
    const world = new World();
    expect([await world.deliver(), await world.deliver()]).toEqual([false, false]);
    expect(world.mails).toMatchObject([{ Destinations: ['p1@example.org'], ConfigurationSetName: 'set' }]);
    expect(world.request).toMatchObject({ state: 'sent' });
    expect(JSON.stringify(world.dynamodb.items('invitations'))).not.toContain('p1@example.org');
  });

  it('leaves its ticket nowhere but in the mail', async () => {
    const world = new World();
    await world.deliver();
    const mail = Buffer.from(world.mails[0]?.RawMessage?.Data ?? [])
      .toString()
      .replace(/=\r\n/g, '');
    const [, ticket = '', name = ''] = /#([\w-]{22})\.([\w-]{12})/.exec(mail) ?? [];
    expect(ticket).toHaveLength(22);
    const stored = JSON.stringify([world.dynamodb.items('invitations'), world.dynamodb.items('settings')]);
    expect(stored).not.toContain(ticket);
    expect(world.log.text()).not.toMatch(new RegExp(`${ticket}|${name}|p1@example`));
    expect(world.dynamodb.items('settings')).toEqual([{ pk: 'CONTEXTS', sk: name, context: context() }]);
  });

  it.each([
    ['a parent', context(), 'adult'],
    ['a child', context({ role: 'child', ageBand: '7-12' }), 'child'],
    ['a young person', context({ role: 'child', ageBand: '13-17' }), 'young-person'],
    ['a worker', context({ role: 'county-worker' }), 'worker'],
  ] as const)('comes from the organisation to %s, in words that fit', async (_, about, audience) => {
    const world = new World(undefined, { context: about });
    await world.deliver();
    const mail = await simpleParser(Buffer.from(world.mails[0]?.RawMessage?.Data ?? []));
    expect(mail.from.value).toEqual([{ name: 'Esimerkki', address: 'palaute@kuultu.example' }]);
    expect(mail.replyTo.value).toEqual([{ name: 'Esimerkki', address: 'kysymykset@kuultu.example' }]);
    const { subject, why } = mailTexts.fi[audience];
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(why);
    expect(mail.text).toContain('Esimerkki');
    // Through the end of the second month after this one.
    expect(mail.text).toContain('31. toukokuuta 2026');
  });
});

describe('a request whose form was withdrawn after it was decided', () => {
  it.each(['in its slot', 'late'])('is stopped %s, and takes up no place in any cap', async (when) => {
    const world = new World();
    storeOwnForms(world.dynamodb, { id: 'meeting', published: [2], withdrawn: [1] });
    if (when === 'late') vi.setSystemTime(now + days(1));
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toEqual([]);
    expect(world.request).toMatchObject({ state: 'withdrawn', endReason: 'no-language-form' });
    expect(world.request).not.toHaveProperty('address');
    expect(world.askedAt).toEqual([]);
  });

  it('is sent where only another version was', async () => {
    const world = new World();
    storeOwnForms(world.dynamodb, { id: 'meeting', published: [2, 3], withdrawn: [2, 3] });
    await world.deliver();
    expect(world.request).toMatchObject({ state: 'sent' });
  });
});

/** The calls of one sending, in their order: a change of it must be thought through here. */
const calls = ['read', 'claim', 'context', 'mail', 'end'] as const;

describe('a sending of five calls, of which one goes wrong and whose message comes four times,', () => {
  it('makes these five', async () => {
    const world = new World();
    await world.deliver();
    expect(world.calls.made).toBe(calls.length);
  });

  it.each<[(typeof calls)[number], 'before' | 'after', 'is told' | 'dies', number, string]>([
    ['read', 'before', 'is told', 1, 'sent'],
    ['read', 'before', 'dies', 1, 'sent'],
    ['read', 'after', 'is told', 1, 'sent'],
    ['read', 'after', 'dies', 1, 'sent'],
    ['claim', 'before', 'is told', 1, 'sent'],
    ['claim', 'before', 'dies', 1, 'sent'],
    // From here on somebody has claimed the request: whoever comes next can't know how far that one came.
    ['claim', 'after', 'is told', 0, 'send-uncertain'],
    ['claim', 'after', 'dies', 0, 'send-uncertain'],
    ['context', 'before', 'is told', 1, 'sent'],
    ['context', 'before', 'dies', 0, 'send-uncertain'],
    ['context', 'after', 'is told', 1, 'sent'],
    ['context', 'after', 'dies', 0, 'send-uncertain'],
    ['mail', 'before', 'is told', 0, 'send-uncertain'],
    ['mail', 'before', 'dies', 0, 'send-uncertain'],
    ['mail', 'after', 'is told', 1, 'send-uncertain'],
    ['mail', 'after', 'dies', 1, 'send-uncertain'],
    ['end', 'before', 'is told', 1, 'send-uncertain'],
    ['end', 'before', 'dies', 1, 'send-uncertain'],
    ['end', 'after', 'is told', 1, 'sent'],
    ['end', 'after', 'dies', 1, 'sent'],
  ])('%s, %s it took effect, where the process %s: %d mails, %s', async (name, when, fate, mails, state) => {
    const fatal = { call: calls.indexOf(name) + 1, takesEffect: when === 'after', dies: fate === 'dies' };
    const world = new World(fatal);
    for (let delivery = 0; delivery < 4; delivery += 1) await world.deliver();
    expect(world.mails).toHaveLength(mails);
    expect(world.request).toMatchObject({ state });
    expect(world.request).not.toHaveProperty('address');
  });
});

describe('what SES answers', () => {
  const answering = (name: string, httpStatusCode: number) =>
    ses.on(SendRawEmailCommand).rejects(
      new SESServiceException({
        name,
        $fault: 'client',
        $metadata: { httpStatusCode },
        message: 'p1@example.org is bad',
      }),
    );

  it('as throttling puts the request back, and it is mailed later', async () => {
    const world = new World();
    ses.reset();
    answering('Throttling', 400);
    expect(await world.deliver()).toBe(false);
    expect(world.request).toMatchObject({ state: 'due', address: 'p1@example.org' });
    expect(world.dynamodb.items('invitations').filter(({ pk }) => pk === 'DUE')).toHaveLength(1);
    ses.reset();
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'm' });
    expect(await world.deliver()).toBe(false);
    expect(world.request).toMatchObject({ state: 'sent' });
  });

  it('as a missing grant puts the request back, and the message fails', async () => {
    const world = new World();
    ses.reset();
    answering('AccessDenied', 403);
    expect(await world.deliver()).toBe(true);
    expect(world.request).toMatchObject({ state: 'due' });
    expect(world.log.lines()).toMatchObject([{ level: 'ERROR', phrase: 'a message failed', messageId: '0' }]);
    expect(world.log.text()).not.toContain('p1@example.org');
  });

  it.each([
    ['MessageRejected', 400, 'send-failed'],
    ['InternalFailure', 500, 'send-uncertain'],
  ])('as %s ends the request as it is, for good', async (name, status, state) => {
    const world = new World();
    ses.reset();
    answering(name, status);
    expect(await world.deliver()).toBe(false);
    await world.deliver();
    expect(world.request).toMatchObject({ state });
    expect(world.request).not.toHaveProperty('address');
    expect(ses.commandCalls(SendRawEmailCommand)).toHaveLength(1);
  });
});

it('a message that is delivered again while its mail is being handed over ends as sent, by one mail', async () => {
  const world = new World();
  let handovers = 0;
  ses.reset();
  ses.on(SendRawEmailCommand).callsFake(async () => {
    handovers += 1;
    expect(await world.deliver()).toBe(false);
    expect(world.request).toMatchObject({ state: 'send-uncertain' });
    return { MessageId: 'm' };
  });
  expect(await world.deliver()).toBe(false);
  expect(handovers).toBe(1);
  expect(world.request).toMatchObject({ state: 'sent' });
});

/** The mark by which the request of these tests is found again. @param time such as `2026-03-04T09:00:00+02:00` */
const markAt = (time: string): string => `${new Date(time).toISOString()}#${requestId}`;
const holdNow: HoldChange = { reason: 'emergency-placement', change: 'started', at: now - days(1) };
const disturbed = { disturbedAt: seen + 1 };
/** What comes between deciding and sending, and the reason for which it stops the request. */
type Intervention = [reason: string, intervene: (world: World) => void];
const interventions: Intervention[] = [
  [
    'opted-out',
    (world) => {
      world.change('CONTACT', { ...disturbed, preference: { kind: 'opted-out' } });
    },
  ],
  [
    'paused',
    (world) => {
      world.change('CONTACT', { ...disturbed, preference: { kind: 'paused', until: now + days(90) } });
    },
  ],
  [
    'hold',
    (world) => {
      world.change('CASE', { ...disturbed, holds: [holdNow] });
    },
  ],
  [
    'contact-restricted',
    (world) => {
      world.change('CASE', {
        ...disturbed,
        blocks: [{ flag: 'contact-restricted', since: 5, liftedAt: null }],
      });
    },
  ],
  [
    'stage-cancelled',
    (world) => {
      world.change('OCCASION', { cancelledAt: now - days(1) });
      world.change('CASE', disturbed);
    },
  ],
  ...(['non-disclosure', 'ambiguous-contact'] as const).map((flag): Intervention => [
    flag,
    (world) => {
      world.change('CONTACT', { ...disturbed, flags: [flag], flagsToldAt: now });
    },
  ]),
  [
    'no-channel',
    (world) => {
      world.change('CONTACT', { ...disturbed, flags: ['no-messages'], flagsToldAt: now });
    },
  ],
  [
    'address-suppressed',
    (world) => {
      world.dynamodb.seed('invitations', { pk: 'ADDRESS#address-1', sk: 'SUPPRESSION' });
    },
  ],
];

describe('between deciding and sending', () => {
  it.each(interventions)(
    '%s stops the request, with its reason, and nobody counts as asked',
    async (reason, intervene) => {
      const world = new World();
      intervene(world);
      expect([await world.deliver(), await world.deliver()]).toEqual([false, false]);
      expect(world.mails).toEqual([]);
      expect(world.request).toMatchObject({ state: 'withdrawn', endReason: reason, kind: 'ended' });
      expect(world.askedAt).toEqual([]);
      expect(JSON.stringify(world.dynamodb.items('invitations'))).not.toContain('p1@example.org');
      expect(world.log.text()).not.toContain('p1@example.org');
    },
  );

  it.each(interventions.slice(0, -1))(
    '%s stops it also where it comes right before the claim',
    async (reason, intervene) => {
      // Something that has passed makes the request be looked at again: read, claim, what is known and the rule; then claim.
      const world = new World();
      world.change('CONTACT', { disturbedAt: seen + 40, sequence: seen + 40 });
      world.meanwhile = (call) => {
        if (call !== 5) return;
        if (!['hold', 'contact-restricted', 'stage-cancelled'].includes(reason)) {
          intervene(world);
          world.change('CONTACT', { disturbedAt: seen + 41 });
        } else intervene(world);
      };
      expect(await world.deliver()).toBe(false);
      expect(world.mails).toEqual([]);
      expect(world.request).toMatchObject({ state: 'withdrawn', endReason: reason });
    },
  );

  it('what has passed again stops nothing', async () => {
    const world = new World();
    world.change('CONTACT', disturbed);
    world.change('CASE', { ...disturbed, holds: [holdNow, { ...holdNow, change: 'ended', at: now - 1 }] });
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toHaveLength(1);
    expect(world.request).toMatchObject({ state: 'sent', dueAt: now });
    expect(world.dynamodb.items('invitations').filter(({ kind }) => kind === 'moved')).toEqual([]);
  });

  it('a new language is for the next request: this one was decided in its own', async () => {
    const world = new World();
    world.change('CONTACT', { language: 'sv' });
    await world.deliver();
    expect(String(Buffer.from(world.mails[0]?.RawMessage?.Data ?? []))).toMatch(
      /Content-Language: fi|lang=3D"fi"/i,
    );
  });
});

describe('a request that can not leave in its slot', () => {
  const evening = Date.parse('2026-03-03T19:00:00+02:00');

  it('moves to the next one, with its asks, its mark and a record', async () => {
    const world = new World();
    vi.setSystemTime(evening);
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toEqual([]);
    const next = Date.parse('2026-03-04T09:00:00+02:00');
    expect(world.request).toMatchObject({
      state: 'due',
      dueAt: next,
      leavesBefore: Date.parse('2026-03-04T18:00:00+02:00'),
    });
    expect(world.askedAt).toEqual([next, next, next]);
    expect(world.marks).toEqual([markAt('2026-03-04T09:00:00+02:00')]);
    expect(world.dynamodb.items('invitations')).toContainEqual(
      expect.objectContaining({ kind: 'moved', dueAt: now, movedTo: next }),
    );
    vi.setSystemTime(next);
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toHaveLength(1);
    expect(world.request).toMatchObject({ state: 'sent' });
  });

  it('leaves at once in another slot that is open', async () => {
    const world = new World();
    vi.setSystemTime(now + days(1));
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toHaveLength(1);
    expect(world.request).toMatchObject({ state: 'sent', dueAt: now + days(1) });
    expect(world.askedAt).toEqual([now + days(1), now + days(1), now + days(1)]);
    expect(world.marks).toEqual([]);
  });

  it('is withdrawn where others have used up what it would need then', async () => {
    const world = new World();
    world.change('HOUSEHOLD', {
      asks: Array.from({ length: 6 }, (_, n) => ({ requestId: `o-${n}`, at: now })),
    });
    vi.setSystemTime(evening);
    await world.deliver();
    expect(world.request).toMatchObject({ state: 'withdrawn', endReason: 'household-cap' });
    expect(world.ledger('HOUSEHOLD')['asks']).toHaveLength(6);
  });

  it.each([
    ['too late already', { expiresAt: now - 1, leavesBefore: now }],
    ['too late for the next slot', { expiresAt: now + 1000, leavesBefore: now }],
  ])('and is %s expires, and nobody counts as asked', async (_, changes) => {
    const world = new World(undefined, changes);
    vi.setSystemTime(evening);
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toEqual([]);
    expect(world.request).toMatchObject({ state: 'expired-before-sending', kind: 'ended' });
    expect(world.request).not.toHaveProperty('address');
    expect(world.askedAt).toEqual([]);
  });

  it('is looked at by the very version of the rule that decided it', async () => {
    const world = new World(undefined, { rule: { id: 'plan-meeting-held', version: 2 } });
    const night = {
      ...shippedRule('plan-meeting-held'),
      version: 2,
      window: { weekdays: [3], fromHour: 20, toHour: 22, publicHolidays: false },
    };
    const saved = { rule: night, savedAt: null, savedBy: null, changed: [] };
    world.dynamodb.seed('settings', { pk: 'RULE#plan-meeting-held', sk: 'VERSION#000002', ...saved });
    vi.setSystemTime(evening);
    await world.deliver();
    expect(world.request).toMatchObject({ state: 'due', dueAt: Date.parse('2026-03-04T20:00:00+02:00') });
  });

  it.each(['EVENT#event-1', 'rule'])('fails, and stays, where its %s is not there', async (gone) => {
    const world = new World(undefined, gone === 'rule' ? { rule: { id: 'nobody', version: 1 } } : {});
    if (gone !== 'rule') world.dynamodb.seed('invitations', { pk: gone, sk: 'EVENT' });
    vi.setSystemTime(evening);
    expect(await world.deliver()).toBe(true);
    expect(world.request).toMatchObject({ state: 'due', address: 'p1@example.org' });
  });
});

describe('in the slot for which it was decided, a request does not leave', () => {
  const slot = { dueAt: now - 60_000, leavesBefore: now };

  it('after it has expired', async () => {
    const world = new World(undefined, { ...slot, expiresAt: now - 1 });
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toEqual([]);
    expect(world.request).toMatchObject({ state: 'expired-before-sending' });
  });

  it('once a hold that was announced has begun', async () => {
    const world = new World(undefined, slot);
    world.change('CASE', { holds: [{ ...holdNow, at: now }] });
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toEqual([]);
    expect(world.request).toMatchObject({ state: 'withdrawn', endReason: 'hold' });
  });
});

describe('a request within the gap of another that was sent', () => {
  const sentBefore = (world: World, distance: number) => {
    world.change('CONTACT', { lastSentAt: now - days(30) + distance, lastSentRequest: 'r-0' });
  };

  it('waits in its slot until the gap is over, and then leaves, unmoved', async () => {
    const world = new World(undefined, { leavesBefore: Date.parse('2026-03-03T18:00:00+02:00') });
    sentBefore(world, 60_000);
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toEqual([]);
    expect(world.request).toMatchObject({ state: 'due', dueAt: now });
    expect(world.marks).toEqual([markAt('2026-03-03T10:16:00+02:00')]);
    vi.setSystemTime(now + 60_000);
    expect(await world.deliver()).toBe(false);
    expect(world.request).toMatchObject({ state: 'sent', dueAt: now });
    expect(world.askedAt).toEqual([now, now, now]);
  });

  it('moves to another day where the gap is over only then', async () => {
    const world = new World();
    sentBefore(world, days(2));
    expect(await world.deliver()).toBe(false);
    expect(world.request).toMatchObject({ state: 'due', dueAt: now + days(2) });
    expect(world.marks).toEqual([markAt('2026-03-05T10:15:00+02:00')]);
  });

  it('ends where the gap is over only after it has expired', async () => {
    const world = new World();
    sentBefore(world, days(29));
    await world.deliver();
    expect(world.request).toMatchObject({ state: 'expired-before-sending' });
    expect(world.askedAt).toEqual([]);
  });
});

describe('a cancellation, whose mark brings a request before its time,', () => {
  const later = { dueAt: now + days(3), leavesBefore: now + days(3) + 1000 };

  it('has it withdrawn at once', async () => {
    const world = new World(undefined, later);
    world.change('OCCASION', { cancelledAt: now - days(2) });
    expect(await world.deliver()).toBe(false);
    expect(world.request).toMatchObject({ state: 'withdrawn', endReason: 'stage-cancelled' });
    expect(world.askedAt).toEqual([]);
  });

  it('leaves it alone where the meeting is in the calendar again', async () => {
    const world = new World(undefined, later);
    world.change('OCCASION', { cancelledAt: now - days(2), scheduledAt: now - days(1) });
    const before = world.request;
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toEqual([]);
    expect(world.request).toEqual(before);
    expect(world.marks).toEqual([markAt('2026-03-06T10:15:00+02:00')]);
  });
});

describe('where somebody else changes what a request is judged by, in the moment of the look,', () => {
  // Read, what is known and the rule; then the change.
  const nextDay = () => vi.setSystemTime(now + days(1));

  it('it is looked at once more', async () => {
    const world = new World();
    nextDay();
    world.meanwhile = (call) => {
      if (call === 4) world.change('HOUSEHOLD', {});
    };
    expect(await world.deliver()).toBe(false);
    expect(world.request).toMatchObject({ state: 'sent' });
    expect(world.mails).toHaveLength(1);
  });

  it('each time, the message comes again and the request stays as it is', async () => {
    const world = new World();
    nextDay();
    const before = world.request;
    world.meanwhile = () => {
      world.change('HOUSEHOLD', {});
    };
    expect(await world.deliver()).toBe(true);
    expect(world.mails).toEqual([]);
    expect(world.request).toEqual(before);
    world.meanwhile = () => undefined;
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toHaveLength(1);
  });

  it.each(['claimed', 'withdrawn'])('and has it %s, nothing more is done', async (state) => {
    const world = new World();
    nextDay();
    world.meanwhile = (call) => {
      if (call === 4) world.dynamodb.seed('invitations', { ...world.request, state });
    };
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toEqual([]);
    expect(world.request).toMatchObject({ state });
  });
});

describe('a sending that looks again, of whose eight calls one goes wrong and whose message comes four times,', () => {
  const nextDay = now + days(1);

  it('makes these eight', async () => {
    const world = new World();
    vi.setSystemTime(nextDay);
    await world.deliver();
    expect(world.calls.made).toBe(8);
  });

  const fates = Array.from({ length: 8 }, (_, n) =>
    [false, true].flatMap((takesEffect) => [false, true].map((dies) => ({ call: n + 1, takesEffect, dies }))),
  ).flat();
  it.each(fates)('mails at most once, and ends: %j', async (fatal) => {
    const world = new World(fatal);
    vi.setSystemTime(nextDay);
    for (let delivery = 0; delivery < 4; delivery += 1) await world.deliver();
    expect(world.mails.length).toBeLessThanOrEqual(1);
    expect(['sent', 'send-uncertain']).toContain(world.request?.['state']);
    if (world.request?.['state'] === 'sent') expect(world.mails).toHaveLength(1);
    expect(world.request).not.toHaveProperty('address');
    expect(world.askedAt).toEqual([nextDay, nextDay, nextDay]);
  });
});

it('a request that is not there any more is no fault', async () => {
  const world = new World();
  const { handler } = await import('../../functions/send-request/handler.ts');
  expect(await deliver(handler, 'forgotten')).toEqual([]);
  expect(world.mails).toEqual([]);
});
