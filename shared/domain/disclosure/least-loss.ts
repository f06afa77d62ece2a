import { groupsOf } from './equations.ts';
import type { Row, Solve } from './linear-program.ts';
import type { Requirement } from './requirement.ts';
import type { Table } from './table.ts';

/** What to hold back; or there is nothing that would do; or the program is too large. */
export type Choice =
  | { readonly kind: 'chosen'; readonly cells: ReadonlySet<number> }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unsolved' };

/** Requirements that share cells, beyond which their program is too large: it would take many seconds. */
const requirementsMost = 150;

/**
 * Chooses cells by integer programs, with the least loss that meets requirements. Requirements that share no cell are
 * programs of their own, and one that was solved before is not solved again.
 */
export class LeastLoss {
  readonly #table: Table;
  readonly #solve: Solve;
  readonly #requirements: Requirement[] = [];
  readonly #solved = new Map<string, Choice>();

  constructor(table: Table, solve: Solve) {
    this.#table = table;
    this.#solve = solve;
  }

  require(requirements: readonly Requirement[]): void {
    this.#requirements.push(...requirements);
  }

  choose(): Choice {
    const groups = groupsOf(this.#requirements.map((requirement) => cellsOf(requirement)));
    const programs = Map.groupBy(this.#requirements.keys(), (index) => {
      const [cell] = cellsOf(this.#requirements[index]);
      return cell === undefined ? undefined : groups(cell);
    });
    const chosen = new Set<number>();
    for (const [group, indices] of programs) {
      if (group === undefined) return { kind: 'impossible' };
      const choice = this.#chooseAmong(indices);
      if (choice.kind !== 'chosen') return choice;
      for (const cell of choice.cells) chosen.add(cell);
    }
    return { kind: 'chosen', cells: chosen };
  }

  #chooseAmong(indices: readonly number[]): Choice {
    const key = indices.join(' ');
    const choice = this.#solved.get(key) ?? this.#solveAmong(indices);
    this.#solved.set(key, choice);
    return choice;
  }

  #solveAmong(indices: readonly number[]): Choice {
    if (indices.length > requirementsMost) return { kind: 'unsolved' };
    const requirements = indices.flatMap((index) => this.#requirements[index] ?? []);
    const cells = [...new Set(requirements.flatMap((requirement) => cellsOf(requirement)))].toSorted(
      (a, b) => a - b,
    );
    const places = new Map(cells.map((cell, place) => [cell, place]));
    const solution = this.#solve({
      sense: 'least',
      variables: cells.map((cell) => ({ from: 0, to: 1, cost: costOf(this.#table, cell), whole: true })),
      rows: requirements.map((requirement) => rowOf(requirement, places)),
    });
    if (solution.kind === 'infeasible') return { kind: 'impossible' };
    if (solution.kind !== 'optimal') return { kind: 'unsolved' };
    const { values } = solution;
    return { kind: 'chosen', cells: new Set(cells.filter((_, place) => (values[place] ?? 0) > 0.5)) };
  }
}

/** Cells that a requirement leaves a choice of. */
const cellsOf = (requirement: Requirement | undefined): number[] => {
  if (requirement === undefined) return [];
  const { factors, cell } = requirement;
  return cell === undefined ? [...factors.keys()] : [cell, ...factors.keys()];
};

function rowOf({ factors, least, cell }: Requirement, places: ReadonlyMap<number, number>): Row {
  const row = new Map([...factors].map(([other, by]) => [places.get(other) ?? -1, by]));
  if (cell === undefined) return { factors: row, from: least, to: Infinity };
  return { factors: row.set(places.get(cell) ?? -1, -least), from: 0, to: Infinity };
}

/**
 * What it costs to hold a cell back: its weight, and so little more that among equal losses fewer cells are better, and
 * never two choices alike.
 */
export const costOf = ({ cells }: Table, cell: number): number =>
  (cells[cell]?.weight ?? 0) + 1e-3 * (1 + ((cell * goldenRatio) % 1));

/** What it costs to hold back all of these. */
export const lossOf = (table: Table, held: Iterable<number>): number =>
  [...held].reduce((loss, cell) => loss + costOf(table, cell), 0);

/** Its multiples lie as far from each other, between whole numbers, as numbers can. */
const goldenRatio = (Math.sqrt(5) - 1) / 2;
