import * as fc from 'fast-check';
import type { Table } from '../../../shared/domain/disclosure/table.ts';

/** Small counts that lie in one category of each dimension, with the totals of all categories and of everything. */
type Counted = { readonly value: number; readonly categories: readonly number[] };

/** The table of counts: cell 0 is the total of all, then come the totals by dimension and category, then the counts. */
function tableOf(counted: readonly Counted[], dimensions: number): Table {
  const cells = [{ value: 0, weight: 0 }];
  const sums: { total: number; parts: number[] }[] = [];
  const add = (value: number): number => cells.push({ value, weight: value }) - 1;
  const sumOf = (parts: readonly Counted[]): number => parts.reduce((sum, { value }) => sum + value, 0);
  const groups = Array.from({ length: dimensions }, (_, dimension) =>
    [...Map.groupBy(counted, ({ categories }) => categories[dimension] ?? 0)]
      .toSorted(([a], [b]) => a - b)
      .map(([, parts]) => ({ parts, total: add(sumOf(parts)) })),
  );
  const first = cells.length;
  for (const { value } of counted) add(value);
  for (const categories of groups) {
    sums.push({ total: 0, parts: categories.map(({ total }) => total) });
    for (const { parts, total } of categories)
      sums.push({ total, parts: parts.map((one) => first + counted.indexOf(one)) });
  }
  cells[0] = { value: sumOf(counted), weight: sumOf(counted) };
  return { cells, sums };
}

const anyValue = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  fc.integer({ min: 0, max: 30 }),
);

/** Two dimensions, with a count for every pair of categories. */
export const anyTwoWayTable = fc
  .record({ rows: fc.integer({ min: 2, max: 4 }), columns: fc.integer({ min: 2, max: 4 }) })
  .chain(({ rows, columns }) =>
    fc.array(anyValue, { minLength: rows * columns, maxLength: rows * columns }).map((values) =>
      tableOf(
        values.map((value, index) => ({ value, categories: [Math.floor(index / columns), index % columns] })),
        2,
      ),
    ),
  );

/** Units that lie anywhere in three hierarchies: a count may be a part of three totals. */
export const anyHierarchies = fc
  .array(
    fc.record({
      value: anyValue,
      categories: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 3 }), fc.nat({ max: 1 })),
    }),
    { minLength: 3, maxLength: 9 },
  )
  .map((counted) => tableOf(counted, 3));

export const anyTable = fc.oneof(anyTwoWayTable, anyHierarchies);

/** Some cells of a table. Where the total of all is among them, there may be no end to what a cell can be. */
export const anyCellsOf = ({ cells }: Table): fc.Arbitrary<ReadonlySet<number>> =>
  fc.subarray([...cells.keys()]).map((some): ReadonlySet<number> => new Set(some));

export const anyTableWithHeld = anyTable.chain((table) =>
  fc.record({ table: fc.constant(table), held: anyCellsOf(table) }),
);
