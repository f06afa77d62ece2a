import * as z from 'zod';
import { tableIdSchema } from './table.ts';

/** Fewest answers that may ever stand in a stored tally or a published cell. Raising is safe, lowering is not. */
export const responsesMin = 5;

/** Fewest answers in the whole deployment that are unsealed together; with fewer, a period is carried over. */
export const batchMin = 10;

const itemTallySchema = z.object({
  /** The lowest step of the scale: the first count is of this answer. */
  from: z.int(),
  /** How many gave each step, lowest first. */
  counts: z.array(z.int().min(0)).min(1),
});
export type ItemTally = z.infer<typeof itemTallySchema>;

/**
 * The counts of one stratum of one table, by question key. In a stratum that holds what was too small to be told apart,
 * the coordinates that are not told are `(other)`.
 */
export const tallySchema = z.object({
  table: tableIdSchema,
  stratum: z.record(z.string(), z.string()),
  items: z.record(z.string(), itemTallySchema),
});
export type Tally = z.infer<typeof tallySchema>;

export const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
