/**
 * A long replay, off the queue: how far it has come is written down on the way, the outcome is there at the end, and it
 * is the same wherever a run dies and begins anew. Records lie in a table in memory.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultRules } from '../../shared/domain/rules/default-rules.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { collectLog, deliver } from '../support/lambda-invocation.ts';
import { preferenceRecord } from '../support/records.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
vi.stubEnv('INVITATIONS_TABLE', 'invitations');
const { handler } = await import('../../functions/run-replay/handler.ts');
const { readReplay, saveReplay } = await import('../../shared/adapters/replays.ts');

const draft = {
  rules: [...defaultRules],
  from: Date.parse('2026-02-01T00:00:00+02:00'),
  to: Date.parse('2026-02-15T00:00:00+02:00'),
};
const replayId = '5e8f0d5c-4b0e-4d53-9d53-0a4a86a1b2c3';
const now = Date.parse('2026-03-02T10:00:00+02:00');

let dynamodb: FakeDynamoDb;
async function begin(records: number, calls = new DeadlyCalls()): Promise<DeadlyCalls> {
  dynamodb = new FakeDynamoDb();
  await saveReplay('invitations', { replayId, state: 'waiting', draft }, now);
  const [waiting = {}] = dynamodb.items('invitations');
  dynamodb = new FakeDynamoDb(calls.around);
  dynamodb.pageMost = 4000;
  dynamodb.seed('invitations', waiting);
  for (let number = 0; number < records; number += 1)
    dynamodb.seed('invitations', preferenceRecord(number % 2 === 0 ? '2026-02-02' : '2026-02-03', number));
  return calls;
}
beforeEach(() => {
  vi.setSystemTime(now);
  collectLog();
});

const outcome = { events: 0, recipients: 0, same: 0, different: 0, stages: [] };

describe('a replay off the queue', () => {
  it('is done, with its outcome', async () => {
    await begin(3);
    expect(await deliver(handler, replayId)).toEqual([]);
    expect(await readReplay('invitations', replayId)).toMatchObject({
      state: 'done',
      draft,
      report: outcome,
    });
  });

  it('says on the way how far it has come, each time that 10 000 records lie behind', async () => {
    const calls = await begin(25_000);
    const steps: unknown[] = [];
    vi.spyOn(dynamodb, 'seed').mockImplementation((...write) => {
      steps.push(write);
      FakeDynamoDb.prototype.seed.apply(dynamodb, write);
    });
    await deliver(handler, replayId);
    expect(calls.made).toBeGreaterThan(3);
    expect(steps).toHaveLength(3);
    expect(await readReplay('invitations', replayId)).toMatchObject({ state: 'done' });
  });

  it('ends alike wherever a run dies, when the queue brings it again', async () => {
    const whole = await begin(12_000);
    await deliver(handler, replayId);
    const { made } = whole;
    const { state, report } = (await readReplay('invitations', replayId)) ?? {};
    expect(state).toBe('done');
    for (const call of [1, made - 1, made])
      for (const takesEffect of [false, true]) {
        const calls = await begin(12_000, new DeadlyCalls({ call, takesEffect, dies: true }));
        expect(await deliver(handler, replayId)).toEqual(['0']);
        calls.beginNextProcess();
        expect(await deliver(handler, replayId)).toEqual([]);
        expect(await readReplay('invitations', replayId)).toMatchObject({ state, report });
      }
  });

  it('that is done already stays as it is', async () => {
    await begin(3);
    await saveReplay('invitations', { replayId, state: 'done', draft, report: 'as it was' }, now);
    expect(await deliver(handler, replayId)).toEqual([]);
    expect(await readReplay('invitations', replayId)).toMatchObject({ report: 'as it was' });
  });

  it('that has been cleared away fails nothing', async () => {
    await begin(0);
    expect(await deliver(handler, 'another')).toEqual([]);
    expect(dynamodb.items('invitations')).toHaveLength(1);
  });
});
