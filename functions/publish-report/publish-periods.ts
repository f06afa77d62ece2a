import { readInvited } from '../../shared/adapters/invited-counts.ts';
import {
  listReleases,
  publishRelease,
  readClosedPeriods,
  type ClosedPeriod,
} from '../../shared/adapters/report-store.ts';
import { recordsKeptFrom } from '../../shared/adapters/retention.ts';
import { readTallied } from '../../shared/adapters/tallies.ts';
import { closesAt, dayAt } from '../../shared/domain/calendar/day.ts';
import { days } from '../../shared/domain/calendar/duration.ts';
import type { Quarter } from '../../shared/domain/calendar/month.ts';
import { countableQuarters } from '../../shared/domain/calendar/ticket-term.ts';
import { mostByTooFew, type Invited } from '../../shared/domain/reports/invited.ts';
import { composeRelease } from '../../shared/domain/reports/release.ts';
import { publishedTableIds, type TableId } from '../../shared/domain/reports/table.ts';

type Published = { readonly table: TableId; readonly period: Quarter };
/** A period that can't be published yet. `isLate`: not since this night only. */
type Waiting = { readonly period: Quarter; readonly isLate: boolean };

/**
 * Publishes every table of every closed period that has no release yet, once the asks behind it have been counted. A
 * release is computed once, and frozen.
 *
 * @param now epoch milliseconds
 */
export async function publishPeriods(
  reports: string,
  now: number,
): Promise<{ published: Published[]; waiting: Waiting[] }> {
  const released = new Set((await listReleases(reports)).map(({ table, period }) => `${table} ${period}`));
  const published: Published[] = [];
  const waiting: Waiting[] = [];
  for (const closed of await readClosedPeriods(reports)) {
    const { period, counted, tables } = closed;
    const missing = publishedTableIds.filter(
      (table) => tables.includes(table) && !released.has(`${table} ${period}`),
    );
    if (missing.length === 0) continue;
    const invited = await readInvitedIn(reports, closed);
    if (mayStillCome(closed, invited, now)) {
      waiting.push({ period, isLate: closesAt(period) + days(1) <= now });
      continue;
    }
    const { tallies } = await readTallied(reports, period);
    const most = mostByTooFew(period, counted, invited);
    for (const table of missing) {
      await publishRelease(reports, composeRelease(table, period, tallies, most), dayAt(now));
      published.push({ table, period });
    }
  }
  return { published, waiting };
}

/** The asks behind each quarter that was counted in a period, as far as they are known. */
async function readInvitedIn(reports: string, { counted }: ClosedPeriod): Promise<Map<Quarter, Invited>> {
  const invited = new Map<Quarter, Invited>();
  for (const quarter of counted) {
    const found = await readInvited(reports, quarter);
    if (found !== undefined) invited.set(quarter, found);
  }
  return invited;
}

/** Asks whose records have begun to expire are never counted any more: then nothing of the period can be shown. */
const mayStillCome = (
  { counted }: ClosedPeriod,
  invited: ReadonlyMap<Quarter, Invited>,
  now: number,
): boolean => {
  const countable = countableQuarters(recordsKeptFrom(now), now);
  return counted.some((quarter) => !invited.has(quarter) && countable.includes(quarter));
};
