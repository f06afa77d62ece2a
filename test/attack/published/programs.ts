import type { LinearProgram, Row, Solve } from '../../../shared/domain/disclosure/linear-program.ts';
import { drawsFrom, type Draw } from '../../simulation/releases/deployment.ts';
import type { Knowledge, Statement } from './knowledge.ts';

/*
 * Linear programs on all that is known of a question, over unknowns for how many chose each step in each cell. They are
 * written from what is published, and share nothing with the code that decides what is published but the solver.
 */

/** Between which numbers something lies, both included, as far as it was looked for. */
export type Interval = { readonly from: number; readonly to: number };

/** More than anybody answered in any cell: it keeps programs finite. */
const most = 2000;
/** Closer than this is equal, to a solver. */
export const tiny = 1e-6;

/** How many unknowns there are for each cell: one for all its answers, or one for each step. */
export type Layers = 'counts' | 'steps';

export class Programs {
  readonly #knowledge: Knowledge;
  readonly #solve: Solve;
  readonly #layers: number;
  readonly #rows: readonly Row[];
  /** Lowest and highest number of each unknown in any solution so far. */
  readonly #lowest: number[];
  readonly #highest: number[];

  constructor(knowledge: Knowledge, layers: Layers, solve: Solve) {
    this.#knowledge = knowledge;
    this.#solve = solve;
    this.#layers = layers === 'steps' ? knowledge.steps : 1;
    this.#rows = [
      ...knowledge.sums.flatMap((sum) =>
        this.#each((layer) =>
          equal(
            [...sum].map(([unknown, factor]) => [this.#at(unknown, layer), factor]),
            0,
          ),
        ),
      ),
      ...knowledge.statements.flatMap((statement) => this.#rowsOf(statement)),
    ];
    const size = knowledge.unknowns * this.#layers;
    this.#lowest = Array<number>(size).fill(Infinity);
    this.#highest = Array<number>(size).fill(-Infinity);
  }

  #at(unknown: number, layer: number): number {
    return unknown * this.#layers + layer;
  }

  #each<Result>(use: (layer: number) => Result): Result[] {
    return Array.from({ length: this.#layers }, (_, layer) => use(layer));
  }

  /** What the figures of some cells say of them together. */
  #rowsOf({ members, figures }: Statement): Row[] {
    const { responses: n, distribution, groups, mean, meanBand } = figures;
    const over = (layers: readonly number[], by: (layer: number) => number = () => 1): [number, number][] =>
      members.flatMap((member) =>
        layers.map((layer): [number, number] => [this.#at(member, layer), by(layer)]),
      );
    const all = this.#each((layer) => layer);
    const rows = [equal(over(all), n)];
    if (this.#layers === 1) return rows;
    if (distribution !== null) return distribution.map((count, layer) => equal(over([layer]), count));
    if (groups !== null)
      rows.push(...groupsOf(all).map((layers, index) => equal(over(layers), groups[index] ?? 0)));
    const scored = over(all, (layer) => this.#knowledge.from + layer);
    const range = mean === null ? meanBand : { from: mean - 0.05 - 1e-9, to: mean + 0.05 + 1e-9 };
    if (range !== null) rows.push({ factors: new Map(scored), from: range.from * n, to: range.to * n });
    return rows;
  }

  #run(sense: LinearProgram['sense'], costs: ReadonlyMap<number, number>): boolean {
    const variables = this.#lowest.map((_, index) => ({ from: 0, to: most, cost: costs.get(index) ?? 0 }));
    const solution = this.#solve({ sense, variables, rows: this.#rows });
    if (solution.kind !== 'optimal')
      throw new Error(`what is published can't be true: ${solution.kind} (${this.#knowledge.item})`);
    for (const [index, value] of solution.values.entries()) {
      this.#lowest[index] = Math.min(this.#lowest[index] ?? value, value);
      this.#highest[index] = Math.max(this.#highest[index] ?? value, value);
    }
    return true;
  }

  #seen(index: number): Interval {
    return { from: this.#lowest[index] ?? 0, to: this.#highest[index] ?? 0 };
  }

  #isSeen(index: number): boolean {
    return (this.#lowest[index] ?? Infinity) <= (this.#highest[index] ?? -Infinity);
  }

  /**
   * Between which numbers each of some unknowns lies: exactly where that is less than enough, and otherwise as far as it
   * was looked for.
   *
   * @param wanted a cell and a layer of it
   * @param isEnough whether such an interval tells nothing
   */
  intervals(
    wanted: readonly (readonly [number, number])[],
    isEnough: (interval: Interval) => boolean,
  ): Interval[] {
    const indices = wanted.map(([cell, layer]) => this.#at(cell, layer));
    const left = (): number[] =>
      indices.filter((index) => !this.#isSeen(index) || !isEnough(this.#seen(index)));
    const draw = drawsFrom(7);
    for (let idle = 0; idle < 3 && left().length > 0;) {
      const before = left().length;
      this.#run('most', randomCosts(left(), draw));
      if (left().length > before * 0.9) idle += 1;
    }
    for (const index of left()) {
      if (!left().includes(index)) continue;
      this.#run('most', new Map([[index, 1]]));
      this.#run('least', new Map([[index, 1]]));
    }
    return indices.map((index) => this.#seen(index));
  }
}

const randomCosts = (indices: readonly number[], draw: Draw): Map<number, number> =>
  new Map(indices.map((index) => [index, draw(3) - 1 || 0.5]));

const equal = (factors: readonly (readonly [number, number])[], value: number): Row => ({
  factors: new Map(factors),
  from: value,
  to: value,
});

/** Layers of the low, the middle and the high group, as they are documented. */
export function groupsOf(layers: readonly number[]): readonly (readonly number[])[] {
  const cuts: Readonly<Record<number, readonly [number, number]>> = { 11: [7, 9], 10: [4, 7] };
  const half = Math.floor(layers.length / 2);
  const [middle, high] = cuts[layers.length] ?? [half, layers.length - half];
  return [layers.slice(0, middle), layers.slice(middle, high), layers.slice(high)];
}
