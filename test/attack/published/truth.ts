import { monthsOf } from '../../../shared/domain/calendar/month.ts';
import { placesOf } from '../../../shared/domain/tallies/places.ts';
import { other } from '../../../shared/domain/tallies/pooling.ts';
import { reportTables, type Stratum, type TableId } from '../../../shared/domain/tallies/table.ts';
import type { Scale } from '../../../shared/domain/questions/question.ts';
import type { PublishedQuarter } from './year.ts';

/**
 * A stratum in which somebody answered a question, before any pooling. That it is not empty is conceded to every adversary,
 * and with whom it was pooled; how many answered what is what they are after. A unit that people were asked about, and a month
 * of its organisation, is one of these even if nobody answered: nobody tells what is held back from what is empty.
 */
export type TrueCell = {
  /** By which it is known; a unit by itself, wherever it belongs. */
  readonly key: string;
  readonly table: TableId;
  readonly stratum: Stratum;
  /** The key of what it was counted as. */
  readonly countedAs: string;
  /** How many chose each step, lowest first. */
  readonly counts: readonly number[];
  /** Who answered. */
  readonly people: ReadonlySet<string>;
};

/** One spelling for a stratum of a table. */
export function keyOf(table: string, stratum: Stratum): string {
  const { unit } = stratum;
  if (table === 'T1' && unit !== undefined && unit !== other) return JSON.stringify([table, unit]);
  return JSON.stringify([table, ...Object.entries(stratum).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

/** Questions that anybody answered in a quarter, and their scales. */
export const scalesIn = ({ responses }: Pick<PublishedQuarter, 'responses'>): ReadonlyMap<string, Scale> =>
  new Map(
    [...new Set(responses.map(({ questionSet }) => questionSet))].flatMap(({ questions }) =>
      questions.map(({ key, scale }) => [key, scale] as const),
    ),
  );

/** Every stratum of every table in which somebody answered a question. */
export function trueCells(
  { quarter, responses, units, tallies, structure }: PublishedQuarter,
  item: string,
): TrueCell[] {
  const placeOf = placesOf(units);
  const counted = new Set(
    tallies.flatMap(({ table, stratum, items }) =>
      items[item] === undefined ? [] : [keyOf(table, stratum)],
    ),
  );
  const scale = scalesIn({ responses }).get(item);
  const found = new Map<string, TrueCell & { readonly counts: number[]; readonly people: Set<string> }>();
  for (const { context, month, answers, person } of responses) {
    const answer = answers[item];
    if (answer === undefined || scale === undefined) continue;
    for (const { id: table, stratum: of, parents } of reportTables) {
      if (table === 'R1') continue;
      const stratum = of({ context, place: placeOf(context.unit), month });
      const key = keyOf(table, stratum);
      const cell = found.get(key) ?? {
        ...{ key, table, stratum, counts: Array<number>(scale.to - scale.from + 1).fill(0) },
        countedAs: namesOf(table, stratum, parents).find((name) => counted.has(name)) ?? '',
        people: new Set<string>(),
      };
      found.set(key, cell);
      cell.counts[answer - scale.from] = (cell.counts[answer - scale.from] ?? 0) + 1;
      cell.people.add(person);
    }
  }
  const pools = new Set([...found.values()].map(({ countedAs }) => countedAs));
  const emptyIn = (table: TableId, stratum: Stratum, pool: Stratum): TrueCell[] => {
    const key = keyOf(table, stratum);
    const countedAs = keyOf(table, pool);
    // Without a pool, whoever is not told has no answers.
    if (found.has(key) || !pools.has(countedAs)) return [];
    const steps = scale === undefined ? 0 : scale.to - scale.from + 1;
    const counts = Array<number>(steps).fill(0);
    return [{ key, table, stratum, countedAs, counts, people: new Set() }];
  };
  const asked = structure.units.filter(({ services }) => services.length > 0);
  const organisations = new Set(asked.map(({ organisation }) => organisation));
  const pooledAlone = new Set(
    [...found.values()].flatMap(({ table, stratum: { organisation = '' }, countedAs }) =>
      table === 'T4' && countedAs === keyOf('T4', { organisation, month: other }) ? [organisation] : [],
    ),
  );
  return [
    ...found.values(),
    ...asked.flatMap(({ id: unit, region }) => emptyIn('T1', { region, unit }, { region, unit: other })),
    ...[...organisations.difference(pooledAlone)].flatMap((organisation) =>
      monthsOf(quarter).flatMap((month) =>
        emptyIn('T4', { organisation, month }, { organisation: other, month }),
      ),
    ),
  ];
}

/** Keys under which a stratum can have been counted: its own first, and then together with others. */
const namesOf = (table: TableId, stratum: Stratum, parents: readonly string[]): string[] => {
  const renamed = (isMeant: (dimension: string) => boolean): string =>
    keyOf(
      table,
      Object.fromEntries(Object.entries(stratum).map(([name, code]) => [name, isMeant(name) ? other : code])),
    );
  return [
    keyOf(table, stratum),
    renamed((name) => !parents.includes(name)),
    renamed((name) => parents.includes(name)),
    renamed(() => true),
  ];
};
