import { audit, type Demands, type Finding } from './audit.ts';
import { costOf } from './least-loss.ts';
import type { Solve } from './linear-program.ts';
import { isMet, requirementOf, type Requirement, type Settled } from './requirement.ts';
import type { Table } from './table.ts';

/** What to hold back so that nothing is found wrong; or findings that nothing helps against. */
export type Repair =
  | { readonly kind: 'repaired'; readonly held: ReadonlySet<number> }
  | { readonly kind: 'impossible'; readonly findings: readonly Finding[] };

type Means = { readonly settled: Settled; readonly solve: Solve };

/**
 * Holds back more and more cells, against each finding the one that costs least for how much it helps, until nothing is
 * found. Then tells again what turned out not to be needed, the most costly first.
 */
export function repair(table: Table, start: ReadonlySet<number>, demands: Demands, means: Means): Repair {
  const { settled, solve } = means;
  const held = new Set(start);
  const met: Requirement[] = [];
  for (;;) {
    const findings = audit(table, held, demands, solve);
    if (findings.length === 0) break;
    const before = held.size;
    for (const finding of findings) {
      const requirement = requirementOf(table, finding, demands, settled);
      if (requirement !== undefined) met.push(requirement);
      if (requirement !== undefined && isMet(requirement, held) && held.size > before) continue;
      const cell = helpAgainst(table, held, settled, finding, requirement);
      if (cell !== undefined) held.add(cell);
    }
    if (held.size === before) return { kind: 'impossible', findings };
  }
  return { kind: 'repaired', held: withoutNeedless(table, held, demands, means, met) };
}

/** How often it is tried to tell a cell again: each costs an audit of its own. */
const triesMost = 30;

/** @param known what must be held back, by findings so far: it spares an audit of what does not even meet that */
function withoutNeedless(
  table: Table,
  held: ReadonlySet<number>,
  demands: Demands,
  { settled, solve }: Means,
  known: readonly Requirement[],
): ReadonlySet<number> {
  const requirements = [...known];
  let least = held;
  let tries = 0;
  const costliest = [...held].toSorted((a, b) => costOf(table, b) - costOf(table, a));
  for (const cell of costliest) {
    if (tries >= triesMost) break;
    if (settled.held.has(cell)) continue;
    const fewer = new Set(least);
    fewer.delete(cell);
    if (!requirements.every((requirement) => isMet(requirement, fewer))) continue;
    tries += 1;
    const findings = audit(table, fewer, demands, solve);
    if (findings.length === 0) least = fewer;
    else
      requirements.push(
        ...findings.flatMap((finding) => requirementOf(table, finding, demands, settled) ?? []),
      );
  }
  return least;
}

/** The cell that costs least for how much it helps against a finding; any on its sums where it is not known which would. */
function helpAgainst(
  table: Table,
  held: ReadonlySet<number>,
  { kept }: Settled,
  finding: Finding,
  requirement: Requirement | undefined,
): number | undefined {
  const isFree = (cell: number): boolean => !held.has(cell) && !kept.has(cell);
  const helps = (cell: number): number => requirement?.factors.get(cell) ?? 1;
  const helping = [...(requirement?.factors.keys() ?? [])].filter(isFree);
  const among = helping.length > 0 ? helping : besides(table, finding).filter(isFree);
  const [first] = among.toSorted((a, b) => costOf(table, a) / helps(a) - costOf(table, b) / helps(b));
  return first;
}

/** Cells on the sums that a finding's cells are on. */
function besides({ sums }: Table, finding: Finding): number[] {
  const cells = new Set(finding.kind === 'unsolved' ? finding.cells : [finding.cell]);
  return sums.flatMap(({ total, parts }) =>
    [total, ...parts].some((cell) => cells.has(cell)) ? [total, ...parts] : [],
  );
}
