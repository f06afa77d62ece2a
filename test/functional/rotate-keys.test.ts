/**
 * The keys of quarters: this one's and the next one's are there before anybody needs them, each made once and bound to
 * its quarter; and what signs ballots is destroyed once its month of grace is over. Tables and KMS are kept in memory.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unwrapQuarterKey, readQuarterKey } from '../../shared/adapters/quarter-keys.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { FakeKms } from '../support/fake-kms.ts';
import { collectLog, runScheduled } from '../support/lambda-invocation.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  MIX_KEYS_TABLE: 'mix-keys',
  MIX_WRAPPING_KEY_ARN: 'arn:mix-wrapping',
  BALLOT_KEYS_TABLE: 'ballot-keys',
  BALLOT_WRAPPING_KEY_ARN: 'arn:ballot-wrapping',
})) {
  vi.stubEnv(name, value);
}
const { handler } = await import('../../functions/rotate-keys/handler.ts');

let calls: DeadlyCalls;
let dynamodb: FakeDynamoDb;
let kms: FakeKms;
let log: ReturnType<typeof collectLog>;

function begin(fatal?: ConstructorParameters<typeof DeadlyCalls>[0]): void {
  calls = new DeadlyCalls(fatal);
  dynamodb = new FakeDynamoDb(calls.around);
  kms = new FakeKms(calls.around);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-02-10T10:15:00+02:00') });
  log = collectLog();
  begin();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const rotate = () => runScheduled(handler);
const rotateAt = async (instant: string): Promise<void> => {
  vi.setSystemTime(Date.parse(instant));
  await rotate();
};

const stored = () => ({ mix: dynamodb.items('mix-keys'), ballot: dynamodb.items('ballot-keys') });
const quartersOf = (table: string): unknown[] => dynamodb.items(table).map(({ id }) => id);
/** Quarters whose private key is still there. */
const usable = (table: string): unknown[] =>
  dynamodb
    .items(table)
    .filter((item) => 'wrappedPrivateKey' in item)
    .map(({ id }) => id);

