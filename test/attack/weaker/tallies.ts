import { gzipSync } from 'node:zlib';
import { reportTables, type ReportTable } from '../../../shared/domain/reports/table.ts';
import { questionSetVersion } from '../../../shared/domain/questions/question-sets.ts';
import type { Countable } from '../judging/learning.ts';
import type { Item } from '../world/dumps.ts';

/** An answer that a weaker system counts: where, and what. */
export type Countables = readonly {
  readonly where: Countable;
  readonly answers: Readonly<Record<string, string>>;
}[];

/**
 * Tallies as a careless system would store them: every stratum, however small, by nothing but arithmetic.
 *
 * @param monthOf what counts as the month of an answer
 * @param tables the tables that are tallied
 */
export function carelessTallies(
  name: string,
  answers: Countables,
  monthOf: (where: Countable) => string = ({ asked }) => asked.month,
  tables: readonly ReportTable[] = reportTables,
): Item {
  const tallies = new Map<
    string,
    { table: string; stratum: object; items: Record<string, { from: number; counts: number[] }> }
  >();
  for (const { where, answers: given } of answers) {
    const { context } = where.asked;
    const form = questionSetVersion(context.questionSet, context.questionSetVersion)?.questions ?? [];
    for (const { id: table, stratum: stratumOf } of tables) {
      const stratum = stratumOf({ ...where.asked, month: monthOf(where) });
      const key = JSON.stringify([table, stratum]);
      const tally = tallies.get(key) ?? { table, stratum, items: {} };
      tallies.set(key, tally);
      for (const { key: question, scale } of form) {
        const answer = given[question];
        if (answer === undefined) continue;
        const item = (tally.items[question] ??= {
          from: scale.from,
          counts: Array<number>(scale.to - scale.from + 1).fill(0),
        });
        item.counts[Number(answer) - scale.from] = (item.counts[Number(answer) - scale.from] ?? 0) + 1;
      }
    }
  }
  return { pk: `TALLIES#${name}`, sk: 'TALLIES', document: gzipSync(JSON.stringify([...tallies.values()])) };
}
