import * as z from 'zod';
import { monthSchema, quarterSchema } from '../calendar/month.ts';
import { tableIds } from '../tallies/table.ts';
import { languages } from '../vocabulary.ts';
import { figuresSchema, type Range } from './figures.ts';

/** The tables that are published: T1 to T8 by question, the response rate by channel, drivers, and comments. */
export const releaseIds = [...tableIds, 'R1', 'D1', 'C1'] as const;
export const releaseIdSchema = z.enum(releaseIds);
export type ReleaseId = z.infer<typeof releaseIdSchema>;

/** What a release is of: a quarter, or a month. */
export const releasePeriodSchema = z.union([quarterSchema, monthSchema]);
export type ReleasePeriod = z.infer<typeof releasePeriodSchema>;

const textSchema = z.record(z.enum(languages), z.string());
const range = z.object({ from: z.number(), to: z.number() });

/** The same cell in an earlier period, as it was published then. */
export const earlierSchema = figuresSchema
  .pick({ responses: true, mean: true, meanBand: true, index: true })
  .extend({ period: releasePeriodSchema });
export type Earlier = z.infer<typeof earlierSchema>;

/** A cell: its coordinates and its figures, those of `figuresSchema` among them. */
const cellSchema = z
  .record(
    z.string(),
    z.union([z.string(), z.number(), z.array(z.int()), range, z.array(earlierSchema), z.null()]),
  )
  .describe(
    'Its coordinates by the names of the dimensions, then its figures. A figure that is not told is null; a cell of which ' +
      'nothing is told is not there at all. `(other)` is what is told of several small ones together. In T1 to T8: ' +
      '`responses`; `distribution` (how many chose each step, lowest first: from 20 answers); `groups` (how many chose a ' +
      'low, a middle and a high step) and `mean` (from 10), or `meanBand`; `index` (recommendation index, −100 to 100) and ' +
      '`indexInterval` (from 10, of 95 in 100 such samples); `responseRate` (0 to 0.9 in steps of 0.1; 0.9 is "or more"); ' +
      '`earlier` (the same cell in earlier periods, as it was published then). In R1: `responseRate`. In D1: ' +
      '`responses`, `correlation`, `correlationInterval`. In C1: `comment`.',
  );
export type Cell = z.infer<typeof cellSchema>;
export type { Range };

/** The code of a cell in a dimension. */
export function codeIn(cell: Cell, dimension: string): string {
  const code = cell[dimension];
  return typeof code === 'string' ? code : '';
}

/** One table of one period, computed once after the period has closed, and never changed. */
export const releaseSchema = z.object({
  table: releaseIdSchema,
  period: releasePeriodSchema,
  revision: z.int().min(1).describe('1, or how many times it was corrected and one.'),
  releasedOn: z.iso.date(),
  correction: z.string().nullable().describe('Why it was corrected; null for the first revision.'),
  title: textSchema,
  dimensions: z.array(z.string()).describe('In the order of the cells.'),
  labels: z
    .record(z.string(), z.record(z.string(), textSchema))
    .describe('What the codes of each dimension stand for, as it was when it was released.'),
  notes: z
    .array(textSchema)
    .describe(
      "What a reader must know, such as which cells are of measures that may be against the client's will.",
    ),
  cells: z.array(cellSchema),
});
export type Release = z.infer<typeof releaseSchema>;