describe('keys', () => {
  it('of this quarter and the next are made of both kinds, each wrapped by its own key and bound to its quarter', async () => {
    await rotate();
    expect(kms.calls).toEqual([
      'make RSA_3072 under arn:mix-wrapping for 2026-Q1',
      'make RSA_3072 under arn:mix-wrapping for 2026-Q2',
      'make RSA_2048 under arn:ballot-wrapping for 2026-Q1',
      'make RSA_2048 under arn:ballot-wrapping for 2026-Q2',
    ]);
    for (const items of Object.values(stored())) {
      expect(items.map(({ id }) => id)).toEqual(['2026-Q1', '2026-Q2']);
      for (const item of items)
        expect(Object.keys(item).toSorted()).toEqual(['id', 'publicKey', 'wrappedPrivateKey']);
    }
  });

  it.each([
    ['ballot-keys', 'arn:ballot-wrapping', 'arn:mix-wrapping', 2048],
    ['mix-keys', 'arn:mix-wrapping', 'arn:ballot-wrapping', 3072],
  ])('in %s unwrap under %s and for their quarter alone, not under %s', async (table, own, foreign, bits) => {
    await rotate();
    const key = await readQuarterKey(table, '2026-Q2');
    if (key === undefined) throw new Error('there is no key');
    expect((await unwrapQuarterKey(own, key)).asymmetricKeyDetails).toMatchObject({
      ...{ modulusLength: bits, publicExponent: 65537n },
    });
    await expect(unwrapQuarterKey(foreign, key)).rejects.toThrow();
    await expect(unwrapQuarterKey(own, { ...key, id: '2026-Q1' })).rejects.toThrow();
  });

  it('are made once, and stay as they are', async () => {
    await rotate();
    const before = stored();
    const made = calls.made;
    for (const instant of ['2026-02-10T11:15:00+02:00', '2026-03-31T23:59:59.999+03:00'])
      await rotateAt(instant);
    expect(stored()).toEqual(before);
    expect(kms.calls).toHaveLength(4);
    // Each run looks at each ring, and at what signs ballots once more to see what is over.
    expect(calls.made - made).toBe(2 * 3);
  });

  it('of the quarter after next are made when a quarter has begun in Helsinki', async () => {
    await rotate();
    await rotateAt('2026-03-31T20:59:59.999Z');
    expect(quartersOf('mix-keys')).toEqual(['2026-Q1', '2026-Q2']);
    await rotateAt('2026-03-31T21:00:00Z');
    for (const table of ['mix-keys', 'ballot-keys'])
      expect(quartersOf(table)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
    await rotateAt('2026-12-31T22:00:00Z');
    expect(quartersOf('mix-keys').slice(-2)).toEqual(['2027-Q1', '2027-Q2']);
  });

  it('that another run was first to make stay, since they may be in use', async () => {
    const first = { id: '2026-Q1', publicKey: new Uint8Array([1]), wrappedPrivateKey: new Uint8Array([2]) };
    // Between the look at the table and the writing, the other run writes its own.
    dynamodb = new FakeDynamoDb((call) => {
      const result = call();
      if (quartersOf('mix-keys').length === 0) dynamodb.seed('mix-keys', first);
      return result;
    });
    await rotate();
    expect(dynamodb.items('mix-keys')[0]).toEqual(first);
    expect(quartersOf('mix-keys')).toEqual(['2026-Q1', '2026-Q2']);
  });

  it('are told of by their quarter, and by nothing else', async () => {
    await rotate();
    const made = { level: 'INFO', phrase: 'a key was made for a quarter' };
    expect(log.lines()).toEqual(
      ['2026-Q1', '2026-Q2', '2026-Q1', '2026-Q2'].map((period) => ({ ...made, period })),
    );
  });
});

describe('what signs ballots', () => {
  beforeEach(rotate);

  it('is destroyed when the month after its quarter is over in Helsinki, and not before', async () => {
    await rotateAt('2026-04-30T20:59:59.999Z');
    expect(usable('ballot-keys')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
    const [before] = dynamodb.items('ballot-keys');
    await rotateAt('2026-04-30T21:00:00Z');
    expect(usable('ballot-keys')).toEqual(['2026-Q2', '2026-Q3']);
    // What was signed with it can still be verified.
    expect(dynamodb.items('ballot-keys')[0]).toEqual({ id: '2026-Q1', publicKey: before?.['publicKey'] });
    expect(log.lines().at(-1)).toEqual({
      ...{ level: 'INFO', phrase: 'a key of a quarter was destroyed', period: '2026-Q1' },
    });
  });

  it('is destroyed once: the next run finds nothing to do, and does not make it anew', async () => {
    await rotateAt('2026-05-01T00:00:00+03:00');
    const before = stored();
    const { made } = calls;
    const lines = log.lines().length;
    await rotateAt('2026-05-01T01:00:00+03:00');
    expect([stored(), log.lines().length]).toEqual([before, lines]);
    expect(calls.made - made).toBe(3);
  });

  it('is destroyed with all that is over where no run came for a year', async () => {
    await rotateAt('2026-04-02T12:00:00+03:00');
    await rotateAt('2027-04-02T12:00:00+03:00');
    expect(quartersOf('ballot-keys')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2027-Q2', '2027-Q3']);
    expect(usable('ballot-keys')).toEqual(['2027-Q2', '2027-Q3']);
  });

  it('is not what answers are sealed to: that the mix alone destroys', async () => {
    await rotateAt('2027-04-02T12:00:00+03:00');
    expect(usable('mix-keys')).toEqual(['2026-Q1', '2026-Q2', '2027-Q2', '2027-Q3']);
  });

  it('goes by the clocks of Helsinki, which change in the month of grace in autumn', async () => {
    await rotateAt('2026-09-30T12:00:00+03:00');
    await rotateAt('2026-10-31T21:59:59.999Z');
    expect(usable('ballot-keys')).toContain('2026-Q3');
    await rotateAt('2026-10-31T22:00:00Z');
    expect(usable('ballot-keys')).toEqual(['2026-Q4', '2027-Q1']);
  });
});

describe('a run that fails', () => {
  /** Two looks, four keys in two calls each, and one look for what is over. */
  const callsOfFirstRun = 11;

  it('makes as many calls as the cases below go through', async () => {
    await rotate();
    expect(calls.made).toBe(callsOfFirstRun);
  });

  it.each(Array.from({ length: callsOfFirstRun }, (_, index) => index + 1))(
    'in its call %d says so, and is made good by the next, with one key of each kind and quarter',
    async (call) => {
      for (const takesEffect of [false, true]) {
        begin({ call, takesEffect, dies: true });
        await expect(rotate()).rejects.toThrow('a scheduled run failed');
        const before = stored();
        calls.beginNextProcess();
        await rotate();
        for (const table of ['mix-keys', 'ballot-keys'])
          expect(usable(table)).toEqual(['2026-Q1', '2026-Q2']);
        // What was stored before may be in use.
        expect(stored().mix.slice(0, before.mix.length)).toEqual(before.mix);
        expect(stored().ballot.slice(0, before.ballot.length)).toEqual(before.ballot);
      }
    },
  );

  it('while it destroys leaves the rest to the next', async () => {
    await rotate();
    await rotateAt('2026-04-02T12:00:00+03:00');
    const before = stored();
    // After two looks, two keys in two calls each, and the look for what is over, the second of two that are destroyed.
    begin({ call: 2 + 2 * 2 + 1 + 2, takesEffect: false, dies: true });
    for (const item of before.mix) dynamodb.seed('mix-keys', item);
    for (const item of before.ballot) dynamodb.seed('ballot-keys', item);
    vi.setSystemTime(Date.parse('2026-08-02T12:00:00+03:00'));
    await expect(rotate()).rejects.toThrow('a scheduled run failed');
    expect(usable('ballot-keys')).toEqual(['2026-Q2', '2026-Q3', '2026-Q4']);
    calls.beginNextProcess();
    await rotate();
    expect(usable('ballot-keys')).toEqual(['2026-Q3', '2026-Q4']);
  });
});
