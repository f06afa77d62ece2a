import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Table } from '../../../shared/domain/disclosure/table.ts';

const folder = new URL('../../cases/', import.meta.url);

const intervalsSchema = z
  .array(z.tuple([z.int(), z.int(), z.int()]))
  .default([])
  .transform((all) => new Map(all.map(([cell, from, to]) => [cell, { from, to }])));
const cellsSchema = z.array(z.int()).transform((cells): ReadonlySet<number> => new Set(cells));
const noCellsSchema = cellsSchema.prefault([]);

/** A small table, and what a program for statistical offices, or its authors, published of it. */
const caseSchema = z.strictObject({
  about: z.string(),
  source: z.string(),
  licence: z.string(),
  /** Name and value. */
  cells: z.array(z.tuple([z.string(), z.int()])),
  /** The total, then its parts. */
  sums: z.array(z.tuple([z.int()], z.int())),
  primary: cellsSchema,
  /** Cells that this table does not tell at all. */
  unpublished: noCellsSchema,
  /** Values that were too small to publish. */
  small: z.strictObject({ from: z.int(), to: z.int() }).optional(),
  /** What was held back, as cells or only how many besides the primary ones. */
  patterns: z.array(
    z.strictObject({
      by: z.string(),
      held: cellsSchema.optional(),
      secondaries: z.int().optional(),
      kept: noCellsSchema,
      singletons: noCellsSchema,
      remainderMin: z.int().default(0),
    }),
  ),
  /** Between which values a primary cell was found to lie. */
  intervals: intervalsSchema,
  /** A cell that is known though it is held back. */
  disclosed: z.strictObject({ cell: z.int(), value: z.int() }).optional(),
  /** Cells of which any, held back as well, hides the disclosed one, and between which values it lies then. */
  helpful: intervalsSchema,
});

export type Pattern = z.infer<typeof caseSchema>['patterns'][number];
export type PublishedCase = Omit<z.infer<typeof caseSchema>, 'cells' | 'sums'> & {
  readonly name: string;
  /** Every cell is worth its value. */
  readonly table: Table;
};

export const publishedCases: readonly PublishedCase[] = readdirSync(folder)
  .toSorted()
  .map((file) => {
    const { cells, sums, ...rest } = caseSchema.parse(
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    );
    return {
      ...rest,
      name: file,
      table: {
        cells: cells.map(([, value]) => ({ value, weight: value })),
        sums: sums.map(([total, ...parts]) => ({ total, parts })),
      },
    };
  });
