import { packed } from '../../../shared/adapters/packed.ts';
import { questionSetVersion } from '../../../shared/domain/questions/question-sets.ts';
import { reportTables, type ReportTable } from '../../../shared/domain/tallies/table.ts';
import { total, type Tally } from '../../../shared/domain/tallies/tally.ts';
import type { Given } from '../world/countable.ts';
import type { Item } from '../world/dumps.ts';

/** What a careless system does otherwise than the real one. */
export type Carelessness = {
  /** What counts as the month of an answer. */
  readonly monthOf?: (given: Given) => string;
  /** The tables that are tallied; all of them when left out. */
  readonly tables?: readonly ReportTable[];
  /** Strata of fewer people are left out; none when this is. */
  readonly peopleMin?: number;
};

/** Tallies as a careless system would store them: no stratum is pooled, and nothing but arithmetic is done. */
export function carelessTallies(
  name: string,
  answers: readonly Given[],
  { monthOf = ({ asked }) => asked.month, tables = reportTables, peopleMin = 1 }: Carelessness = {},
): Item {
  const tallies = new Map<string, Tally>();
  for (const given of answers) {
    for (const { id: table, stratum: stratumOf } of tables) {
      const stratum = stratumOf({ ...given.asked, month: monthOf(given) });
      const key = JSON.stringify([table, stratum]);
      const tally = tallies.get(key) ?? { table, stratum, items: {} };
      tallies.set(key, tally);
      count(tally, given);
    }
  }
  const stored = [...tallies.values()].map((tally) => ({
    ...tally,
    items: Object.fromEntries(
      Object.entries(tally.items).filter(([, { counts }]) => total(counts) >= peopleMin),
    ),
  }));
  return { pk: `TALLIES#${name}`, sk: '000', document: packed({ tallies: stored, drivers: [] }) };
}

function count({ items }: Tally, { asked: { context }, answers }: Given): void {
  for (const { key, scale } of questionSetVersion(context.questionSet, context.questionSetVersion)
    ?.questions ?? []) {
    const answer = answers[key];
    if (answer === undefined) continue;
    const item = (items[key] ??= {
      from: scale.from,
      counts: Array<number>(scale.to - scale.from + 1).fill(0),
    });
    const step = Number(answer) - scale.from;
    item.counts[step] = (item.counts[step] ?? 0) + 1;
  }
}
