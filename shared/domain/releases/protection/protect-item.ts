import type { Demands, Finding } from '../../disclosure/audit.ts';
import { audit } from '../../disclosure/audit.ts';
import type { Leak } from '../../disclosure/known-numbers.ts';
import type { Solve } from '../../disclosure/linear-program.ts';
import { protect } from '../../disclosure/suppression.ts';
import type { Table } from '../../disclosure/table.ts';
import { other } from '../../tallies/pooling.ts';
import type { Structure } from '../../tallies/structure.ts';
import { total } from '../../tallies/tally.ts';
import { answersMin, details, isUniform, tellsAtLeast, type Detail, type ToldDetail } from '../detail.ts';
import { leaksOf, type Told } from './all-told.ts';
import type { CountedCell } from './counted-cell.ts';
import { addUp, type AddedUp } from './sums.ts';
import { tellLess } from './tell-less.ts';

/** One cell, and the most that may be told of it when it is looked at by itself. */
export type Candidate = CountedCell & {
  readonly detail: Detail;
  /** How many answers so few people as a figure must not rest on can have given in all that its table tells beside it. */
  readonly tooFewAround: number;
  /** What an earlier edition of the same period has told: it can't be taken back. */
  readonly already: Detail;
};

export type ProtectionOptions = {
  readonly structure: Structure;
  /** Fewest answers of a cell that is told at all. */
  readonly least: number;
  readonly solve: Solve;
};

/** From least to most. What tells more is told only of cells that tell all that comes before. */
const levels: readonly ToldDetail[] = ['band', 'groups', 'full'];

/**
 * How much may be told of each cell of one question when all tables lie side by side. Level by level: whose counts are told,
 * whose three groups, whose full distribution. On each level what is not told must not be left over where others are
 * subtracted, unless enough answers are left that do not all agree. Then all levels are laid together, with means and bands, and
 * less is told wherever that tells more than each level by itself.
 *
 * @returns one for each candidate
 * @throws where no way was found to tell anything safely
 */
export function protectItem(candidates: readonly Candidate[], options: ProtectionOptions): readonly Detail[] {
  const added = addUp(candidates, options.structure, options.solve);
  if (added === undefined) throw new Error('answers do not add up to what units are said to belong to');
  const { solve } = options;
  let told: readonly Detail[] = candidates.map(({ detail, already }) =>
    tellsAtLeast(detail, already) ? detail : already,
  );
  for (;;) {
    for (const level of levels) told = protectLevel(candidates, added, told, level, options);
    const before = told;
    told = tellLess(asTold(candidates, told, added, options), solve);
    // What tells less is held back on a level, so that others must be protected with it.
    if (told.every((detail, index) => detail === before[index])) return told;
  }
}

const asTold = (
  cells: readonly Candidate[],
  told: readonly Detail[],
  added: AddedUp,
  { least }: ProtectionOptions,
): Told => ({ cells, details: told, added, least });

function protectLevel(
  candidates: readonly Candidate[],
  added: AddedUp,
  told: readonly Detail[],
  level: ToldDetail,
  options: ProtectionOptions,
): Detail[] {
  const { table } = added;
  const demands = demandsOf(candidates, added, level, options.least);
  const below = details[details.indexOf(level) - 1] ?? 'none';
  const primary = new Set(indicesWhere(told, (detail) => !tellsAtLeast(detail, level)));
  const unpublished = new Set(table.cells.keys().filter((index) => index >= candidates.length));
  const kept = new Set(
    candidates.keys().filter((index) => tellsAtLeast(candidates[index]?.already ?? 'none', level)),
  );
  for (;;) {
    const protection = protect({ table, primary, unpublished, kept, demands }, options.solve);
    if (protection.kind !== 'protected') throw new Error('figures can not be published safely');
    const held = new Set(protection.held);
    const missing = level === 'band' ? [] : joiningRests(candidates, table, held, kept);
    if (missing.length === 0)
      return told.map((detail, index) => (held.has(index) && tellsAtLeast(detail, level) ? below : detail));
    for (const cell of missing) primary.add(cell);
  }
}

/**
 * What must stay hidden on a level: how many are in a cell, and in a unit that is told together with others. Totals, and
 * all that are told together, may be worked out.
 */
function demandsOf(
  candidates: readonly Candidate[],
  { table: { cells }, pooledUnits }: AddedUp,
  level: ToldDetail,
  least: number,
): Demands {
  const isNamed = candidates.map(({ stratum }) => !Object.values(stratum).includes(other));
  const isHidden = (cell: number): boolean =>
    isNamed[cell] ?? (pooledUnits.has(cell) && (cells[cell]?.value ?? 0) > 0);
  return {
    widthMin: (cell) => (isHidden(cell) ? least : 0),
    remainderMin: Math.max(least, answersMin[level]),
    singletons: new Set(),
  };
}

/**
 * Where all that is left over of a sum has agreed, or can be from too few people, it can't be left over: of each such sum the
 * smallest part that is told, to join it.
 */
function joiningRests(
  candidates: readonly Candidate[],
  { cells, sums }: Table,
  held: ReadonlySet<number>,
  kept: ReadonlySet<number>,
): number[] {
  return sums.flatMap(({ parts }) => {
    const left = parts.filter((part) => held.has(part));
    const counted = left.flatMap((part) => candidates[part] ?? []);
    // Of totals and rests it is known only how many they are: they are made of cells that are looked at themselves.
    if (left.length === 0 || counted.length < left.length) return [];
    const counts = added(counted.map(({ tally }) => tally.counts));
    const tooFew = Math.max(...counted.map(({ tooFewAround }) => tooFewAround));
    if (!isUniform(counts) && total(counts) > tooFew) return [];
    const [smallest] = parts
      .filter((part) => !held.has(part) && !kept.has(part) && part < candidates.length)
      .toSorted((a, b) => (cells[a]?.value ?? 0) - (cells[b]?.value ?? 0));
    return smallest === undefined ? [] : [smallest];
  });
}

const added = (all: readonly (readonly number[])[]): number[] =>
  (all[0] ?? []).map((_, step) => all.reduce((sum, counts) => sum + (counts[step] ?? 0), 0));

const indicesWhere = (told: readonly Detail[], isMeant: (detail: Detail) => boolean): number[] =>
  told.flatMap((detail, index) => (isMeant(detail) ? [index] : []));

/** Something wrong with counts of one level, or something that follows from all that is told together. */
export type Fault = Finding | Leak;

/** Whatever is wrong with what is told of one question, level by level and in all; nothing where all is as demanded. */
export function auditItem(
  candidates: readonly Candidate[],
  told: readonly Detail[],
  options: ProtectionOptions,
): Fault[] {
  const { structure, least, solve } = options;
  const added = addUp(candidates, structure, solve);
  if (added === undefined) return [{ kind: 'unsolved', cells: [...candidates.keys()] }];
  const faults = levels.flatMap((level) => {
    const held = new Set(
      added.table.cells.keys().filter((index) => !tellsAtLeast(told[index] ?? 'none', level)),
    );
    return audit(added.table, held, demandsOf(candidates, added, level, least), solve);
  });
  return [...faults, ...leaksOf(asTold(candidates, told, added, options), solve)];
}
