import { dateOf, dayNumberOf } from '../domain/calendar/helsinki.ts';
import { recordsOfDay, type LedgerRecord, type RecordPage } from './records.ts';

/** Records that follow each other, and the day (UTC) on which they lie. */
export type RecordBatch = { readonly day: string; readonly records: readonly LedgerRecord[] };

/**
 * Streams records in their one order, a page at a time: while one is worked through, the next is on its way.
 *
 * @param firstDay and lastDay: days in UTC such as `2026-03-02`, both included
 */
export async function* streamRecords(
  table: string,
  firstDay: string,
  lastDay: string,
): AsyncGenerator<RecordBatch> {
  const last = dayNumberOf(lastDay);
  let place: Place | undefined = { day: dayNumberOf(firstDay), after: undefined };
  let coming: Promise<RecordPage> | undefined = read(table, place);
  while (place !== undefined && coming !== undefined) {
    const { day } = place;
    const page: RecordPage = await coming;
    place = placeAfter(place, page, last);
    coming = place && read(table, place);
    // Where the consumer stops or fails, nobody waits for the next page any more.
    coming?.catch(() => undefined);
    yield { day: dateOf(day), records: page.records };
  }
}

type Place = { readonly day: number; readonly after: string | undefined };

const read = (table: string, { day, after }: Place): Promise<RecordPage> =>
  recordsOfDay(table, dateOf(day), after);

function placeAfter({ day }: Place, { hasMore, last }: RecordPage, lastDay: number): Place | undefined {
  if (hasMore && last !== undefined) return { day, after: last };
  return day < lastDay ? { day: day + 1, after: undefined } : undefined;
}
