import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Stratum } from '../../../shared/domain/tallies/table.ts';
import { tallySchema } from '../../../shared/domain/tallies/tally.ts';
import type { Item } from '../world/dumps.ts';

/** How many of a stratum gave each answer to a question, lowest step first. */
export type Cell = {
  readonly table: string;
  readonly stratum: Stratum;
  readonly question: string;
  readonly from: number;
  readonly counts: readonly number[];
};

export const total = ({ counts }: Pick<Cell, 'counts'>): number =>
  counts.reduce((sum, count) => sum + count, 0);

/** One spelling for the place of a cell. */
export const placeOf = ({ table, stratum, question }: Omit<Cell, 'counts' | 'from'>): string =>
  JSON.stringify([table, Object.entries(stratum).toSorted(), question]);

/** Every tally in what is stored, however it is packed: whoever holds a copy finds them. */
export const cellsIn = (items: readonly Item[]): Cell[] =>
  items.flatMap((item) => talliesIn(item)).flatMap(cellsOf);

const cellsOf = ({ table, stratum, items }: z.infer<typeof tallySchema>): Cell[] =>
  Object.entries(items).map(([question, { from, counts }]) => ({ table, stratum, question, from, counts }));

function talliesIn(value: unknown): z.infer<typeof tallySchema>[] {
  const tally = tallySchema.safeParse(value);
  if (tally.success) return [tally.data];
  const inside = value instanceof Uint8Array ? unpacked(value) : value;
  return typeof inside === 'object' && inside !== null ? Object.values(inside).flatMap(talliesIn) : [];
}

/** @returns undefined where the bytes are no packed document */
export function unpacked(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(gunzipSync(bytes).toString());
  } catch {
    return undefined;
  }
}

/** What has come to each cell between two looks; where nothing has, the cell is left out. */
export function gained(later: readonly Cell[], earlier: readonly Cell[]): Cell[] {
  const before = new Map(earlier.map((cell) => [placeOf(cell), cell]));
  return later
    .map((cell) => {
      const known = before.get(placeOf(cell))?.counts ?? [];
      return { ...cell, counts: cell.counts.map((count, step) => count - (known[step] ?? 0)) };
    })
    .filter(({ counts }) => counts.some((count) => count !== 0));
}
