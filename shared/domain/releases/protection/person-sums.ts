import { other } from '../../tallies/pooling.ts';
import type { Structure } from '../../tallies/structure.ts';
import type { CountedCell } from './counted-cell.ts';
import { cellsOrPools, type Counted, type KnownSum } from './pooled-parts.ts';

/** How roles and age bands of a region tie each other: a form for the young is filled in by the young. */
export function personSums(cells: readonly CountedCell[], { ages }: Structure): KnownSum[] {
  const regions = new Set(
    cells.filter(({ table }) => table === 'T2').map(({ stratum }) => stratum['region'] ?? other),
  );
  const pairs = Object.entries(ages).flatMap(([role, bands]) => bands.map((ageBand) => ({ role, ageBand })));
  return [...regions].flatMap((region) => {
    const by = (table: 'T2' | 'T7', dimension: 'role' | 'ageBand'): KnownSum[] => {
      const atoms = pairs.map((pair): [string, Counted] => [
        pair[dimension],
        `${region}: ${pair.role}, ${pair.ageBand}`,
      ]);
      return cellsOrPools(
        cells,
        Map.groupBy(atoms, ([code]) => code),
        {
          isWithin: (cell) => cell.table === table && cell.stratum['region'] === region,
          ...{ dimension, nameOf: (code) => `${region}, ${dimension} ${code}` },
        },
      );
    };
    return [...by('T2', 'role'), ...by('T7', 'ageBand')];
  });
}
