import { destroyQuarterKey, readQuarterKeys, type QuarterKey } from '../../shared/adapters/quarter-keys.ts';
import { closePeriod, readClosedPeriods, type ClosedPeriod } from '../../shared/adapters/report-store.ts';
import { arrivedAfterMs } from '../../shared/domain/calendar/ballot-term.ts';
import { closesAt } from '../../shared/domain/calendar/day.ts';
import { nextQuarter, quartersBetween, quarterAt, type Quarter } from '../../shared/domain/calendar/month.ts';
import { tableIds } from '../../shared/domain/reports/table.ts';
import { mixBatch, type Places } from './mix-batch.ts';

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
 * Closes every period that has ended and is still open, earliest first. A period is closed together with its tallies, and
 * its keys are destroyed after that, so a crash anywhere neither loses an answer nor counts one twice.
 *
 * @param readPlaces reads contexts and units, only where there is something to count
 * @returns the periods that were closed by this run
 */
export async function closePeriods(
  surroundings: Surroundings,
  readPlaces: () => Promise<Places>,
): Promise<ClosedPeriod[]> {
  const { mixKeys, reports, now } = surroundings;
  const keys = await readQuarterKeys(mixKeys);
  const before = await readClosedPeriods(reports);
  await destroyCounted(mixKeys, keys, before);

  const counted = new Set(before.flatMap((period) => period.counted));
  const waiting = keys.filter(
    ({ id, wrappedPrivateKey }) => wrappedPrivateKey !== undefined && !counted.has(id),
  );
  const closed: ClosedPeriod[] = [];
  for (const period of periodsToClose(keys, before, now)) {
    const done = new Set(closed.flatMap((earlier) => earlier.counted));
    const batchKeys = waiting.filter(({ id }) => id <= period && !done.has(id));
    const batch = await mixBatch(surroundings, batchKeys, readPlaces);
    const result = { period, counted: batch.counted, tables: [...tableIds], spoiled: batch.spoiled };
    const stored = await closePeriod(reports, result, batch.tallies);
    await destroyCounted(mixKeys, batchKeys, [stored]);
    closed.push(stored);
  }
  return closed;
}

/** From the deployment's first key, or the period after the last closed one, to the last that has ended. */
function periodsToClose(keys: readonly QuarterKey[], closed: readonly ClosedPeriod[], now: number): Quarter[] {
  const last = closed.at(-1)?.period;
  const first = last === undefined ? keys[0]?.id : nextQuarter(last);
  if (first === undefined) return [];
  return quartersBetween(first, quarterAt(now)).filter((quarter) => closesAt(quarter) + arrivedAfterMs <= now);
}

async function destroyCounted(
  table: string,
  keys: readonly QuarterKey[],
  closed: readonly ClosedPeriod[],
): Promise<void> {
  const counted = new Set(closed.flatMap((period) => period.counted));
  for (const { id, wrappedPrivateKey } of keys) {
    if (wrappedPrivateKey !== undefined && counted.has(id)) await destroyQuarterKey(table, id);
  }
}
