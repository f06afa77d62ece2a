import { monthsAfter, firstMonthOf, monthSchema, quarterOf } from '../calendar/month.ts';
import { other } from '../tallies/pooling.ts';
import { figuresSchema } from './figures.ts';
import { earlierSchema, type Cell, type Earlier, type Release, type ReleasePeriod } from './release.ts';

/** How many periods stand beside a figure: a year of quarters, or of months. */
const quartersBeside = 4;
const monthsBeside = 12;

/** The periods that stand beside one, the latest first. */
export function periodsBefore(period: ReleasePeriod): ReleasePeriod[] {
  if (monthSchema.safeParse(period).success)
    return Array.from({ length: monthsBeside }, (_, index) => monthsAfter(period, -1 - index));
  return Array.from({ length: quartersBeside }, (_, index) =>
    quarterOf(monthsAfter(firstMonthOf(period), -3 * (index + 1))),
  );
}

/**
 * Finds a cell as it was published in earlier periods, the latest first. Questions keep their key through the versions of
 * forms only where they ask the same on the same scale, so whatever has the same key can be compared.
 *
 * @param earlier releases of the same table
 */
export function besides(
  dimensions: readonly string[],
  earlier: readonly Release[],
): (cell: Cell) => Earlier[] {
  const byName = earlier
    .toSorted((a, b) => (a.period < b.period ? 1 : -1))
    .map(({ period, cells }) => ({
      period,
      cells: new Map(cells.map((cell) => [nameOf(dimensions, cell), cell])),
    }));
  return (cell) => {
    // What is told together is not the same in every period.
    if (dimensions.some((dimension) => cell[dimension] === other)) return [];
    const name = nameOf(dimensions, cell);
    return byName.flatMap(({ period, cells }) => {
      const figures = figuresSchema.safeParse(cells.get(name));
      return figures.success ? [earlierSchema.parse({ ...figures.data, period })] : [];
    });
  };
}

/** A unit that moves to another region stays itself. */
const nameOf = (dimensions: readonly string[], cell: Cell): string =>
  JSON.stringify(
    dimensions
      .filter((dimension) => dimension !== 'region' || !dimensions.includes('unit'))
      .map((dimension) => cell[dimension]),
  );
