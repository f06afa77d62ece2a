import type { Solve } from '../../../shared/domain/disclosure/linear-program.ts';
import { total } from '../../../shared/domain/tallies/tally.ts';
import type { Knowledge, Statement } from './knowledge.ts';
import { Programs, tiny, type Interval } from './programs.ts';

/** What was looked at, and what of it was found out; the first of it in words. */
export type Found = { readonly of: number; readonly found: number; readonly examples: readonly string[] };

const promised = 5;

/**
 * Cells that are told, with those that hold the same answers under another name: where all young people are of one age band,
 * who reads of the one reads of the other.
 */
function toldPlaces(
  { cells, sums, statements }: Knowledge,
  isMeant: (told: Statement) => boolean,
): Set<number> {
  const keys = new Set(statements.filter(isMeant).map(({ key }) => key));
  const told = new Set([...cells.keys()].filter((place) => keys.has(cells[place]?.key ?? '')));
  const equal = sums.filter(({ size }) => size === 2).map((sum) => [...sum.keys()]);
  for (let before = -1; before < told.size;) {
    before = told.size;
    for (const pair of equal)
      if (pair.some((place) => told.has(place))) for (const place of pair) told.add(place);
  }
  return told;
}

/** Cells of which nothing is told by name. `isPooled`: they are told together with others. */
function heldBack(known: Knowledge, isPooled: boolean): number[] {
  const told = toldPlaces(known, () => true);
  return [...known.cells.keys()].filter((place) => {
    const cell = known.cells[place];
    if (cell === undefined || told.has(place) || total(cell.counts) === 0) return false;
    return (cell.countedAs !== cell.key) === isPooled;
  });
}

/** Whose number of answers is known to less than five, of those that nothing is told of by name. */
export function narrowCounts(
  known: Knowledge,
  solve: Solve,
): { readonly named: Found; readonly pooled: Found } {
  const programs = new Programs(known, 'counts', solve);
  const found = (isPooled: boolean): Found => {
    const cells = heldBack(known, isPooled);
    const intervals = programs.intervals(
      cells.map((cell) => [cell, 0]),
      ({ from, to }) => to - from >= promised - tiny,
    );
    const examples = intervals.flatMap(({ from, to }, index) => {
      if (to - from >= promised - tiny) return [];
      const cell = known.cells[cells[index] ?? -1];
      const bounds = `${from.toFixed(1)} to ${to.toFixed(1)}`;
      return [
        `${known.quarter} ${known.item} ${cell?.key ?? ''}: ${bounds}, is ${total(cell?.counts ?? [])}`,
      ];
    });
    return { of: cells.length, found: examples.length, examples };
  };
  return { named: found(false), pooled: found(true) };
}

/** Of how many steps that somebody chose it is known how many did. */
export type KnownSteps = {
  /** In cells of which nothing is told by name. */
  readonly held: Found;
  /** In cells that tell a band: no band by itself tells of any step that somebody has chosen it. */
  readonly banded: Found;
};

/** No whole number but one. */
const isKnown = ({ from, to }: Interval): boolean => Math.floor(to + tiny) <= Math.ceil(from - tiny);

export function exactSteps(known: Knowledge, solve: Solve): KnownSteps {
  const programs = new Programs(known, 'steps', solve);
  const found = (cells: readonly number[]): Found => {
    const chosen = cells.flatMap((cell) =>
      (known.cells[cell]?.counts ?? []).flatMap((count, step) => (count > 0 ? [[cell, step] as const] : [])),
    );
    // One program answers for many, so all are asked for at once.
    const intervals = programs.intervals(chosen, (interval) => !isKnown(interval));
    const fixed = chosen.filter((_, index) => isKnown(intervals[index] ?? { from: 0, to: Infinity }));
    const nameOf = (cell: number): string => `${known.quarter} ${known.item} ${known.cells[cell]?.key ?? ''}`;
    return {
      of: chosen.length,
      found: fixed.length,
      examples: fixed.map(([cell, step]) => `${nameOf(cell)}: step ${step}`),
    };
  };
  const more = toldPlaces(known, ({ figures }) => figures.groups !== null);
  const banded = [...toldPlaces(known, () => true)].filter((place) => known.cells[place] && !more.has(place));
  return {
    held: found([...heldBack(known, false), ...heldBack(known, true)]),
    banded: found(banded),
  };
}

export const together = (all: readonly Found[]): Found => ({
  of: all.reduce((sum, { of }) => sum + of, 0),
  found: all.reduce((sum, { found }) => sum + found, 0),
  examples: all.flatMap(({ examples }) => examples),
});

/** Something that must never be found out, as a try. */
export const never = (name: string, { of, found }: Found) => ({
  name,
  success: of === 0 ? 0 : found / of,
  ...{ chance: 0, limit: 0 },
});
