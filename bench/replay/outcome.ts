import * as z from 'zod';

const counts = {
  events: z.int(),
  recipients: z.int(),
  /** All that was streamed: events, decisions, ends of requests, pauses, bounces. */
  records: z.int(),
  same: z.int(),
  different: z.int(),
  recipientsPerSecond: z.number(),
};

/** What a replay of a file took. */
export const fileReplaySchema = z.object({
  ...counts,
  /** What the process took when it began, and how much more at most until it was done. */
  startMegabytes: z.number(),
  extraMegabytes: z.number(),
  /** Of the time: reading lines and their JSON, making records of items, deciding. */
  shares: z.object({ reading: z.number(), parsing: z.number(), deciding: z.number() }),
});
export type FileReplay = z.infer<typeof fileReplaySchema>;

/** What a replay of DynamoDB Local took. */
export const tableReplaySchema = z.object({
  ...counts,
  /** Queries that found something, and what they cost. */
  pages: z.int(),
  readUnits: z.number(),
  /** Queries that found nothing: of days on which nothing is recorded. AWS bills half a unit for each. */
  emptyDays: z.int(),
});
export type TableReplay = z.infer<typeof tableReplaySchema>;
