import { other } from '../../tallies/pooling.ts';
import type { Structure } from '../../tallies/structure.ts';
import type { CountedCell } from './counted-cell.ts';
import { cellsOrPools, pooledPart, type Counted, type KnownSum } from './pooled-parts.ts';

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
    ...pooledOrganisations(cells, byOrganisation.get(other) ?? [], units),
    ...taskSums(cells, structure, units, { table: 'T5', dimension: 'service', tasks: 'services' }),
    ...taskSums(cells, structure, units, { table: 'T6', dimension: 'provision', tasks: 'provisions' }),
  ].filter(({ parts }) => parts.length > 0);
}

/** Organisations that are told together, each by its units and by the months in which it may have got answers. */
function pooledOrganisations(
  cells: readonly CountedCell[],
  pooled: Structure['units'],
  units: Units,
): KnownSum[] {
  const months = [...cells.entries()].filter(
    ([, { table, stratum }]) => table === 'T4' && stratum['organisation'] === other,
  );
  const named = [...Map.groupBy(pooled, ({ organisation }) => organisation)]
    .map(([name, own]) => ({ name, parts: own.flatMap((unit) => units.counted(unit)) }))
    .filter(({ parts }) => parts.length > 0);
  const monthOf = ({ stratum }: CountedCell): string => stratum['month'] ?? other;
  if (months.length === 0 || named.length < 2) return [];
  return [
    ...named.map(({ name, parts }): KnownSum => ({ total: `all of ${name}`, parts })),
    ...named.map(({ name }): KnownSum => ({
      total: `all of ${name}`,
      parts: months.map(([, cell]) => pooledPart(`${name} in ${monthOf(cell)}`)),
    })),
    ...months.map(([total, cell]): KnownSum => ({
      total,
      parts: named.map(({ name }) => pooledPart(`${name} in ${monthOf(cell)}`)),
    })),
  ];
}

/**
 * Units that do one thing only count there wholly. Those that do the same several count there in parts that nobody knows, and
 * that make up these units together: how the parts of one unit differ from those of another one follows from nothing.
 */
function taskSums(
  cells: readonly CountedCell[],
  structure: Structure,
  units: Units,
  { table, dimension, tasks }: { table: 'T5' | 'T6'; dimension: string; tasks: 'services' | 'provisions' },
): KnownSum[] {
  const told = namesIn(cells, table, dimension);
  const alike = Map.groupBy(structure.units, (unit) =>
    // By which a task is told, or by which it is told together with others.
    JSON.stringify(unit[tasks].filter((task) => told.has(task) || told.has(other))),
  );
  const split = [...alike].map(([key, doing]) => {
    const names = doing[0]?.[tasks].filter((task) => told.has(task) || told.has(other)) ?? [];
    const wholes = doing.flatMap((unit) => units.counted(unit));
    const [whole = ''] = wholes;
    return { names, wholes, total: wholes.length > 1 ? `all that do ${key}` : whole };
  });
  const parts = split.flatMap(({ names, wholes, total }): [string, Counted][] => {
    const [name, ...others] = names;
    if (name === undefined || wholes.length === 0) return [];
    if (others.length === 0) return wholes.map((whole) => [name, whole]);
    return names.map((each) => [each, `${dimension} ${each} of ${total}`]);
  });
  const byTask = cellsOrPools(
    cells,
    Map.groupBy(parts, ([task]) => task),
    {
      isWithin: (cell) => cell.table === table,
      ...{ dimension, nameOf: (task) => `${dimension} ${task}` },
    },
  );
  const bySeveral = split.filter(({ names, wholes }) => names.length > 1 && wholes.length > 0);
  return [
    ...byTask,
    ...bySeveral.flatMap(({ names, wholes, total }): KnownSum[] => [
      ...(wholes.length > 1 ? [{ total, parts: wholes }] : []),
      { total, parts: names.map((name) => `${dimension} ${name} of ${total}`) },
    ]),
  ];
}

const namesIn = (cells: readonly CountedCell[], table: string, dimension: string): Set<string> =>
  new Set(cells.filter((cell) => cell.table === table).map(({ stratum }) => stratum[dimension] ?? other));
