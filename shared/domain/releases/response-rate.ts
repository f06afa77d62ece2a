import type { Invited, InvitedStratum } from '../tallies/invited.ts';
import { stratumKey } from '../tallies/invited.ts';
import type { Stratum, TableId } from '../tallies/table.ts';
import { forms } from '../tallies/tallying.ts';
import { responsesMin, total, type Tally } from '../tallies/tally.ts';

/** The highest rate that is told: this much, or more. Answers to requests of the period before can make it more than all. */
const rateMost = 0.9;

const toFive = (count: number): number => Math.round(count / 5) * 5;

/**
 * Which share of the requests of a period was answered, from both counts rounded to 5, in steps of 0.1.
 *
 * @param counted the asks of every quarter whose answers are in the period
 * @param least fewest answers of which anything is told
 * @returns null where too few answered, or fewer people were asked than a figure must rest on, or it is not known
 */
export function responseRates(
  tallies: readonly Tally[],
  counted: readonly Invited[],
  least: number,
): (table: TableId, stratum: Stratum) => number | null {
  const answered = new Map(
    tallies.map(({ table, stratum, items }) => [
      stratumKey(table, stratum),
      total(items[forms]?.counts ?? []),
    ]),
  );
  const asked = counted.map(
    (invited) => new Map(invited.map((each) => [stratumKey(each.table, each.stratum), each])),
  );
  return (table, stratum) => {
    const key = stratumKey(table, stratum);
    const sent = sentTo(asked.map((strata) => strata.get(key)));
    const responses = answered.get(key) ?? 0;
    if (sent === undefined || responses < least) return null;
    return Math.min(rateMost, Math.round((10 * toFive(responses)) / toFive(sent)) / 10);
  };
}

/** How many requests were sent in all; undefined where it was to too few people. */
function sentTo(strata: readonly (InvitedStratum | undefined)[]): number | undefined {
  const known = strata.filter((stratum) => stratum !== undefined);
  const most = Math.max(0, ...known.map(({ contacts }) => contacts));
  const sent = known.reduce((sum, stratum) => sum + stratum.sent, 0);
  return most >= responsesMin && sent >= responsesMin ? sent : undefined;
}
