import type { Knot } from './equations.ts';
import { inwards, tolerance } from './learned.ts';
import type { Row, Solution, Solve, LinearProgram } from './linear-program.ts';
import { valueOf, type Interval, type Table } from './table.ts';

/** What was found of the cells of a knot so far: numbers that they can have, what truly is there to begin with. */
export class Seen {
  /** The equations of the knot, as rows of a program whose first variables are its cells. */
  readonly rows: readonly Row[];
  readonly #cells: readonly number[];
  readonly #intervals: Map<number, Interval>;

  constructor(table: Table, { cells, equations }: Knot) {
    const places = new Map(cells.map((cell, place) => [cell, place]));
    this.rows = equations.map(({ cells: tied, value }) => ({
      factors: new Map([...tied].map(([cell, factor]) => [places.get(cell) ?? -1, factor])),
      from: value,
      to: value,
    }));
    this.#cells = cells;
    this.#intervals = new Map(
      cells.map((cell) => [cell, { from: valueOf(table, cell), to: valueOf(table, cell) }]),
    );
  }

  of(cell: number): Interval {
    return inwards(this.#intervals.get(cell) ?? { from: 0, to: 0 });
  }

  /**
   * Solves a program whose first variables are the cells, and notes what they can be. That is not taken on trust: numbers
   * that break an equation are no solution.
   */
  solve(program: LinearProgram, solve: Solve): Solution {
    const solution = solve(program);
    if (solution.kind !== 'optimal') return solution;
    const { values } = solution;
    if (!this.#arePossible(values)) return { kind: 'unsolved' };
    for (const [place, cell] of this.#cells.entries()) this.note(cell, values[place] ?? 0);
    return solution;
  }

  note(cell: number, value: number): void {
    const { from, to } = this.#intervals.get(cell) ?? { from: value, to: value };
    this.#intervals.set(cell, { from: Math.min(from, value), to: Math.max(to, value) });
  }

  #arePossible(values: readonly number[]): boolean {
    return (
      this.#cells.every((_, place) => (values[place] ?? Number.NaN) >= -tolerance) &&
      this.rows.every(({ factors, from }) => {
        const sum = [...factors].reduce((all, [place, factor]) => all + factor * (values[place] ?? 0), 0);
        return Math.abs(sum - from) <= tolerance * Math.max(1, Math.abs(from));
      })
    );
  }
}
