import { other } from '../../../shared/domain/tallies/pooling.ts';
import type { Structure } from '../../../shared/domain/tallies/structure.ts';
import type { TableId } from '../../../shared/domain/tallies/table.ts';
import { readCells, type ToldFigures } from './reading.ts';
import { scalesIn, trueCells, type TrueCell } from './truth.ts';
import type { PublishedQuarter } from './year.ts';

/** Factors of unknowns, by their place, that come to nothing: a sum and its parts. */
export type Sum = ReadonlyMap<number, number>;

/** Cells that are told as one, and what is told of them. */
export type Statement = ToldFigures & { readonly members: readonly number[] };

/** All that an adversary knows of one question in one quarter. */
export type Knowledge = {
  readonly quarter: string;
  readonly item: string;
  /** The lowest step of the scale, and how many steps there are. */
  readonly from: number;
  readonly steps: number;
  /** The first unknowns are these cells, in their order. Only their truth is not known. */
  readonly cells: readonly TrueCell[];
  /** Of all: totals, and how cells of two tables cut each other, come after the cells. */
  readonly unknowns: number;
  readonly sums: readonly Sum[];
  readonly statements: readonly Statement[];
};

/** @param editions of one quarter: several where it was published by several structures */
export function knowledgeOf(editions: readonly PublishedQuarter[], item: string): Knowledge {
  const [latest] = editions;
  const scale = latest && scalesIn(latest).get(item);
  if (latest === undefined || scale === undefined) throw new Error(`nobody was asked about ${item}`);
  const unknowns = new Unknowns();
  const sums: Sum[] = [];
  const statements: Statement[] = [];
  const cells = editions.map((edition) => trueCells(edition, item));
  // All cells come first, so that whatever is derived of them comes after.
  for (const [edition, within] of cells.entries()) for (const cell of within) unknowns.cell(cell, edition);
  for (const [edition, { structure, releases }] of editions.entries()) {
    const within = cells[edition] ?? [];
    sums.push(...sumsOf(unknowns, within, structure, edition));
    const members = Map.groupBy(within, ({ countedAs }) => countedAs);
    for (const told of readCells(releases).filter((one) => one.item === item))
      statements.push({
        ...told,
        members: (members.get(told.key) ?? []).map((cell) => unknowns.cell(cell, edition)),
      });
  }
  return {
    ...{ quarter: latest.quarter, item, from: scale.from, steps: scale.to - scale.from + 1 },
    ...{ cells: unknowns.cells, unknowns: unknowns.size, sums, statements },
  };
}

/** Knowledge of every question that was asked in a quarter. */
export const allKnowledge = (quarter: PublishedQuarter): Knowledge[] =>
  [...scalesIn(quarter).keys()]
    .filter((item) => quarter.responses.some(({ answers }) => answers[item] !== undefined))
    .map((item) => knowledgeOf([quarter], item));

/** Unknowns by name. */
class Unknowns {
  readonly cells: TrueCell[] = [];
  readonly #places = new Map<string, number>();

  get size(): number {
    return this.#places.size;
  }

  /** A unit stays the same in all editions. */
  cell(cell: TrueCell, edition: number): number {
    const name = cell.table === 'T1' ? cell.key : `${edition} ${cell.key}`;
    if (!this.#places.has(name)) this.cells.push(cell);
    return this.named(name);
  }

  named(name: string): number {
    const place = this.#places.get(name) ?? this.#places.size;
    this.#places.set(name, place);
    return place;
  }
}

/** How the cells of all tables add up: to regions, organisations and the deployment, and where two tables cut each other. */
function sumsOf(
  unknowns: Unknowns,
  cells: readonly TrueCell[],
  { units, ages }: Structure,
  edition: number,
): Sum[] {
  const sums: Sum[] = [];
  const inTable = (table: TableId): TrueCell[] => cells.filter((cell) => cell.table === table);
  const place = (cell: TrueCell): number => unknowns.cell(cell, edition);
  const derived = (name: string): number => unknowns.named(`${edition} ${name}`);
  const add = (whole: number, parts: readonly number[]): void => {
    sums.push(new Map([[whole, -1], ...parts.map((part) => [part, 1] as const)]));
  };
  const addAll = (all: readonly TrueCell[], nameOf: (cell: TrueCell) => string): void => {
    for (const [name, parts] of Map.groupBy(all, nameOf)) add(derived(name), parts.map(place));
  };
  for (const table of ['T1', 'T2', 'T3', 'T7', 'T8'] as const)
    addAll(inTable(table), ({ stratum }) => `region ${stratum['region'] ?? other}`);
  const organisationOf = new Map(units.map(({ id, organisation }) => [id, organisation]));
  addAll(inTable('T1'), ({ stratum: { unit = '' } }) => `organisation ${organisationOf.get(unit) ?? unit}`);
  addAll(inTable('T4'), ({ stratum }) => `organisation ${stratum['organisation'] ?? other}`);
  for (const table of ['T4', 'T5', 'T6'] as const) addAll(inTable(table), () => 'deployment');
  const regions = new Set(inTable('T1').map(({ stratum }) => `region ${stratum['region'] ?? other}`));
  add(derived('deployment'), [...regions].map(derived));

  /** Whatever is in a row and in a column at once has parts where both may meet: how many, nobody tells. */
  const cut = (
    name: string,
    [rows, columns]: readonly [readonly TrueCell[], readonly TrueCell[]],
    meet: (row: TrueCell, column: TrueCell) => boolean,
  ): void => {
    const parts = (row: TrueCell, column: TrueCell): number => derived(`${name} ${row.key} ${column.key}`);
    for (const row of rows)
      add(
        place(row),
        columns.filter((column) => meet(row, column)).map((column) => parts(row, column)),
      );
    for (const column of columns)
      add(
        place(column),
        rows.filter((row) => meet(row, column)).map((row) => parts(row, column)),
      );
  };
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const does = (
    what: 'services' | 'provisions',
    { stratum: { unit = '' } }: TrueCell,
    code: string | undefined,
  ): boolean => unitOf.get(unit)?.[what].includes(code ?? '') ?? true;
  cut('service', [inTable('T1'), inTable('T5')], (row, { stratum }) =>
    does('services', row, stratum['service']),
  );
  cut('provision', [inTable('T1'), inTable('T6')], (row, { stratum }) =>
    does('provisions', row, stratum['provision']),
  );
  for (const [region, rows] of Map.groupBy(inTable('T2'), ({ stratum }) => stratum['region']))
    cut(
      'age',
      [rows, inTable('T7').filter(({ stratum }) => stratum['region'] === region)],
      ({ stratum: { role = '' } }, { stratum: { ageBand = '' } }) => ages[role]?.includes(ageBand) ?? true,
    );
  return sums;
}
