import { asksWithin } from '../../shared/adapters/asks-by-day.ts';
import { isInvitedKept, keepInvited } from '../../shared/adapters/invited-counts.ts';
import { readForms } from '../../shared/adapters/question-sets.ts';
import { recordsKeptFrom } from '../../shared/adapters/retention.ts';
import { isAnyContextKnown, readUnits } from '../../shared/adapters/settings.ts';
import { startOfDay } from '../../shared/domain/calendar/day.ts';
import { monthsAfter, type Month, type Quarter } from '../../shared/domain/calendar/month.ts';
import { countableQuarters, ticketsBehind } from '../../shared/domain/calendar/ticket-term.ts';
import { InvitedCount } from '../../shared/domain/tallies/invited-count.ts';
import { placesOf } from '../../shared/domain/tallies/places.ts';

export type Surroundings = {
  readonly invitations: string;
  readonly settings: string;
  readonly reports: string;
  /** Epoch milliseconds. */
  readonly now: number;
};

/**
 * Counts the asks behind every period that has closed and of which they are not counted yet. They are kept earliest period
 * first, so that where the last is there the others are too: a night with nothing to do asks one question.
 *
 * @returns the periods whose asks this run has counted
 */
export async function countInvited(surroundings: Surroundings): Promise<Quarter[]> {
  const { settings, reports, now } = surroundings;
  const missing = await missingIn(reports, countableQuarters(recordsKeptFrom(now), now));
  // Before the first mail of all there is nothing to count, and nothing is said of the time before it.
  if (missing.length === 0 || !(await isAnyContextKnown(settings))) return [];
  const placeOf = placesOf(await readUnits(settings));
  const { catalogue } = await readForms(settings);
  const counts = missing.map((period) => ({
    period,
    count: new InvitedCount(period, placeOf, catalogue.version),
  }));
  const isComplete = await readInto(counts, surroundings);
  for (const { period, count } of counts)
    await keepInvited(reports, period, isComplete(period) ? count.counts() : []);
  return missing;
}

async function missingIn(reports: string, periods: readonly Quarter[]): Promise<Quarter[]> {
  const missing: Quarter[] = [];
  for (const period of periods.toReversed()) {
    if (await isInvitedKept(reports, period)) break;
    missing.unshift(period);
  }
  return missing;
}

type Count = { readonly period: Quarter; readonly count: InvitedCount };

/**
 * Reads every ask on record that is behind one of some periods into their counts.
 *
 * @returns which of them are complete. Where records of the first months behind a period have expired, and people were asked
 * as soon as records begin, they may have been asked before as well, and nobody can tell how often. So nothing is said of
 * such a period, and no figure of it is published.
 */
async function readInto(
  counts: readonly Count[],
  { invitations, now }: Surroundings,
): Promise<(period: Quarter) => boolean> {
  const keptFrom = recordsKeptFrom(now);
  const behind = counts.map(({ period }) => ticketsBehind(period));
  const from = Math.max(startOf(keptFrom), Math.min(...behind.map((span) => span.from)));
  let earliest = Infinity;
  for await (const asks of asksWithin(invitations, { from, to: Math.max(...behind.map(({ to }) => to)) })) {
    for (const ask of asks) {
      earliest = Math.min(earliest, ask.at);
      for (const { count } of counts) count.count(ask);
    }
  }
  const wereAskedAtOnce = earliest < startOf(monthsAfter(keptFrom, 1));
  return (period) => ticketsBehind(period).from >= from || !wereAskedAtOnce;
}

const startOf = (month: Month): number => startOfDay(`${month}-01`);
