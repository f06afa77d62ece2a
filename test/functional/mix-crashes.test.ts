/**
 * Wherever a mix dies, before any of its calls or after one that took effect, the next night ends where one without a
 * crash would have: every answer and comment is there exactly once. In between there is the whole of it or nothing that
 * can be read. The same holds where two mixes run at once. Tables and KMS are kept in memory; seals are real.
 */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { collectLog, runScheduled } from '../support/lambda-invocation.ts';
import { Mixing, mixEnvironment } from '../support/mixing.ts';

for (const [name, value] of Object.entries(mixEnvironment)) vi.stubEnv(name, value);
const { handler } = await import('../../functions/mix-responses/handler.ts');
const { readClosedPeriods } = await import('../../shared/adapters/closed-periods.ts');
const { readTallied } = await import('../../shared/adapters/tallies.ts');
const { readComments } = await import('../../shared/adapters/comments.ts');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-07-01T02:00:00+03:00') });
  collectLog();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const mix = () => runScheduled(handler);
const comments = ['first', 'second', 'third'].map((word) => `the ${word} comment`);

/** Two quarters to close at once: the first has too few answers and is carried over, the second is mixed with it. */
function twoQuarters(calls: DeadlyCalls): Mixing {
  const mixing = new Mixing(calls);
  for (let index = 0; index < 6; index += 1) mixing.answer({ month: '2026-02' });
  for (let index = 0; index < 5; index += 1)
    mixing.answer({ month: '2026-05', context: { role: 'guardian' } });
  for (const comment of comments) mixing.answer({ month: '2026-06', answers: { heard: 5, comment } });
  mixing.pool(randomBytes(3840), '2026-05');
  return mixing;
}

/** All that can be read of the periods, but for what was drawn by lot: names and order of comments. */
async function readable(mixing: Mixing) {
  const read = async (period: string) => ({
    ...(await readTallied('reports', period)),
    comments: (await readComments('reports', period))
      .map(({ stratum, text }) => ({ stratum, text }))
      .sort(byText),
  });
  return {
    periods: await readClosedPeriods('reports'),
    counted: await Promise.all(['2026-Q1', '2026-Q2'].map(read)),
    keys: ['2026-Q1', '2026-Q2'].map((quarter) => mixing.hasKey(quarter)),
    pooled: mixing.dynamodb.items('pool').length,
  };
}
type Texted = { readonly text: string | null };
const byText = (a: Texted, b: Texted): number => ((a.text ?? '') < (b.text ?? '') ? -1 : 1);

async function undisturbed() {
  const calls = new DeadlyCalls();
  const mixing = twoQuarters(calls);
  const before = await readable(mixing);
  const made = calls.made;
  await mix();
  const callsOfMix = calls.made - made;
  return { before, end: await readable(mixing), made, callsOfMix };
}

const nothing = { tallies: [], drivers: [], structure: { units: [], ages: {} }, comments: [] };

it('a mix without a crash counts fourteen answers and keeps three comments', async () => {
  const { before, end } = await undisturbed();
  expect(before).toMatchObject({ periods: [], counted: [nothing, nothing], keys: [true, true] });
  expect(end).toMatchObject({
    periods: [
      { period: '2026-Q1', counted: [] },
      { period: '2026-Q2', counted: ['2026-Q1', '2026-Q2'], spoiled: 1 },
    ],
    counted: [
      nothing,
      { comments: comments.toSorted().map((text) => ({ stratum: { region: '(other)' }, text })) },
    ],
    keys: [false, false],
  });
  const provisions = end.counted[1]?.tallies.filter(({ table }) => table === 'T6');
  expect(provisions).toMatchObject([{ items: { heard: { counts: [0, 0, 0, 11, 3] } } }]);
});

it.each([
  ['before a call', false],
  ['after a call took effect', true],
])(
  'a mix that dies %s is made good by the next, and leaves nothing half in between',
  async (_, takesEffect) => {
    const { end, made, callsOfMix } = await undisturbed();
    expect(callsOfMix).toBeGreaterThan(15);
    for (let call = made + 1; call <= made + callsOfMix; call += 1) {
      const calls = new DeadlyCalls({ call, takesEffect, dies: true });
      const mixing = twoQuarters(calls);
      await readable(mixing);
      expect(calls.made).toBe(made);
      await expect(mix()).rejects.toThrow('a scheduled run failed');
      calls.beginNextProcess();

      const between = await readable(mixing);
      const isClosed = between.periods.some(({ period }) => period === '2026-Q2');
      expect(between.counted).toEqual(isClosed ? end.counted : [nothing, nothing]);
      // While it is not counted, it can still be opened.
      if (!isClosed) expect(between.keys).toEqual([true, true]);
      const stored = mixing.dynamodb.items('reports').filter(({ sealed }) => sealed instanceof Uint8Array);
      for (const { sealed } of stored)
        expect(Buffer.from(sealed as Uint8Array).toString('latin1')).not.toContain('comment');

      await mix();
      expect([call, await readable(mixing)]).toEqual([call, end]);
    }
  },
);

it('a mix that only loses the reply to a call, and is run again, ends alike too', async () => {
  const { end, made, callsOfMix } = await undisturbed();
  for (let call = made + 1; call <= made + callsOfMix; call += 1) {
    const mixing = twoQuarters(new DeadlyCalls({ call, takesEffect: true, dies: false }));
    await readable(mixing);
    await mix().catch(() => undefined);
    await mix();
    expect([call, await readable(mixing)]).toEqual([call, end]);
  }
});

it('two mixes at once count everything once', async () => {
  const { end } = await undisturbed();
  const mixing = twoQuarters(new DeadlyCalls());
  await Promise.all([mix(), mix()]);
  expect(await readable(mixing)).toEqual(end);
});
