import { stageEvents, type StageEventDocument } from '../simulation/client-information-system.ts';
import type { Timetable } from './timetable.ts';

/** What has happened by a stop of the clock, since the stop before. */
export type Week = { readonly stop: string; readonly events: readonly StageEventDocument[] };

const seed = 1;

/** The invented events of both quarters, week by week: one entry for every stop. */
export function* weeksOf(
  { stops, firstDay, endDay }: Timetable,
  eventsPerYear: number,
): Generator<Week, void, void> {
  const upcoming = stageEvents({ seed, eventsPerYear, from: firstDay, to: endDay });
  let next = upcoming.next();
  for (const stop of stops) {
    const events: StageEventDocument[] = [];
    while (next.done !== true && Date.parse(next.value.time) <= Date.parse(stop)) {
      events.push(next.value);
      next = upcoming.next();
    }
    yield { stop, events };
  }
}
