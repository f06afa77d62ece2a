import { other } from '../../tallies/pooling.ts';
import type { CountedCell } from './counted-cell.ts';

/** Something that is counted: a cell by its index, or a total or an unpublished part by its name. */
export type Counted = number | string;

/** A sum that everybody knows of. */
export type KnownSum = { readonly total: Counted; readonly parts: readonly Counted[] };

/** Something that is told together with others only: a month of an organisation, a service, a role or an age in a region. */
export const pooledPart = (name: string): string => `pooled ${name}`;

/** Whether it is something that is told together with others only, but no unit. */
export const isPooledPart = (counted: Counted): boolean =>
  typeof counted === 'string' && counted.startsWith('pooled ');

/** What a table tells by one dimension, by its parts: each code by itself, and those that it tells only together. */
export function cellsOrPools(
  cells: readonly CountedCell[],
  partsOf: ReadonlyMap<string, readonly (readonly [string, Counted])[]>,
  {
    isWithin,
    dimension,
    nameOf,
  }: {
    readonly isWithin: (cell: CountedCell) => boolean;
    readonly dimension: string;
    readonly nameOf: (code: string) => string;
  },
): KnownSum[] {
  const told = new Map(
    [...cells.entries()]
      .filter(([, cell]) => isWithin(cell))
      .map(([index, { stratum }]) => [stratum[dimension] ?? other, index]),
  );
  const pool = told.get(other);
  const pooled = [...partsOf.keys()].filter((code) => !told.has(code));
  // A cell without parts is one that nothing can have been counted in: whoever adds up finds that out.
  const codes = new Set([...[...told.keys()].filter((code) => code !== other), ...partsOf.keys()]);
  const named = [...codes].flatMap((code): KnownSum[] => {
    const total = told.get(code) ?? (pool === undefined ? undefined : pooledPart(nameOf(code)));
    return total === undefined ? [] : [{ total, parts: (partsOf.get(code) ?? []).map(([, part]) => part) }];
  });
  if (pool === undefined) return named;
  return [...named, { total: pool, parts: pooled.map((code) => pooledPart(nameOf(code))) }];
}
