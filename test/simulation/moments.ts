import type { Dice } from './dice.ts';
import { dayMs, easterOf, hourMs } from './naive-calendar.ts';

const years = [2024, 2025, 2026, 2027] as const;

/** Days on which calendars go wrong: both clock changes, year ends, Easter, ends of quarters, a leap day. */
const turns: readonly number[] = years.flatMap((year) => [
  Date.UTC(year, 2, 31) - new Date(Date.UTC(year, 2, 31)).getUTCDay() * dayMs,
  Date.UTC(year, 9, 31) - new Date(Date.UTC(year, 9, 31)).getUTCDay() * dayMs,
  Date.UTC(year, 0, 1),
  Date.UTC(year, 11, 24),
  easterOf(year) * dayMs,
  Date.UTC(year, 5, 20),
  Date.UTC(year, 3, 1),
  Date.UTC(year, 6, 1),
  Date.UTC(year, 9, 1),
  Date.UTC(year, 1, 29),
]);

/** When a history begins: shortly before a day on which calendars go wrong, or on any day. Epoch milliseconds. */
export function startOf(dice: Dice): number {
  const turn = dice.pick(turns) - dice.below(40) * dayMs;
  const anyDay = Date.UTC(2024, 0, 1) + dice.below(4 * 365) * dayMs;
  return (dice.happens(30) ? anyDay : turn) + dice.below(24 * 60) * 60_000 + hourMs;
}
