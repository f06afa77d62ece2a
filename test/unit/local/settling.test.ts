/** Settling runs what is due, in the order in which it was due, until nothing is left to do, and says what failed. */
import { describe, expect, it } from 'vitest';
import { createMover } from '../../../local/settle.ts';
import type { Parts } from '../../../local/settle.ts';

const hourMs = 3_600_000;
const ok = { ok: true, payload: 'null' } as const;
const failed = { ok: false, error: { errorType: 'Error', errorMessage: 'it broke' } } as const;

/** A system with one schedule, due every hour, that does as it is told. */
const systemWith = (work: (run: number) => { wrote: boolean; fails?: boolean }) => {
  const state = { now: 10 * hourMs, runs: 0, writes: 0 };
  const parts: Parts = {
    clock: { now: () => state.now },
    schedules: [
      {
        functionName: 'hourly',
        latestOccurrence: (now) => Math.floor(now / hourMs) * hourMs,
        invoke: () => {
          state.runs += 1;
          const { wrote, fails } = work(state.runs);
          if (wrote) state.writes += 1;
          return Promise.resolve(fails === true ? failed : ok);
        },
      },
    ],
    sources: [],
    drain: () => Promise.resolve([]),
    deadLetters: () => [],
    writes: () => state.writes,
  };
  return { state, mover: createMover(parts) };
};

describe('settle', () => {
  it('goes on until a whole round writes nothing', async () => {
    const { mover } = systemWith((run) => ({ wrote: run < 3 }));
    expect(await mover.settle()).toMatchObject({
      rounds: 3,
      ran: [{ function: 'hourly', invocations: 3, failed: 0 }],
      failed: [],
    });
  });

  it('runs a schedule again only when it is due again, also back in time', async () => {
    const { mover, state } = systemWith(() => ({ wrote: false }));
    await mover.settle();
    state.now += hourMs - 1;
    await mover.settle();
    expect(state.runs).toBe(1);
    state.now += 1;
    await mover.settle();
    state.now -= hourMs;
    await mover.settle();
    expect(state.runs).toBe(3);
  });

  it('tries what fails three times, and reports each', async () => {
    const { mover } = systemWith(() => ({ wrote: false, fails: true }));
    const settled = await mover.settle();
    expect(settled.ran).toEqual([{ function: 'hourly', invocations: 3, failed: 3 }]);
    expect(settled.failed).toHaveLength(3);
  });

  it('does one thing at a time', async () => {
    const { mover, state } = systemWith(() => ({ wrote: false }));
    await Promise.all([mover.settle(), mover.settle(), mover.tick()]);
    expect(state.runs).toBe(1);
  });
});
