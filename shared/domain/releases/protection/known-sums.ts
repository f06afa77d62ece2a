import { other } from '../../tallies/pooling.ts';
import type { Structure } from '../../tallies/structure.ts';
import type { CountedCell } from './counted-cell.ts';

/** Something that is counted: a cell by its index, or a total or an unpublished part by its name. */
export type Counted = number | string;

/** A sum that everybody knows of. */
export type KnownSum = { readonly total: Counted; readonly parts: readonly Counted[] };

/** Every table adds up to the regions, the organisations or the deployment that it is told by, and these to the deployment. */
export function totalsOf(cells: readonly CountedCell[]): KnownSum[] {
  const families = Map.groupBy(cells.keys(), (index) => {
    const cell = cells[index];
    return cell === undefined ? '' : `${cell.table}|${wholeOf(cell)}`;
  });
  const sums = [...families].map(([name, parts]): KnownSum => ({
    total: name.slice(name.indexOf('|') + 1),
    parts,
  }));
  const wholes = ['region ', 'organisation '].map((kind): KnownSum => ({
    total: deployment,
    parts: [...new Set(sums.map(({ total }) => String(total)))].filter((name) => name.startsWith(kind)),
  }));
  return [...sums, ...wholes.filter(({ parts }) => parts.length > 0)];
}

const deployment = 'deployment';

const wholeOf = ({ table, stratum }: CountedCell): string => {
  if (table === 'T4') return `organisation ${stratum['organisation'] ?? other}`;
  return table === 'T5' || table === 'T6' ? deployment : `region ${stratum['region'] ?? other}`;
};

const unitAlone = (id: string): string => `unit ${id}`;

/** Whether it is all the answers of a unit that is told together with others. */
export const isUnitAlone = (counted: Counted): boolean =>
  typeof counted === 'string' && counted.startsWith('unit ');

/** Units that are told by name, and names under which the units that are not are counted. */
class Units {
  readonly #cells: ReadonlyMap<string, number>;
  readonly #regions: ReadonlySet<string>;
  readonly #pools: ReadonlyMap<string, number>;

  constructor(cells: readonly CountedCell[]) {
    const told = [...cells.entries()].filter(([, { table }]) => table === 'T1');
    this.#cells = new Map(told.map(([index, { stratum }]) => [stratum['unit'] ?? other, index]));
    this.#regions = new Set(told.map(([, { stratum }]) => stratum['region'] ?? other));
    this.#pools = new Map(
      told
        .filter(([, { stratum }]) => stratum['unit'] === other)
        .map(([index, { stratum }]) => [stratum['region'] ?? other, index]),
    );
  }

  /** What a unit's answers are counted under; nothing where it has none, as its region's units show that are told. */
  counted({ id, region, services }: Structure['units'][number]): Counted[] {
    const cell = this.#cells.get(id);
    if (cell !== undefined) return [cell];
    // A unit that nobody was asked about covers none that people were.
    if (services.length === 0) return [];
    return this.#pools.has(this.#toldRegion(region)) ? [unitAlone(id)] : [];
  }

  /** The units that are told together, under the cell that tells them. */
  pools({ units }: Structure): KnownSum[] {
    return [...this.#pools].map(([region, total]) => ({
      total,
      parts: units
        .filter(({ id, region: own }) => !this.#cells.has(id) && this.#toldRegion(own) === region)
        .flatMap((unit) => this.counted(unit)),
    }));
  }

  #toldRegion(region: string): string {
    return this.#regions.has(region) ? region : other;
  }
}

/** How units add up to what they belong to, and to what they do. */
export function unitSums(cells: readonly CountedCell[], structure: Structure): KnownSum[] {
  const units = new Units(cells);
  const organisations = namesIn(cells, 'T4', 'organisation');
  const byOrganisation = Map.groupBy(structure.units, ({ organisation }) =>
    organisations.has(organisation) ? organisation : other,
  );
  return [
    ...units.pools(structure),
    ...[...organisations].map((name): KnownSum => ({
      total: `organisation ${name}`,
      parts: (byOrganisation.get(name) ?? []).flatMap((unit) => units.counted(unit)),
    })),
    ...taskSums(cells, structure, units, { table: 'T5', dimension: 'service', tasks: 'services' }),
    ...taskSums(cells, structure, units, { table: 'T6', dimension: 'provision', tasks: 'provisions' }),
  ].filter(({ parts }) => parts.length > 0);
}

/**
 * Units that do one thing only count there wholly. Those that do several count in parts that nobody knows, and that make up
 * the unit.
 */
function taskSums(
  cells: readonly CountedCell[],
  structure: Structure,
  units: Units,
  { table, dimension, tasks }: { table: 'T5' | 'T6'; dimension: string; tasks: 'services' | 'provisions' },
): KnownSum[] {
  const told = namesIn(cells, table, dimension);
  const split = structure.units.flatMap((unit) => {
    const names = [...new Set(unit[tasks].map((task) => (told.has(task) ? task : other)))];
    return units.counted(unit).map((whole) => ({
      whole,
      parts: names.map((name): [string, Counted] => [
        name,
        names.length === 1 ? whole : `${dimension} ${name} of ${whole}`,
      ]),
    }));
  });
  const byTask = [...cells.entries()]
    .filter(([, cell]) => cell.table === table)
    .map(([total, { stratum }]): KnownSum => ({
      total,
      parts: split.flatMap(({ parts }) =>
        parts.flatMap(([name, part]) => (name === (stratum[dimension] ?? other) ? [part] : [])),
      ),
    }));
  const byUnit = split
    .filter(({ parts }) => parts.length > 1)
    .map(({ whole, parts }): KnownSum => ({ total: whole, parts: parts.map(([, part]) => part) }));
  return [...byTask, ...byUnit];
}

/** How roles and age bands of a region tie each other: a form for the young is filled in by the young. */
export function personSums(cells: readonly CountedCell[], { ages }: Structure): KnownSum[] {
  const regions = new Set(
    cells.filter(({ table }) => table === 'T2').map(({ stratum }) => stratum['region'] ?? other),
  );
  return [...regions].flatMap((region) => {
    const inRegion = [...cells.entries()].filter(([, { stratum }]) => stratum['region'] === region);
    const partsBy = (
      table: 'T2' | 'T7',
      dimension: string,
      pairs: readonly (readonly [string, string])[],
    ): KnownSum[] => {
      const told = inRegion.filter(([, cell]) => cell.table === table);
      const names = new Set(told.map(([, { stratum }]) => stratum[dimension] ?? other));
      return told.map(([total, { stratum }]) => ({
        total,
        parts: pairs
          .filter(([code]) => (names.has(code) ? code : other) === stratum[dimension])
          .map(([, atom]) => atom),
      }));
    };
    const atoms = Object.entries(ages).flatMap(([role, bands]) =>
      bands.map((band) => ({ role, band, atom: `${region}: ${role}, ${band}` })),
    );
    return [
      ...partsBy(
        'T2',
        'role',
        atoms.map(({ role, atom }) => [role, atom] as const),
      ),
      ...partsBy(
        'T7',
        'ageBand',
        atoms.map(({ band, atom }) => [band, atom] as const),
      ),
    ];
  });
}

const namesIn = (cells: readonly CountedCell[], table: string, dimension: string): Set<string> =>
  new Set(cells.filter((cell) => cell.table === table).map(({ stratum }) => stratum[dimension] ?? other));
