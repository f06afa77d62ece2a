/**
 * At most one mail, whatever goes wrong: the sending is killed, or loses its connection, at each of its calls, before and
 * after the call took effect, and the message is delivered again and again. Tables are kept in memory.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  SendRawEmailCommand,
  SESClient,
  SESServiceException,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Request } from '../../shared/adapters/requests.ts';
import { context } from '../support/answers.ts';
import { dueRequest } from '../support/requests.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { collectLog, deliver } from '../support/lambda-invocation.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  INVITATIONS_TABLE: 'invitations',
  SETTINGS_TABLE: 'settings',
  TICKETS_SECRET_ARN: 'arn:tickets',
  CONTEXTS_SECRET_ARN: 'arn:contexts',
  SENDER_ADDRESS: 'palaute@kuultu.example',
  SES_CONFIGURATION_SET: 'set',
  WEB_ORIGIN: 'https://palaute.example',
})) {
  vi.stubEnv(name, value);
}
const { requestItem } = await import('../../shared/adapters/requests.ts');

const dayMs = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-03-03T10:15:00+02:00');
const request = (changes: Partial<Request> = {}): Request => dueRequest(now, changes);

const mockedSecrets = mockClient(SecretsManagerClient);
const ses = mockClient(SESClient);

/** A world in which a request is due, the mails that leave it, and each delivery in a process of its own. */
class World {
  readonly mails: SendRawEmailCommandInput[] = [];
  readonly log = collectLog();
  readonly calls: DeadlyCalls;
  readonly dynamodb: FakeDynamoDb;

  constructor(fatal?: { call: number; takesEffect: boolean; dies: boolean }) {
    this.calls = new DeadlyCalls(fatal);
    this.dynamodb = new FakeDynamoDb(this.calls.around);
    this.dynamodb.seed('invitations', requestItem(request()));
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
    return (await deliver(handler, 'r-1')).length > 0;
  }

  get request(): Record<string, unknown> | undefined {
    return this.dynamodb.items('invitations').find(({ sk }) => sk === 'REQUEST');
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

describe('a request', () => {
  it('that is too late is not mailed', async () => {
    const world = new World();
    world.dynamodb.seed('invitations', requestItem(request({ expiresAt: now - 1 })));
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toEqual([]);
    expect(world.request).toMatchObject({ state: 'expired-before-sending' });
    expect(world.request).not.toHaveProperty('address');
  });

  it('within the gap of another that was sent is put off until the gap is over', async () => {
    const world = new World();
    world.dynamodb.seed('invitations', {
      pk: 'CONTACT#ann',
      sk: 'LEDGER',
      lastSentAt: now - 29 * dayMs,
      lastSentRequest: 'r-0',
    });
    expect(await world.deliver()).toBe(false);
    expect(world.mails).toEqual([]);
    expect(world.request).toMatchObject({ state: 'due' });
    const possibleAt = new Date(now + dayMs).toISOString();
    expect(world.dynamodb.items('invitations')).toContainEqual({
      pk: 'DUE',
      sk: `${possibleAt}#r-1`,
      requestId: 'r-1',
    });
  });

  it('that would have to be put off past its expiry ends', async () => {
    const world = new World();
    world.dynamodb.seed('invitations', {
      pk: 'CONTACT#ann',
      sk: 'LEDGER',
      lastSentAt: now - dayMs,
      lastSentRequest: 'r-0',
    });
    await world.deliver();
    expect(world.request).toMatchObject({ state: 'expired-before-sending' });
  });

  it('that is not there any more is no fault', async () => {
    const world = new World();
    const { handler } = await import('../../functions/send-request/handler.ts');
    expect(await deliver(handler, 'forgotten')).toEqual([]);
    expect(world.mails).toEqual([]);
  });
});
