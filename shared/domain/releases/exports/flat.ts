import * as z from 'zod';
import { figuresSchema } from '../figures.ts';
import type { Cell, Range, Release } from '../release.ts';
import { measuresOf } from './measures.ts';

/** A cell of a release: its code in each dimension, and a number for each measure, or null where it is not shown. */
export type FlatRow = {
  /** In the order of the release's dimensions. */
  readonly codes: readonly string[];
  /** In the order of the table's measures. */
  readonly values: readonly (number | null)[];
};

const range = z.object({ from: z.number(), to: z.number() });

/** Whatever figures cells of any table have. */
const cellFigures = figuresSchema
  .extend({ responseRate: z.number().nullable(), correlation: z.number(), correlationInterval: range })
  .partial();
type CellFigures = z.infer<typeof cellFigures>;

/** The cells of a release in one form for every kind of table, in the release's own order. */
export function flatRows({ table, dimensions, cells }: Release): FlatRow[] {
  const measures = measuresOf(table);
  return cells.map((cell) => {
    const numbers = numbersOf(cellFigures.parse(cell));
    return { codes: codesOf(dimensions, cell), values: measures.map(({ id }) => numbers.get(id) ?? null) };
  });
}

const code = z.string();

/** The coordinates of a cell. */
export const codesOf = (dimensions: readonly string[], cell: Cell): string[] =>
  dimensions.map((dimension) => code.parse(cell[dimension]));

type Told = number | null | undefined;

/** The figures of a cell by measure: an interval is two numbers, a distribution one for each step. */
function numbersOf(figures: CellFigures): ReadonlyMap<string, Told> {
  const { groups, distribution } = figures;
  // The scales of the question bank begin at 1, but the one of recommendation, which alone has eleven steps.
  const lowest = distribution?.length === 11 ? 0 : 1;
  return new Map<string, Told>([
    ['responses', figures.responses],
    ['responseRate', figures.responseRate],
    ['mean', figures.mean],
    ...endsOf('mean', figures.meanBand),
    ['index', figures.index],
    ...endsOf('index', figures.indexInterval),
    ['low', groups?.[0]],
    ['middle', groups?.[1]],
    ['high', groups?.[2]],
    ...(distribution ?? []).map((count, step): [string, Told] => [`answer${lowest + step}`, count]),
    ['correlation', figures.correlation],
    ...endsOf('correlation', figures.correlationInterval),
  ]);
}

const endsOf = (measure: string, interval: Range | null | undefined): [string, Told][] => [
  [`${measure}From`, interval?.from],
  [`${measure}To`, interval?.to],
];
