import type { Demands } from '../../../shared/domain/disclosure/audit.ts';
import type { LinearProgram, Solve } from '../../../shared/domain/disclosure/linear-program.ts';
import type { Interval, Table } from '../../../shared/domain/disclosure/table.ts';

/**
 * The interval of a cell by the book: one linear program over all cells of the table and all sums, as they are, where what
 * is published is fixed and nothing else is negative. Whole numbers only.
 */
export function plainInterval(table: Table, held: ReadonlySet<number>, cell: number, solve: Solve): Interval {
  const end = (sense: LinearProgram['sense']): number => {
    const solution = solve({
      sense,
      variables: table.cells.map(({ value }, index) => ({
        from: held.has(index) ? 0 : value,
        to: held.has(index) ? Infinity : value,
        cost: index === cell ? 1 : 0,
      })),
      rows: table.sums.map(({ total, parts }) => ({
        factors: new Map([...parts.map((part): [number, number] => [part, 1]), [total, -1]]),
        from: 0,
        to: 0,
      })),
    });
    if (solution.kind === 'unbounded') return Infinity;
    if (solution.kind !== 'optimal') throw new Error(`A plain program came out as ${solution.kind}.`);
    return solution.objective;
  };
  return { from: Math.ceil(end('least') - 1e-6) + 0, to: Math.floor(end('most') + 1e-6) + 0 };
}

/** Whether a table is as demanded, by the book: cells that are not, and for singletons those whom they know. */
export function plainFindings(
  table: Table,
  held: ReadonlySet<number>,
  { widthMin, remainderMin, singletons }: Demands,
  solve: Solve,
): string[] {
  const outside = [...held].flatMap((cell) => {
    const { from, to } = plainInterval(table, held, cell, solve);
    const value = table.cells[cell]?.value ?? 0;
    return to - from < widthMin(cell) || (value > 0 && to < remainderMin) ? [`${cell}`] : [];
  });
  const inside = [...singletons].flatMap((insider) => {
    const others = new Set([...held].filter((cell) => cell !== insider));
    if (others.size === held.size) return [];
    return [...others].flatMap((cell) => {
      const { from, to } = plainInterval(table, others, cell, solve);
      return to - from < Math.min(widthMin(cell), 1) ? [`${cell} by ${insider}`] : [];
    });
  });
  return [...outside, ...inside];
}
