import { destroyQuarterKey, readQuarterKeys, type QuarterKey } from '../../shared/adapters/quarter-keys.ts';
import { closePeriod, readClosedPeriods, type ClosedPeriod } from '../../shared/adapters/closed-periods.ts';
import { arrivedAfterMs } from '../../shared/domain/calendar/ballot-term.ts';
import { lastPeriodFor } from '../../shared/domain/calendar/carry-over.ts';
import { closesAt } from '../../shared/domain/calendar/day.ts';
import { nextQuarter, quartersBetween, quarterAt, type Quarter } from '../../shared/domain/calendar/month.ts';
import { tableIds } from '../../shared/domain/tallies/table.ts';
import { mixBatch } from './mix-batch.ts';
import type { Places } from './places.ts';

export type Surroundings = {
  readonly pool: string;
  readonly mixKeys: string;
  /** ARN of the KMS key that wraps the mix's private keys. */
  readonly wrappingKey: string;
  readonly reports: string;
  /** Epoch milliseconds. */
  readonly now: number;
};

/**
 * Closes every period that has ended and is still open, earliest first. A period is closed together with its tallies and
 * comments, and its keys are destroyed after that, so a crash anywhere neither loses an answer nor counts one twice.
 *
 * @param readPlaces reads contexts and units, only where there is something to count
 * @returns the periods that were closed by this run
 */
export async function closePeriods(
  surroundings: Surroundings,
  readPlaces: () => Promise<Places>,
): Promise<ClosedPeriod[]> {
  const { mixKeys, reports, now } = surroundings;
  const keys = (await readQuarterKeys(mixKeys)).filter((key) => key.wrappedPrivateKey !== undefined);
  const closed = await readClosedPeriods(reports);
  await destroyUseless(mixKeys, keys, closed);

  const closedNow: ClosedPeriod[] = [];
  for (const period of periodsToClose(keys, closed, now)) {
    const all = [...closed, ...closedNow];
    const batchKeys = keys.filter(({ id }) => isOfUse(id, all) && id <= period);
    const { counted, spoiled, ...mixed } = await mixBatch(surroundings, batchKeys, readPlaces);
    const result = { period, counted: [...counted], tables: [...tableIds], spoiled };
    const stored = await closePeriod(reports, result, mixed);
    closedNow.push(stored);
    await destroyUseless(mixKeys, batchKeys, [...all, stored]);
  }
  return closedNow;
}

/** Whether a quarter's answers can still be counted: they have not been, and the last period for them has not closed. */
const isOfUse = (quarter: Quarter, closed: readonly ClosedPeriod[]): boolean =>
  !closed.some(({ period, counted }) => counted.includes(quarter) || period >= lastPeriodFor(quarter));

/** From the deployment's first key, or the period after the last closed one, to the last that has ended. */
function periodsToClose(
  keys: readonly QuarterKey[],
  closed: readonly ClosedPeriod[],
  now: number,
): Quarter[] {
  const last = closed.at(-1)?.period;
  const first = last === undefined ? keys[0]?.id : nextQuarter(last);
  if (first === undefined) return [];
  return quartersBetween(first, quarterAt(now)).filter(
    (quarter) => closesAt(quarter) + arrivedAfterMs <= now,
  );
}

/** Destroys the keys of quarters whose answers were counted, or have waited too long for others to be counted with. */
async function destroyUseless(
  table: string,
  keys: readonly QuarterKey[],
  closed: readonly ClosedPeriod[],
): Promise<void> {
  for (const { id } of keys) if (!isOfUse(id, closed)) await destroyQuarterKey(table, id);
}
