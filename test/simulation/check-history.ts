import { Replay } from '../../shared/domain/replay/replay.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';
import { dayMs } from './naive-calendar.ts';
import type { History } from './history.ts';
import { insist } from './insist.ts';
import { judge } from './oracle.ts';
import { play } from './play.ts';
import type { Play } from './step.ts';

/**
 * Plays a history, judges it, and replays it. @returns what the system did
 *
 * @throws where anything that was promised does not hold
 */
export function checkHistory(history: History): Play {
  const played = play(history);
  judge(history, played);
  replaySame(history, played);
  replayTighter(history, played);
  return played;
}

/** The same rules over any stretch decide the same again, gate by gate. */
function replaySame({ rules, happenings }: History, { records, steps }: Play): void {
  const decided = steps.filter((step) => step.kind === 'decided');
  const middle = decided[Math.floor(decided.length / 3)]?.at ?? 0;
  const late = decided[Math.floor((decided.length * 3) / 4)]?.at ?? Infinity;
  // Whole histories have nothing before them, and some stretches begin or end at the very instant of an event.
  for (const [from, to] of [
    [0, Infinity],
    [middle, late],
  ] as const) {
    const report = replay(rules, records, from, to);
    insist(report.different === 0, 'the same rules decide the same again', { from, to, report, happenings });
    const { stages, asksPerPerson, asksPerHousehold } = report;
    const isEven =
      stages.every(({ live, draft }) => JSON.stringify(live) === JSON.stringify(draft)) &&
      [...asksPerPerson, ...asksPerHousehold].every(({ live, draft }) => live === draft);
    insist(isEven, 'the same rules ask as often again', { from, to, report, happenings });
  }
}

function replay(rules: readonly Rule[], records: Play['records'], from: number, to: number) {
  const run = new Replay({ rules, from, to });
  for (const record of records) run.take(record);
  return run.report();
}

/** Under a tighter cap for everybody, nobody is asked more often than it allows. */
function replayTighter({ rules }: History, { records, steps }: Play): void {
  const cap = { most: 1, days: 366 };
  // Counts tell nothing of times, so they are compared where no two asks can lie further apart than the cap counts.
  const decided = steps.flatMap((step) => (step.kind === 'decided' ? [step] : []));
  const waits =
    Math.max(...rules.map(({ delayDays, expiresAfterDays }) => delayDays + expiresAfterDays)) + 30;
  const last =
    Math.max(...decided.map(({ at, event }) => Math.max(at, Date.parse(event.time)))) + waits * dayMs;
  if (last - Math.min(...decided.map(({ at }) => at)) > cap.days * dayMs) return;
  const draft = rules.map((rule) => ({ ...rule, personCap: cap, worker: { ...rule.worker, cap } }));
  const { asksPerPerson } = replay(draft, records, 0, Infinity);
  const above = asksPerPerson.filter(({ asks, draft: people }) => asks > cap.most && people > 0);
  insist(above.length === 0, 'a draft asks nobody above its cap', asksPerPerson);
}
