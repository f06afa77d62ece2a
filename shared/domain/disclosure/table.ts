/** A count that could be published, and what is lost when it is not, such as answers. */
export type Cell = { readonly value: number; readonly weight: number };

/** A cell that is the sum of others, by index. */
export type Sum = { readonly total: number; readonly parts: readonly number[] };

/** Counts that everybody knows how to add up. The same cell may be a part of several sums, and a total of others. */
export type Table = { readonly cells: readonly Cell[]; readonly sums: readonly Sum[] };

/** Numbers that a cell can have, both ends included. */
export type Interval = { readonly from: number; readonly to: number };

/** The value of a cell; zero where there is no such cell. */
export const valueOf = (table: Table, cell: number): number => table.cells[cell]?.value ?? 0;

/** Whether the cells are whole numbers, none of them negative, that add up as the sums say. */
export const addsUp = ({ cells, sums }: Table): boolean =>
  cells.every(({ value }) => Number.isSafeInteger(value) && value >= 0) &&
  sums.every(
    ({ total, parts }) =>
      cells[total]?.value === parts.reduce((sum, part) => sum + (cells[part]?.value ?? Number.NaN), 0),
  );
