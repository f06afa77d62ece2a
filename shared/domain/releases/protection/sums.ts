import type { Cell, Sum, Table } from '../../disclosure/table.ts';
import { other } from '../../reports/pooling.ts';
import type { Structure } from '../../reports/structure.ts';
import type { Stratum, TableId } from '../../reports/table.ts';
import { total, type ItemTally } from '../../reports/tally.ts';

/** One stratum of one table, and the answers to one question in it. */
export type CountedCell = {
  readonly table: TableId;
  readonly stratum: Stratum;
  readonly tally: ItemTally;
};

/** Where it belongs that a table adds up to. */
type Whole = 'deployment' | `region ${string}` | `organisation ${string}`;

const wholeOf = ({ table, stratum }: CountedCell): Whole => {
  if (table === 'T4') return `organisation ${stratum['organisation'] ?? other}`;
  return table === 'T5' || table === 'T6' ? 'deployment' : `region ${stratum['region'] ?? other}`;
};

/**
 * How the cells of one question add up, across all tables: to totals that nobody publishes but that can be worked out, and
 * with the parts that are told under no name. The first cells are those given, in their order; all others are unpublished.
 */
export function addUp(cells: readonly CountedCell[], structure: Structure): Table {
  const sums = new Sums(cells);
  sums.addTotals();
  sums.addClasses('organisation', organisationsOf(structure));
  sums.addClasses('service', onlyOnes(structure, 'services'));
  sums.addClasses('provision', onlyOnes(structure, 'provisions'));
  sums.addPools(structure);
  return sums.table();
}

/** Units by what they wholly belong to. */
type Classes = ReadonlyMap<string, readonly string[]>;

const organisationsOf = ({ units }: Structure): Classes =>
  idsBy(units.map(({ id, organisation }) => [organisation, id]));

/** Units that do but one thing, by what that is: their answers are all about it. */
const onlyOnes = ({ units }: Structure, what: 'services' | 'provisions'): Classes =>
  idsBy(
    units.flatMap((unit): [string, string][] => {
      const [only, ...more] = unit[what];
      return only === undefined || more.length > 0 ? [] : [[only, unit.id]];
    }),
  );

const idsBy = (pairs: readonly (readonly [string, string])[]): Classes =>
  new Map([...Map.groupBy(pairs, ([name]) => name)].map(([name, found]) => [name, found.map(([, id]) => id)]));

type ClassKind = 'organisation' | 'service' | 'provision';

class Sums {
  readonly #counted: readonly CountedCell[];
  readonly #cells: Cell[];
  readonly #sums: Sum[] = [];
  /** Totals and rests by name, as indices. */
  readonly #named = new Map<string, number>();
  readonly #units = new Map<string, number>();

  constructor(counted: readonly CountedCell[]) {
    this.#counted = counted;
    this.#cells = counted.map(({ tally }) => {
      const value = total(tally.counts);
      return { value, weight: value };
    });
    for (const [index, { table, stratum }] of counted.entries())
      if (table === 'T1' && stratum['unit'] !== undefined && stratum['unit'] !== other)
        this.#units.set(stratum['unit'], index);
  }

  table(): Table {
    return { cells: this.#cells, sums: this.#sums };
  }

  /** Every table adds up to the regions, organisations or the deployment that it is told by, and these to the deployment. */
  addTotals(): void {
    const families = Map.groupBy(this.#counted.entries(), ([, cell]) => `${cell.table} ${wholeOf(cell)}`);
    for (const [[first, cell], ...rest] of [...families.values()].flatMap(asNotEmpty)) {
      const parts = [first, ...rest.map(([index]) => index)];
      this.#addSum(this.#total(wholeOf(cell), parts), parts);
    }
    for (const kind of ['region ', 'organisation ']) {
      const parts = [...this.#named].filter(([name]) => name.startsWith(kind)).map(([, index]) => index);
      if (parts.length > 0) this.#addSum(this.#total('deployment', parts), parts);
    }
  }

  /** What is told of an organisation, a service or a provision is what is told of its units, and a rest. */
  addClasses(kind: ClassKind, classes: Classes): void {
    for (const [name, ids] of classes) {
      const whole = this.#classTotal(kind, name);
      const parts = ids.flatMap((id) => this.#units.get(id) ?? []);
      if (whole === undefined || parts.length === 0) continue;
      const rest = this.#valueOf(whole) - this.#sumOf(parts);
      // A unit that has moved between the counts is not where it was: then nothing is known of its class.
      if (rest >= 0) this.#addSum(whole, [...parts, this.#rest(kind, name, rest)]);
    }
  }

  /** The units of a region that are told together are the rests of its organisations, and of those that lie elsewhere too. */
  addPools({ units }: Structure): void {
    const pools = this.#counted.entries().filter(([, { table, stratum }]) => table === 'T1' && stratum['unit'] === other);
    for (const [pool, { stratum }] of pools) {
      const within = new Set(units.filter(({ region }) => region === stratum['region']).map(({ organisation }) => organisation));
      const elsewhere = new Set(units.filter(({ region }) => region !== stratum['region']).map(({ organisation }) => organisation));
      const rests = [...within.difference(elsewhere)].flatMap((name) => this.#named.get(restName('organisation', name)) ?? []);
      const left = this.#valueOf(pool) - this.#sumOf(rests);
      if (rests.length > 0 && left >= 0) this.#addSum(pool, [...rests, this.#rest('organisation', `beside ${stratum['region'] ?? other}`, left)]);
    }
  }

  #classTotal(kind: ClassKind, name: string): number | undefined {
    if (kind === 'organisation') return this.#named.get(`organisation ${name}`);
    const found = this.#counted.findIndex(({ stratum }) => stratum[kind] === name);
    return found < 0 ? undefined : found;
  }

  #total(whole: Whole, parts: readonly number[]): number {
    return this.#add(whole, this.#sumOf(parts));
  }

  #rest(kind: ClassKind, name: string, value: number): number {
    return this.#add(restName(kind, name), value);
  }

  #add(name: string, value: number): number {
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    this.#named.set(name, this.#cells.push({ value, weight: 0 }) - 1);
    return this.#cells.length - 1;
  }

  #addSum(sum: number, parts: readonly number[]): void {
    // What has one part is that part: told or not, nothing can be subtracted.
    this.#sums.push({ total: sum, parts: [...parts] });
  }

  #sumOf(parts: readonly number[]): number {
    return parts.reduce((sum, part) => sum + this.#valueOf(part), 0);
  }

  #valueOf(index: number): number {
    return this.#cells[index]?.value ?? 0;
  }
}

const restName = (kind: ClassKind, name: string): string => `rest ${kind} ${name}`;

const asNotEmpty = <Thing>([first, ...rest]: readonly Thing[]): [Thing, ...Thing[]][] =>
  first === undefined ? [] : [[first, ...rest]];
