import * as z from 'zod';
import type { Context } from '../context.ts';
import type { Answers } from '../questions/answers.ts';
import type { QuestionSet } from '../questions/question.ts';
import { reportTables, tableIdSchema, type Stratum, type TableId } from './table.ts';

/** Fewest answers that may ever stand in a stored tally or a published cell. Raising is safe, lowering is not. */
export const responsesMin = 5;

/** Fewest answers in the whole deployment that are unsealed together; with fewer, a period is carried over. */
export const batchMin = 10;

const itemTallySchema = z.object({
  /** The lowest step of the scale: the first count is of this answer. */
  from: z.int(),
  /** How many gave each step, lowest first. */
  counts: z.array(z.int().min(0)).min(1),
});
export type ItemTally = z.infer<typeof itemTallySchema>;

/** The counts of one stratum of one table, by question key. */
export const tallySchema = z.object({
  table: tableIdSchema,
  stratum: z.record(z.string(), z.string()),
  items: z.record(z.string(), itemTallySchema),
});
export type Tally = z.infer<typeof tallySchema>;

/** Counts answers one at a time and forgets each at once: nothing of it but the counts can come out again. */
export class Tallying {
  readonly #tallies = new Map<string, { table: TableId; stratum: Stratum; items: Map<string, ItemTally> }>();

  /** @param region of the context's unit */
  count(context: Context, region: string, questionSet: QuestionSet, answers: Answers): void {
    for (const table of reportTables) {
      const items = this.#itemsOf(table.id, table.stratum(context, region));
      for (const { key, scale } of questionSet.questions) {
        const answer = answers[key];
        if (answer === undefined) continue;
        const tally = items.get(key) ?? {
          from: scale.from,
          counts: Array<number>(scale.to - scale.from + 1).fill(0),
        };
        items.set(key, {
          ...tally,
          counts: tally.counts.with(answer - tally.from, (tally.counts[answer - tally.from] ?? 0) + 1),
        });
      }
    }
  }

  /**
   * The tallies that may be stored: no question of a stratum with fewer than {@link responsesMin} answers.
   * In the order of table and stratum, which says nothing about the order of answers.
   */
  storable(): Tally[] {
    return [...this.#tallies.entries()]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { table, stratum, items }]) => ({
        table,
        stratum,
        items: Object.fromEntries(
          [...items]
            .filter(([, { counts }]) => total(counts) >= responsesMin)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        ),
      }))
      .filter(({ items }) => Object.keys(items).length > 0);
  }

  #itemsOf(table: TableId, stratum: Stratum): Map<string, ItemTally> {
    const key = [table, ...Object.values(stratum)].join('\n');
    const known = this.#tallies.get(key) ?? { table, stratum, items: new Map<string, ItemTally>() };
    this.#tallies.set(key, known);
    return known.items;
  }
}

export const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
