import { dateOf, dayNumberOf } from '../domain/calendar/helsinki.ts';
import { Replay, type Draft, type ReplayReport } from '../domain/replay/replay.ts';
import { streamRecords } from './record-stream.ts';

/** How far back what happened can still count: asks and holds of 13 months. */
const rememberedDays = 397;

export type ReplayProgress = {
  /** The day (UTC) that has been reached, and how many records lie behind. */
  readonly day: string;
  readonly records: number;
};

/**
 * Replays what is recorded under a draft. Begins 13 months before the draft's period, so that what was asked before it
 * counts.
 *
 * @param watch is told the progress after every page; false stops the run
 * @returns undefined where it was stopped
 */
export async function runReplay(
  table: string,
  draft: Draft,
  watch: (progress: ReplayProgress) => boolean | Promise<boolean>,
): Promise<ReplayReport | undefined> {
  const replay = new Replay(draft);
  const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const firstDay = dateOf(dayNumberOf(dayOf(draft.from)) - rememberedDays);
  let records = 0;
  for await (const batch of streamRecords(table, firstDay, dayOf(draft.to))) {
    for (const record of batch.records) replay.take(record);
    records += batch.records.length;
    if (!(await watch({ day: batch.day, records }))) return undefined;
  }
  return replay.report();
}
