import type { Scale } from '../questions/question.ts';
import { poolPlaces, type PlacePools } from './place-pools.ts';
import { other, pooledAmong } from './pooling.ts';
import {
  reportTables,
  type Asked,
  type Place,
  type ReportTable,
  type Stratum,
  type TableId,
} from './table.ts';
import { responsesMin, total, type ItemTally } from './tally.ts';

/** One stratum of one table, and how often each step of the scale was answered in it, lowest first. */
type Counted = { readonly stratum: Stratum; readonly counts: number[] };

/** Where an answer is counted: the same for every question of a form, so it is found out once. */
export type Whereabouts = {
  readonly unit: string;
  readonly place: Place;
  /** One in each table. */
  readonly strata: readonly { readonly table: TableId; readonly stratum: Stratum; readonly key: string }[];
};

export const whereaboutsOf = (asked: Asked): Whereabouts => ({
  unit: asked.context.unit,
  place: asked.place,
  strata: reportTables.map(({ id: table, stratum: of }) => {
    const stratum = of(asked);
    return { table, stratum, key: keyOf(stratum) };
  }),
});

/** The lowest and the highest step of a scale. */
export type Steps = Pick<Scale, 'from' | 'to'>;

/** What may be told of one question. */
export type ToldQuestion = {
  readonly strata: readonly {
    readonly table: TableId;
    readonly stratum: Stratum;
    readonly counts: ItemTally;
  }[];
  /** The regions that are told by name. */
  readonly regions: ReadonlySet<string>;
};

/** The answers to one question, counted in every stratum of every table. */
export class QuestionCounts {
  readonly #scale: Steps;
  readonly #tables = new Map<TableId, Map<string, Counted>>();
  readonly #units = new Map<string, { unit: string; place: Place; responses: number }>();

  constructor(scale: Steps) {
    this.#scale = scale;
  }

  /**
   * @throws RangeError for an answer beyond the scale, as where one key was asked on two: before anything is stored, and
   * the keys to the answers are gone
   */
  count({ unit, place, strata }: Whereabouts, answer: number): void {
    const step = answer - this.#scale.from;
    if (!(step >= 0 && step < this.#steps))
      throw new RangeError('an answer beyond the scale that its question is counted on');
    for (const { table, stratum, key } of strata) {
      const counted = this.#tables.get(table) ?? new Map<string, Counted>();
      this.#tables.set(table, counted);
      const { counts } = found(counted, key, stratum, this.#steps);
      counts[step] = (counts[step] ?? 0) + 1;
    }
    const before = this.#units.get(unit)?.responses ?? 0;
    this.#units.set(unit, { unit, place, responses: before + 1 });
  }

  /** Nothing at all where the whole deployment has too few answers; otherwise every answer, in each table. */
  told(): ToldQuestion {
    const units = [...this.#units.values()];
    if (total(units.map(({ responses }) => responses)) < responsesMin)
      return { strata: [], regions: new Set() };
    const pools = poolPlaces(units, responsesMin);
    const strata = reportTables.flatMap((table) =>
      this.#told(table, pools).map(({ stratum, counts }) => ({
        table: table.id,
        stratum,
        counts: { from: this.#scale.from, counts },
      })),
    );
    const regions = units
      .map(({ place }) => place.region)
      .filter((name) => name !== other && pools.region(name) === name);
    return { strata, regions: new Set(regions) };
  }

  #told(table: ReportTable, pools: PlacePools): Counted[] {
    const strata = this.#merged(this.#tables.get(table.id)?.values() ?? [], (stratum) =>
      underPools(stratum, table, pools),
    );
    const families = Map.groupBy(strata, ({ stratum }) => keyOf(parentsOf(stratum, table)));
    return [...families.values()].flatMap((siblings) => {
      const sizes = siblings.map(({ stratum, counts }) => [keyOf(stratum), total(counts)] as const);
      const pooled = pooledAmong(new Map(sizes), responsesMin);
      return this.#merged(siblings, (stratum) =>
        pooled.has(keyOf(stratum)) ? asOther(stratum, table) : stratum,
      );
    });
  }

  /** Strata under other names, where several may come to have the same. */
  #merged(strata: Iterable<Counted>, rename: (stratum: Stratum) => Stratum): Counted[] {
    const merged = new Map<string, Counted>();
    for (const { stratum, counts } of strata) {
      const name = rename(stratum);
      const sums = found(merged, keyOf(name), name, this.#steps).counts;
      for (const [step, count] of counts.entries()) sums[step] = (sums[step] ?? 0) + count;
    }
    return [...merged.values()];
  }

  get #steps(): number {
    return this.#scale.to - this.#scale.from + 1;
  }
}

const keyOf = (stratum: Stratum): string => JSON.stringify(Object.values(stratum));

/** Counts of a stratum, all zero where it is new. */
function found(counted: Map<string, Counted>, key: string, stratum: Stratum, steps: number): Counted {
  const known = counted.get(key) ?? { stratum, counts: Array<number>(steps).fill(0) };
  counted.set(key, known);
  return known;
}

const renamed = (stratum: Stratum, rename: (value: string, dimension: string) => string): Stratum =>
  Object.fromEntries(
    Object.entries(stratum).map(([dimension, value]) => [dimension, rename(value, dimension)]),
  );

const parentsOf = (stratum: Stratum, { parents }: ReportTable): Stratum =>
  Object.fromEntries(parents.map((dimension) => [dimension, stratum[dimension] ?? '']));

/** The same stratum within a region or an organisation that is told by another name. */
const underPools = (stratum: Stratum, { parents }: ReportTable, pools: PlacePools): Stratum =>
  renamed(stratum, (value, dimension) => {
    if (!parents.includes(dimension)) return value;
    return dimension === 'region' ? pools.region(value) : pools.organisation(value);
  });

const asOther = (stratum: Stratum, { parents }: ReportTable): Stratum =>
  renamed(stratum, (value, dimension) => (parents.includes(dimension) ? value : other));
