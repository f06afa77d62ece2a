import { audit, type Demands, type Finding } from './audit.ts';
import { LeastLoss, lossOf } from './least-loss.ts';
import type { Solve } from './linear-program.ts';
import { repair } from './repair.ts';
import { isMet, requirementOf, type Settled } from './requirement.ts';
import { addsUp, type Table } from './table.ts';

/** A table that is to be published, and what must not be. */
export type Unprotected = {
  readonly table: Table;
  /** Cells that must be held back. */
  readonly primary: ReadonlySet<number>;
  /** Cells that nobody publishes, so that holding them back loses nothing. */
  readonly unpublished: ReadonlySet<number>;
  /** Cells that must not be held back, such as the total of all, or zeros that everybody knows. */
  readonly kept: ReadonlySet<number>;
  readonly demands: Demands;
};

/**
 * `protected`: what to hold back, by index in their order, `primary` and `unpublished` with it. `isLeast` says whether
 * nothing that loses less would do; otherwise the table was too large to find out. `impossible`: whatever is held back,
 * something is wrong, such as these findings. `unsolved`: nothing is known of that, since the solver broke down, and
 * another one has to try again; or since the table does not add up.
 */
export type Protection =
  | { readonly kind: 'protected'; readonly held: readonly number[]; readonly isLeast: boolean }
  | { readonly kind: 'impossible'; readonly findings: readonly Finding[] }
  | { readonly kind: 'unsolved' };

/** Rounds of an exact search, after which a table counts as too large for it: fewer where much is held back. */
const roundsOf = ({ size }: ReadonlySet<number>): number =>
  Math.min(60, Math.max(5, Math.ceil(1500 / (size + 1))));

/**
 * Holds back, besides the primary cells, those with the least weight that leave nothing for {@link audit} to find.
 *
 * Exactly by rounds: what was found wrong so far is a requirement on what to hold back; an integer program meets all of
 * them with the least loss; an audit of that finds more, or nothing. A table that is too large for this is repaired step
 * by step instead, both from where the search ended and from the start.
 *
 * Equal losses are decided by the order of the cells, never by that of the sums.
 */
export function protect(unprotected: Unprotected, solve: Solve): Protection {
  const { table, demands, kept, primary, unpublished } = unprotected;
  if (!addsUp(table)) return { kind: 'unsolved' };
  const settled = { held: new Set([...primary, ...unpublished]), kept };
  const search = searchLeastLoss(unprotected, settled, solve);
  if (search.kind !== 'given-up') return search;
  const repaired = [search.held, settled.held].map((start) =>
    repair(table, start, demands, { settled, solve }),
  );
  const [best] = repaired
    .flatMap((outcome) => (outcome.kind === 'repaired' ? [outcome.held] : []))
    .toSorted((one, other) => lossOf(table, one) - lossOf(table, other));
  if (best !== undefined) return asProtected(best, false);
  const findings = repaired.flatMap((outcome) => (outcome.kind === 'impossible' ? outcome.findings : []));
  return findings.some(({ kind }) => kind === 'unsolved')
    ? { kind: 'unsolved' }
    : { kind: 'impossible', findings };
}

const asProtected = (held: ReadonlySet<number>, isLeast: boolean): Protection => ({
  kind: 'protected',
  held: [...held].toSorted((a, b) => a - b),
  isLeast,
});

type Search = Protection | { readonly kind: 'given-up'; readonly held: ReadonlySet<number> };

function searchLeastLoss({ table, demands }: Unprotected, settled: Settled, solve: Solve): Search {
  const leastLoss = new LeastLoss(table, solve);
  let held: ReadonlySet<number> = settled.held;
  for (let round = 0; round < roundsOf(settled.held); round += 1) {
    const findings = audit(table, held, demands, solve);
    if (findings.length === 0) return asProtected(held, true);
    const current = held;
    const requirements = findings
      .flatMap((finding) => requirementOf(table, finding, demands, settled) ?? [])
      .filter((requirement) => !isMet(requirement, current));
    // Nothing more to require, though something is wrong: a solver that failed, or whole numbers that tell more.
    if (requirements.length === 0) break;
    leastLoss.require(requirements);
    const choice = leastLoss.choose();
    if (choice.kind === 'impossible') return { kind: 'impossible', findings };
    if (choice.kind === 'unsolved') break;
    held = new Set([...settled.held, ...choice.cells]);
  }
  return { kind: 'given-up', held };
}
