import type { Meter, WorkByFunction } from './meter.ts';
import { workOf } from './meter.ts';
import { noWork, perEach, plus, sum, type Work } from './work.ts';

/** What a step costs where its functions have run before, and what their first run did more. */
export type ColdAndWarm = {
  readonly warm: Work;
  /** The same by function. */
  readonly warmByFunction: Readonly<Record<string, Work>>;
  /** By function: what its first run in a fresh execution environment adds. */
  readonly coldExtra: Readonly<Record<string, Work>>;
};

/** Enough to show that a step costs the same every time, or how far it does not. */
const warmRuns = 5;

/**
 * Counts a step's first run, and then the mean of several more.
 *
 * @param prepare what each run needs before it, and is not counted
 */
export async function countColdAndWarm<Prepared>(
  meter: Meter,
  prepare: () => Promise<Prepared>,
  step: (prepared: Prepared) => Promise<unknown>,
): Promise<ColdAndWarm> {
  const countOnce = async (): Promise<WorkByFunction> => {
    const prepared = await prepare();
    return meter.count(() => step(prepared));
  };
  const first = await countOnce();
  const others: WorkByFunction[] = [];
  while (others.length < warmRuns) others.push(await countOnce());
  const warmOf = (...names: string[]): Work =>
    perEach(sum(others.map((counted) => workOf(counted, ...names))), others.length);
  const extras = [...first].map(
    ([name, work]) => [name, plus(plus(noWork, work), warmOf(name), -1)] as const,
  );
  return {
    warm: warmOf(),
    warmByFunction: Object.fromEntries([...first.keys()].map((name) => [name, warmOf(name)])),
    coldExtra: Object.fromEntries(extras.filter(([, { calls }]) => Object.keys(calls).length > 0)),
  };
}
