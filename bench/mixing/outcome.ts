import * as z from 'zod';

/** What the tallies of a period take in the store. */
const storedTalliesSchema = z.object({
  answers: z.int(),
  units: z.int(),
  bytes: z.int(),
  items: z.int(),
  writeUnits: z.int(),
});
export type StoredTallies = z.infer<typeof storedTalliesSchema>;

/** What it took to open and count sealed answers. */
export const mixingSchema = z.object({
  answers: z.int(),
  /** Of a processor's one core. */
  cpuMsPerAnswer: z.number(),
  /** What stays in memory of one more answer where every stratum has been met: comments. */
  bytesPerAnswer: z.number(),
  tallies: z.array(storedTalliesSchema),
});
export type Mixing = z.infer<typeof mixingSchema>;
