/**
 * A draft of the stage rules, tried on what is recorded. Events are decided by the real decide-requests on tables in
 * memory; the replay reads what that left behind. What is long is handed to the queue: more records than are answered
 * at once are put there, of the smallest kind. What cannot be tried is refused with the field named.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, deliver } from '../support/lambda-invocation.ts';
import { preferenceRecord } from '../support/records.ts';
import { draftOf, newDraft, shippedRule } from '../support/rules.ts';
import { eventDocument, recipient } from '../support/stage-events.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  INVITATIONS_TABLE: 'invitations',
  SETTINGS_TABLE: 'settings',
  REPLAYS_QUEUE_URL: 'https://sqs/replays',
  REFERENCES_SECRET_ARN: 'arn:references',
  GROUPS_CLAIM: 'cognito:groups',
})) {
  vi.stubEnv(name, value);
}
const { handler } = await import('../../functions/replay-rules/handler.ts');
const { handler: decideRequests } = await import('../../functions/decide-requests/handler.ts');

const sqs = mockClient(SQSClient);
const secrets = mockClient(SecretsManagerClient);
let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
  vi.setSystemTime('2026-03-02T10:16:00+02:00');
  secrets.on(GetSecretValueCommand).resolves({ SecretString: 'the references key' });
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
});

type Answer = { status: number; headers: Record<string, unknown>; body: Record<string, unknown> };
const answer = ({ statusCode = 0, headers = {}, body = '' }: APIGatewayProxyStructuredResultV2): Answer => ({
  status: statusCode,
  headers,
  body: JSON.parse(body) as Record<string, unknown>,
});

const claims = { sub: 'ann', 'cognito:groups': '[admin]' };
const replay = async (body: unknown, path = '/v1/rules/replay'): Promise<Answer> =>
  answer(await callHttp(handler, { claims, method: 'POST', path, body: JSON.stringify(body) }));
const standing = async (id: string): Promise<Answer> =>
  answer(await callHttp(handler, { claims, path: '/v1/rules/replays/{id}', pathParameters: { id } }));

const meeting = draftOf(shippedRule('plan-meeting-held'));
const march = { from: '2026-03-01', to: '2026-03-31' };

/** Meetings of one person on the given days of March, each of a case and a household of its own. */
async function meetings(...days: readonly number[]): Promise<void> {
  for (const day of days) {
    const time = `2026-03-${String(day).padStart(2, '0')}T10:15:00+02:00`;
    vi.setSystemTime(time);
    const data = { caseRef: `case-${day}`, householdRef: `home-${day}`, expectedEnd: undefined };
    const failed = await deliver(
      decideRequests,
      JSON.stringify(eventDocument({ id: `e-${day}`, time }, data)),
    );
    expect(failed).toEqual([]);
  }
}

describe('a replay', () => {
  it('decides alike under the rules in force', async () => {
    await meetings(2, 9, 23);
    const told = await replay({ rules: [], ...march });
    const counts = { asked: 1, heldBack: { cooldown: 2 }, withdrawn: {}, expired: 0 };
    expect(told).toMatchObject({
      status: 200,
      body: {
        state: 'done',
        from: '2026-02-28T22:00:00.000Z',
        to: '2026-03-31T21:00:00.000Z',
        ...{ events: 3, recipients: 3, same: 3, different: 0 },
        stages: [{ stage: 'plan-meeting.held', role: 'parent', live: counts, draft: counts }],
        asksPerPerson: [{ asks: 1, live: 1, draft: 1 }],
        newlyAskedTwice: [],
      },
    });
  });

  it('tries the draft in place of the rule that has its name, beside the others', async () => {
    await meetings(2, 9, 23);
    // 2 and 9 March are a week apart, 9 and 23 March two: with a gap of ten days, the second is held back only.
    const told = await replay({ rules: [{ ...meeting, minimumGapDays: 10 }], ...march });
    expect(told.body).toMatchObject({
      stages: [{ draft: { asked: 2, heldBack: { cooldown: 1 } } }],
      newlyAskedTwice: [{ role: 'parent', people: 1 }],
      rules: expect.arrayContaining([
        { id: 'plan-meeting-held', version: 2 },
        { id: 'service-ended', version: 1 },
      ]) as unknown,
    });
  });

  it('takes what happened before its time as it was', async () => {
    await meetings(2, 9, 23);
    const draft = { ...meeting, minimumGapDays: 10 };
    const told = await replay({ rules: [draft], from: '2026-03-08', to: '2026-03-31' });
    expect(told.body).toMatchObject({
      recipients: 2,
      stages: [{ live: { asked: 0 }, draft: { asked: 1, heldBack: { cooldown: 1 } } }],
    });
  });

  it('takes a rule as it was shown', async () => {
    const shown = { ...meeting, version: 1, savedAt: null, savedBy: null, warnings: [] };
    expect(await replay({ rules: [shown], ...march })).toMatchObject({ status: 200 });
  });

  it('writes nothing', async () => {
    await meetings(2);
    const before = dynamodb.items('invitations');
    await replay({ rules: [{ ...meeting, enabled: false }], ...march });
    expect(dynamodb.items('invitations')).toEqual(before);
    expect(sqs.calls()).toEqual([]);
  });
});

