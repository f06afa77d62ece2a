import { expect } from 'vitest';
import type { System } from '../../local/system.ts';

export type CrashPoint = {
  readonly action: string;
  /** Which call of this action, counted from 1: one of another that is tried again moves nothing. */
  readonly nth: number;
  readonly when: 'before' | 'after';
};

/** Kills a function at a point of its next runs, of which the action may be left out: then any call counts. */
export const crash = (
  system: System,
  caller: string,
  point: Omit<CrashPoint, 'action'> & Partial<Pick<CrashPoint, 'action'>>,
) => system.wire.failOnce({ caller, ...point });

/**
 * Where a function can die, from the calls that a run makes in a fresh environment: before each of them, and after
 * each that writes. To die after one that only reads is to die before the next.
 */
export async function crashPointsOf(
  system: System,
  caller: string,
  attempt: () => Promise<unknown>,
): Promise<CrashPoint[]> {
  await system.restart(caller);
  system.wire.ledger.reset();
  await attempt();
  const calls = system.wire.ledger.calls().filter((call) => call.caller === caller);
  expect(calls.length).toBeGreaterThan(0);
  return calls.flatMap(({ action, wrote }, index) => {
    const nth = calls.slice(0, index + 1).filter((call) => call.action === action).length;
    const moments = wrote ? (['before', 'after'] as const) : (['before'] as const);
    return moments.map((when) => ({ action, nth, when }));
  });
}

/** Makes an attempt that dies at a point. */
export async function dieAt(
  system: System,
  caller: string,
  point: CrashPoint,
  attempt: () => Promise<unknown>,
): Promise<void> {
  const fault = crash(system, caller, point);
  await attempt();
  expect([point, fault.struck()]).toEqual([point, true]);
}

/** A message as the event source hands it over. */
export const records = (body: string) => ({ Records: [{ messageId: 'message', body }] });
