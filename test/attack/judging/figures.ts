import * as z from 'zod';
import { driverSchema, type Driver } from '../../../shared/domain/tallies/drivers.ts';
import { commentsIn } from '../world/comments.ts';
import type { Item } from '../world/dumps.ts';
import { cellsIn, unpacked, type Cell } from './cells.ts';

/** All that is stored of one period: what is told of fewer than five people in it must not be had from it. */
export type Figures = {
  readonly period: string;
  readonly cells: readonly Cell[];
  readonly drivers: readonly Driver[];
  /** How many comments each stratum holds. */
  readonly comments: readonly number[];
};

const named = z.object({ pk: z.string().regex(/^(TALLIES|COMMENTS)#/) });

/** The figures of every period in a copy of the Reports zone. */
export function figuresIn(items: readonly Item[]): Figures[] {
  const ofPeriods = Map.groupBy(
    items.filter((item) => named.safeParse(item).success),
    ({ pk }) => String(pk).split('#')[1] ?? '',
  );
  return [...ofPeriods].map(([period, all]) => ({
    period,
    cells: cellsIn(all),
    drivers: all.flatMap(driversIn),
    comments: [...Map.groupBy(commentsIn(all), ({ stratum }) => JSON.stringify(stratum)).values()].map(
      ({ length }) => length,
    ),
  }));
}

function driversIn(value: unknown): Driver[] {
  const driver = driverSchema.safeParse(value);
  if (driver.success) return [driver.data];
  const inside = value instanceof Uint8Array ? unpacked(value) : value;
  return typeof inside === 'object' && inside !== null ? Object.values(inside).flatMap(driversIn) : [];
}