describe('a replay of many records', () => {
  const seed = (count: number): void => {
    dynamodb.pageMost = 7000;
    for (let number = 0; number < count; number += 1)
      dynamodb.seed('invitations', preferenceRecord('2026-02-02', number));
  };

  it('is answered at once where there are 20 000', async () => {
    seed(20_000);
    expect(await replay({ rules: [], ...march })).toMatchObject({ status: 200, body: { recipients: 0 } });
    expect(sqs.calls()).toEqual([]);
  });

  it('runs by itself where there is one more, and can be asked after', async () => {
    seed(20_001);
    const { status, headers, body } = await replay({ rules: [{ ...meeting, delayDays: 3 }], ...march });
    const { id, href } = body;
    expect([status, body['state'], headers['location']]).toEqual([202, 'waiting', href]);
    expect(href).toBe(`/v1/rules/replays/${String(id)}`);
    const [sent] = sqs.commandCalls(SendMessageBatchCommand).map(({ args: [{ input }] }) => input);
    expect(sent).toMatchObject({ QueueUrl: 'https://sqs/replays', Entries: [{ MessageBody: id }] });
    expect(await standing(String(id))).toMatchObject({
      status: 200,
      body: {
        ...{ id, state: 'waiting', progress: { reached: null, records: 0 } },
        ...{ from: '2026-02-28T22:00:00.000Z', to: '2026-03-31T21:00:00.000Z' },
      },
    });
  });
});

describe('a draft that cannot be tried', () => {
  it.each<[string, string, unknown]>([
    ['no rules at all', '/rules', { ...march }],
    ['a field that nobody knows', '/dryRun', { rules: [], ...march, dryRun: true }],
    [
      'a rule with an unknown field',
      '/rules/0/reminders',
      { rules: [{ ...meeting, reminders: 1 }], ...march },
    ],
    ['a rule of 51', '/rules', { rules: Array(51).fill(meeting), ...march }],
    ['a rule that is there twice', '/rules/1/id', { rules: [meeting, meeting], ...march }],
    [
      'a rule for a stage that another asks at',
      '/rules/0/stage',
      { rules: [newDraft({ stage: 'placement.ended' })], ...march },
    ],
    ['a day that is none', '/from', { rules: [], from: '2026-02-30', to: '2026-03-01' }],
    ['a year before all others', '/from', { rules: [], from: '0000-01-01', to: '2026-03-01' }],
    ['a future', '/from', { rules: [], from: '2026-03-03', to: '2026-03-04' }],
    ['an end before the beginning', '/to', { rules: [], from: '2026-03-01', to: '2026-02-27' }],
    ['a longer time than records are kept', '/to', { rules: [], from: '2024-01-01', to: '2026-03-01' }],
  ])('is refused with a pointer to it: %s', async (_, pointer, body) => {
    const refused = await replay(body);
    const pointers = (refused.body['errors'] as { pointer: string }[]).map((one) => one.pointer);
    expect([refused.status, pointers]).toEqual([400, [pointer]]);
  });

  it.each(['{', '', '[]', 'null'])('is refused where it is %j', async (body) => {
    const refused = answer(
      await callHttp(handler, { claims, method: 'POST', path: '/v1/rules/replay', body }),
    );
    expect(refused.status).toBe(400);
  });

  it('names the rule that it contradicts', async () => {
    const { body } = await replay({ rules: [newDraft({ stage: 'placement.ended' })], ...march });
    expect(JSON.stringify(body)).toContain('placement-ended');
  });

  it('contradicts nothing where it turns the other one off', async () => {
    const other = { ...draftOf(shippedRule('placement-ended')), enabled: false };
    const rules = [newDraft({ stage: 'placement.ended' }), other];
    expect(await replay({ rules, ...march })).toMatchObject({ status: 200 });
  });
});

describe('a stranger', () => {
  it.each([
    ['an analyst', { 'cognito:groups': '[analyst]' }],
    ['nobody', undefined],
  ])('%s tries nothing, and learns nothing', async (_, others) => {
    const call = async (method: string, path: string, body?: string): Promise<number> =>
      answer(await callHttp(handler, { method, path, body, ...(others && { claims: others }) })).status;
    expect(await call('POST', '/v1/rules/replay', JSON.stringify({ rules: [], ...march }))).toBe(403);
    expect(await call('GET', '/v1/rules/replays/{id}')).toBe(403);
  });

  it.each(['', 'x', '00000000-0000-0000-0000-000000000000'])('finds no replay named %j', async (id) => {
    dynamodb.seed('invitations', { pk: 'REPLAY#other', sk: 'REPLAY', replay: recipient().contactRef });
    expect((await standing(id)).status).toBe(404);
  });
});
