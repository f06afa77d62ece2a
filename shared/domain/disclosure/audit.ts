import { learn } from './attacker.ts';
import { equationsOf, untangle, type Equation, type Knot } from './equations.ts';
import type { IsEnough, Learned, Proof } from './learned.ts';
import type { Solve } from './linear-program.ts';
import { addsUp, valueOf, type Interval, type Table } from './table.ts';

/** What must stay hidden of the cells that are held back. */
export type Demands = {
  /** How far apart the ends must be between which a cell can lie; zero where it may be worked out. */
  readonly widthMin: (cell: number) => number;
  /** Least that may be left when published cells are subtracted from each other, and anything is. */
  readonly remainderMin: number;
  /** Cells that rest on one person, who knows them and must not work out others from them. */
  readonly singletons: ReadonlySet<number>;
};

/**
 * What is wrong with a table where some cells are held back.
 *
 * `exact`: a cell is known; `narrow`: nearly; `few`: published cells can be subtracted until too few are left, which are in
 * this cell and others; `insider`: a cell is known to the one person whom the cell `insider` rests on. The proof names the
 * sums that tell it. `unsolved`: nobody knows what somebody may work out of these cells, so it is taken to be wrong.
 */
export type Finding =
  | {
      readonly kind: 'exact' | 'narrow' | 'few';
      readonly cell: number;
      readonly interval: Interval;
      readonly proof: Proof;
    }
  | {
      readonly kind: 'insider';
      readonly cell: number;
      readonly interval: Interval;
      readonly proof: Proof;
      readonly insider: number;
    }
  | { readonly kind: 'unsolved'; readonly cells: readonly number[] };

/**
 * Looks for whatever somebody can work out who knows all cells but those that are held back, and all sums. It finds every
 * set of published cells that can be subtracted down to a few: by duality of linear programs there is one exactly where a
 * cell with a few is known to have less than `remainderMin`.
 *
 * @param held cells, by index
 * @returns nothing, where everything is as demanded; what can't be found out is a finding
 */
export function audit(table: Table, held: ReadonlySet<number>, demands: Demands, solve: Solve): Finding[] {
  if (!addsUp(table)) return [{ kind: 'unsolved', cells: [...held] }];
  const equations = equationsOf(table, held);
  const isEnough: IsEnough = (cell, interval) => isAsDemanded(table, demands, cell, interval);
  const outside = [...learn(table, held, equations, { solve, isEnough })].flatMap(([cell, learned]) =>
    asFindings(cell, learned, ({ interval, proof }) => ({
      ...{ cell, interval, proof },
      kind: kindOf(demands, cell, interval),
    })),
  );
  const insiders = [...demands.singletons].filter((cell) => held.has(cell));
  if (insiders.length === 0) return outside;
  const { knots } = untangle(held, equations);
  const inside = insiders.flatMap((insider) => {
    const knot = knots.find(({ cells }) => cells.includes(insider));
    return knot === undefined ? [] : auditFromInside(table, knot, insider, { demands, solve });
  });
  return [...outside, ...inside];
}

const asFindings = (
  cell: number,
  learned: Learned,
  findingOf: (learned: Extract<Learned, { kind: 'bounded' }>) => Finding,
): Finding[] => {
  if (learned.kind === 'open') return [];
  return [learned.kind === 'unsolved' ? { kind: 'unsolved', cells: [cell] } : findingOf(learned)];
};

function isAsDemanded(table: Table, demands: Demands, cell: number, interval: Interval): boolean {
  return widthOf(interval) >= demands.widthMin(cell) && !leavesFew(table, demands, cell, interval);
}

/** Whether a cell with anybody in it is known to be among too few. */
const leavesFew = (table: Table, { remainderMin }: Demands, cell: number, { to }: Interval): boolean =>
  valueOf(table, cell) > 0 && to < remainderMin;

function kindOf(demands: Demands, cell: number, interval: Interval): 'exact' | 'narrow' | 'few' {
  if (widthOf(interval) >= demands.widthMin(cell)) return 'few';
  return widthOf(interval) <= 0 ? 'exact' : 'narrow';
}

const widthOf = ({ from, to }: Interval): number => to - from;

/** What the one person in a cell works out of others, whose cells must not be known exactly. */
function auditFromInside(
  table: Table,
  { cells, equations }: Knot,
  insider: number,
  { demands, solve }: { readonly demands: Demands; readonly solve: Solve },
): Finding[] {
  const own: Equation = {
    cells: new Map([[insider, 1]]),
    value: valueOf(table, insider),
    sums: new Map(),
  };
  const isEnough: IsEnough = (cell, interval) =>
    cell === insider || widthOf(interval) >= widthMinInside(demands, cell);
  return [...learn(table, cells, [own, ...equations], { solve, isEnough })].flatMap(([cell, learned]) =>
    asFindings(cell, learned, ({ interval, proof }) => ({ kind: 'insider', cell, interval, proof, insider })),
  );
}

/** How far apart the ends of a cell must be for somebody who knows another cell. */
export const widthMinInside = ({ widthMin }: Demands, cell: number): number => Math.min(widthMin(cell), 1);
