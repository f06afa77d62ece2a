import { widthMinInside, type Demands, type Finding } from './audit.ts';
import { addTo } from './equations.ts';
import type { Combination } from './linear-program.ts';
import { valueOf, type Table } from './table.ts';

/**
 * What must be held back so that a finding goes away: so many of these cells that their factors come to `least`; or else not
 * the cell itself.
 */
export type Requirement = {
  readonly factors: Combination;
  readonly least: number;
  /** The cell that is protected so, unless it is told; undefined where it is held back in any case. */
  readonly cell: number | undefined;
};

/** What is settled before: cells that are held back in any case, and cells that never are. */
export type Settled = { readonly held: ReadonlySet<number>; readonly kept: ReadonlySet<number> };

/**
 * A capacity constraint of Fischetti and Salazar. The proof of a finding says how far the cell can move, as a sum of how
 * far others can: down to zero, or up without end. Whatever is held back, this sum must be as much as demanded.
 *
 * @returns undefined where the finding has no proof
 */
export function requirementOf(
  table: Table,
  finding: Finding,
  demands: Demands,
  settled: Settled,
): Requirement | undefined {
  if (finding.kind === 'unsolved') return undefined;
  const { cell, proof } = finding;
  const room = new Map<number, number>();
  addRoom(room, table, cell, proof.most, 1);
  if (finding.kind !== 'few') addRoom(room, table, cell, proof.least, -1);
  if (finding.kind === 'insider') room.delete(finding.insider);
  let least = demandOf(table, finding, demands);
  const factors = new Map<number, number>();
  for (const [other, by] of room)
    if (other === cell || settled.held.has(other)) least -= by;
    else if (!settled.kept.has(other)) factors.set(other, by);
  return {
    // More than all that is demanded is no better, and makes programs hard to solve.
    factors: new Map([...factors].map(([other, by]) => [other, Math.min(by, least)])),
    least,
    cell: settled.held.has(cell) ? undefined : cell,
  };
}

/** How far a cell must be able to move: between its ends, or upwards from its value. */
function demandOf(table: Table, finding: Exclude<Finding, { kind: 'unsolved' }>, demands: Demands): number {
  const { kind, cell } = finding;
  if (kind === 'few') return demands.remainderMin - valueOf(table, cell);
  return kind === 'insider' ? widthMinInside(demands, cell) : demands.widthMin(cell);
}

/** Factors closer to zero than this are a solver's noise. */
const noise = 1e-6;

/**
 * Adds how far the cell can move up, or down, for the sake of each cell. With the sums of the proof taken away from the
 * cell's own movement, what is left is a combination of movements of all cells; each of them counts with the way it can go.
 */
function addRoom(
  room: Map<number, number>,
  table: Table,
  cell: number,
  proof: Combination,
  direction: 1 | -1,
): void {
  const movements = new Map<number, number>([[cell, direction]]);
  for (const [index, factor] of proof) {
    const sum = table.sums[index];
    if (sum === undefined) continue;
    for (const part of sum.parts) addTo(movements, part, -direction * factor);
    addTo(movements, sum.total, direction * factor);
  }
  for (const [other, movement] of movements) {
    if (Math.abs(movement) < noise) continue;
    const way = movement > 0 ? Infinity : -movement * valueOf(table, other);
    if (way > 0) room.set(other, (room.get(other) ?? 0) + way);
  }
}

/** Whether what is held back does what a requirement says. */
export const isMet = ({ factors, least, cell }: Requirement, held: ReadonlySet<number>): boolean =>
  (cell !== undefined && !held.has(cell)) ||
  [...factors].reduce((sum, [other, by]) => sum + (held.has(other) ? by : 0), 0) >= least - noise;
