import { total, type Cell } from './cells.ts';
import type { Figures } from './figures.ts';

/** A number of people that somebody can work out, and of whom. */
export type Group = { readonly of: string; readonly people: number };

const other = '(other)';

/** Every stored cell, as it stands there. */
export const storedGroups = ({ period, cells, comments }: Figures): Group[] => [
  ...cells.map((cell) => ({
    of: `${period} ${cell.table} ${Object.values(cell.stratum).join(' ')} ${cell.question}`,
    people: total(cell),
  })),
  ...comments.map((people) => ({ of: `${period} comments`, people })),
];

/** What is left where one total is taken from another: the same people, counted in two tables or in two ways. */
export function subtractedGroups(
  { period, cells, drivers }: Figures,
  organisationOf: ReadonlyMap<string, string>,
): Group[] {
  const questions = [...Map.groupBy(cells, ({ question }) => question)];
  return questions.flatMap(([question, ofQuestion]) => {
    const sum = sumsOf(ofQuestion);
    const regions = sum('region');
    const differences = [
      ...between('everybody', sum(undefined)),
      ...between('region', regions),
      ...organisationsLessRegions(sum('organisation'), regions, organisationOf),
      ...drivers
        .filter(({ item, recommendation }) => [item, recommendation].includes(question))
        .flatMap(({ region, responses }) =>
          totalsOf(regions, region).map((people) => ({
            of: `${region} less its driver`,
            people: people - responses,
          })),
        ),
    ];
    return differences.map(({ of, people }) => ({
      of: `${period} ${question}: ${of}`,
      people: Math.abs(people),
    }));
  });
}

/** Sums of a question, table by table: of each value of a dimension that is told by name, or of everybody. */
type Sums = ReadonlyMap<string, ReadonlyMap<string, number>>;

const sumsOf =
  (cells: readonly Cell[]) =>
  (dimension: string | undefined): Sums => {
    const telling = cells.filter(({ stratum }) => dimension === undefined || dimension in stratum);
    const tables = Map.groupBy(telling, ({ table }) => table);
    return new Map(
      [...tables].map(([table, ofTable]) => {
        const sums = new Map<string, number>();
        for (const cell of ofTable) {
          const value = dimension === undefined ? 'all' : cell.stratum[dimension];
          if (value !== undefined && value !== other) sums.set(value, (sums.get(value) ?? 0) + total(cell));
        }
        return [table, sums];
      }),
    );
  };

const totalsOf = (sums: Sums, name: string): number[] =>
  [...sums.values()].flatMap((ofTable) => ofTable.get(name) ?? []);

/** Every two tables' sums of the same. */
function between(what: string, sums: Sums): Group[] {
  const names = new Set([...sums.values()].flatMap((ofTable) => [...ofTable.keys()]));
  return [...names].flatMap((name) => {
    const totals = totalsOf(sums, name);
    return totals.map((people) => ({
      of: `${what} ${name}, counted twice`,
      people: people - Math.min(...totals),
    }));
  });
}

/** Everybody knows which regions an organisation has: what is left of it when they are taken away. */
function organisationsLessRegions(
  organisations: Sums,
  regions: Sums,
  organisationOf: ReadonlyMap<string, string>,
): Group[] {
  const names = new Set([...organisations.values()].flatMap((ofTable) => [...ofTable.keys()]));
  return [...names].flatMap((name) =>
    totalsOf(organisations, name).flatMap((whole) =>
      [...regions.values()].map((ofTable) => {
        const parts = [...ofTable].filter(([region]) => organisationOf.get(region) === name);
        const told = parts.reduce((sum, [, people]) => sum + people, 0);
        return { of: `${name} less its regions`, people: whole - told };
      }),
    ),
  );
}
