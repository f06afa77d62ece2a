import { decisionsWithin, type PlacedDecision } from '../../shared/adapters/decisions-by-day.ts';
import { pageSize, type DecisionRecord } from '../../shared/adapters/decision-records.ts';
import type { Question } from './question.ts';
import { stretchesBetween } from './utc-days.ts';

/**
 * How many round trips one answer may take, each of up to 1 MB of records or one empty day: a few seconds. What is left
 * comes with the next page, which may then be an empty one with a `next`.
 */
const roundTripsMost = 120;

/** A page of decisions, and where the next one goes on; undefined where there is no more. */
export type DecisionsFound = { readonly records: DecisionRecord[]; readonly next: string | undefined };

/**
 * A page of one stage's decisions. Records of all kinds and stages lie together by day, so days are read in order until
 * the page is full, the time is over, or enough has been read for one answer.
 */
export async function decisionsOfStageBetween(
  table: string,
  { stage, from, to, after }: Extract<Question, { of: 'stage' }>,
): Promise<DecisionsFound> {
  const found: PlacedDecision[] = [];
  const stretches = stretchesBetween(startOf(from, after), to);
  for (let trips = 1, [stretch, ...ahead] = stretches; stretch !== undefined; trips += 1) {
    const { decisions, readTo } = await decisionsWithin(table, stretch, stage);
    found.push(...decisions);
    if (readTo !== undefined) ahead.unshift({ ...stretch, first: behind(readTo) });
    const [next] = ahead;
    if (found.length > pageSize || (found.length === pageSize && next !== undefined)) return full(found);
    if (trips === roundTripsMost && next !== undefined)
      return { records: found.map(({ record }) => record), next: readTo ?? `${next.day}T00:00:00.000Z` };
    [stretch, ...ahead] = ahead;
  }
  return { records: found.map(({ record }) => record), next: undefined };
}

/** Records are found behind the place where the page before ended, and never before the time that is asked about. */
const startOf = (from: string, after: string | undefined): string =>
  after === undefined || after < from ? from : behind(after);

/**
 * The first text that sorts behind an order, and before any that begins with it, as a decision's does with its event's.
 * A bare instant, at which a page has ended at the border of a day, sorts before all records of that instant.
 */
const behind = (order: string): string => (order.includes('#') ? `${order}!` : order);

function full(found: readonly PlacedDecision[]): DecisionsFound {
  const page = found.slice(0, pageSize);
  return { records: page.map(({ record }) => record), next: page.at(-1)?.order };
}
