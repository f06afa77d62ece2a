import { reportTable, tableIdSchema, type Asked } from '../../../shared/domain/tallies/table.ts';
import type { Try } from '../attack.ts';
import { total, type Cell } from './cells.ts';

/** Somebody of whom it is known where their answer counts, and not what it is. */
export type Countable = {
  readonly ref: string;
  /** The question whose answer is guessed: the first one of their form. */
  readonly question: string;
  readonly asked: Asked;
  /** When they took part, such as `2026-02-03`. */
  readonly day: string;
};

/** Answers that an adversary takes for equally likely, by person. */
export type Guesses = ReadonlyMap<string, readonly number[]>;

/** What stands where a stratum was too small to be told apart. */
const other = '(other)';

/** The cells of a question in which somebody's answer is counted, one of each table. */
export function cellsAbout({ question, asked, day }: Countable, cells: readonly Cell[]): Cell[] {
  const candidates = Map.groupBy(
    cells.filter((cell) => cell.question === question),
    ({ table }) => table,
  );
  return [...candidates].flatMap(([table, ofTable]) => {
    const own = reportTable(tableIdSchema.parse(table)).stratum(asked);
    const isIn = (isPooled: boolean) => (cell: Cell) =>
      Object.entries(cell.stratum).every(
        ([dimension, value]) =>
          value === own[dimension] ||
          (dimension === 'month' && value === day) ||
          (isPooled && value === other),
      );
    return ofTable.find(isIn(false)) ?? ofTable.filter(isIn(true)).slice(0, 1);
  });
}

/**
 * Guesses everybody's answer from the smallest cell that must hold it: its most frequent answer.
 *
 * @param batches people, and what came to the cells by them and by nobody else
 */
export function guessFromCells(
  batches: readonly { readonly people: readonly Countable[]; readonly cells: readonly Cell[] }[],
): Guesses {
  const smallest = new Map<string, Cell>();
  for (const { people, cells } of batches) {
    for (const person of people) {
      for (const cell of cellsAbout(person, cells)) {
        const known = smallest.get(person.ref);
        if (total(cell) > 0 && (known === undefined || total(cell) < total(known)))
          smallest.set(person.ref, cell);
      }
    }
  }
  return new Map([...smallest].map(([ref, cell]) => [ref, mostFrequent(cell)]));
}

const mostFrequent = ({ from, counts }: Cell): number[] => {
  const most = Math.max(...counts);
  return counts.flatMap((count, step) => (count === most ? [from + step] : []));
};

/** Share of people whose answer is guessed right; who has several guesses draws one of them. */
export function shareLearnt(guesses: Guesses, truth: ReadonlyMap<string, number>): number {
  const points = [...truth].map(([ref, answer]) => {
    const guess = guesses.get(ref) ?? [];
    return guess.includes(answer) ? 1 / guess.length : 0;
  });
  return points.reduce((sum, point) => sum + point, 0) / points.length;
}

/**
 * Compares guesses with those that everybody may make. Both are about the same people, and are the same guesses where
 * the adversary knows no more, so no allowance for accidents is needed.
 */
export function judgeLearning(
  name: string,
  guesses: Guesses,
  conceded: Guesses,
  truth: ReadonlyMap<string, number>,
): Try {
  const chance = shareLearnt(conceded, truth);
  return { name, success: shareLearnt(guesses, truth), chance, limit: chance + 0.02 };
}
