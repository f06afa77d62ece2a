import { tallyWithin } from '../../shared/adapters/decisions-by-day.ts';
import { Tally, type Summary } from '../../shared/domain/decisions/summary.ts';
import type { Period } from './question.ts';
import { stretchesBetween } from './utc-days.ts';

/** How many days are read at the same time: a day lies in one partition, and each has its own speed. */
const daysAtOnce = 16;

/** Counts of a period. Decisions count when they were made, ends of requests when they ended. */
export async function summaryOf(table: string, { from, to }: Period): Promise<Summary> {
  const tally = new Tally();
  const ahead = stretchesBetween(from, to).values();
  const readOn = async (): Promise<void> => {
    for (const stretch of ahead) await tallyWithin(table, stretch, tally);
  };
  await Promise.all(Array.from({ length: daysAtOnce }, readOn));
  return tally.summary();
}
