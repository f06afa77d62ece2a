import type { BatchOutcome, EventSource } from './queues/event-source.ts';
import type { Invocation } from './functions/environment.ts';

/** A schedule of the template. */
export type Schedule = {
  functionName: string;
  /** Latest time, at or before an instant, at which it is to run. Both in epoch milliseconds. */
  latestOccurrence: (now: number) => number;
  invoke: () => Promise<Invocation>;
};

type Failure = { function: string; error: string };

export type Settled = {
  /** The system's time, as ISO. */
  now: string;
  rounds: number;
  ran: { function: string; invocations: number; failed: number }[];
  failed: Failure[];
  deadLetters: { queue: string; messages: number }[];
};

export type Parts = {
  clock: { now: () => number };
  schedules: Schedule[];
  sources: EventSource[];
  drain: (source: EventSource) => Promise<BatchOutcome[]>;
  deadLetters(): { queue: string; messages: number }[];
  /** Writes that functions have made so far. */
  writes: () => number;
};

export type Mover = {
  /** Runs what is due and drains every queue, again and again at this time, until a whole round writes nothing. */
  settle: () => Promise<Settled>;
  /** One pass, as a second of live time: what is due runs once, and queues are drained. */
  tick: () => Promise<Settled>;
};

/** A scheduled function that fails gets this many rounds in one settling. */
const attemptsMax = 3;

/** Rounds after which a system that keeps writing is taken not to come to rest at all. */
const roundsMax = 10_000;

export const createMover = (parts: Parts): Mover => {
  const lastRun = new Map<Schedule, number>();
  let queue: Promise<unknown> = Promise.resolve();

  /** Settling twice at once would run every schedule twice: each waits for the one before. */
  const alone = (run: () => Promise<Settled>): Promise<Settled> => {
    const done = queue.then(run);
    queue = done.catch(() => undefined);
    return done;
  };

  const dueBy = (now: number): Schedule[] => {
    const due = parts.schedules
      .map((schedule) => ({ schedule, occurrence: schedule.latestOccurrence(now) }))
      .filter(({ schedule, occurrence }) => lastRun.get(schedule) !== occurrence)
      // What was to run earlier runs earlier: the mix before the report on it.
      .sort((a, b) => a.occurrence - b.occurrence);
    for (const { schedule, occurrence } of due) lastRun.set(schedule, occurrence);
    return due.map(({ schedule }) => schedule);
  };

  const run = async (roundsAtMost: number): Promise<Settled> => {
    const now = parts.clock.now();
    const tally = createTally();
    const failures = new Map<Schedule, number>();
    let due = dueBy(now);
    let rounds = 0;
    for (;;) {
      rounds += 1;
      const writes = parts.writes();
      let failed = false;
      for (const schedule of due) {
        const invocation = await schedule.invoke();
        tally.add(schedule.functionName, invocation.ok ? undefined : invocation.error.errorMessage);
        if (invocation.ok) continue;
        failed = true;
        failures.set(schedule, (failures.get(schedule) ?? 0) + 1);
      }
      due = due.filter((schedule) => (failures.get(schedule) ?? 0) < attemptsMax);
      let handled = 0;
      for (const source of parts.sources) {
        for (const outcome of await parts.drain(source)) {
          handled += outcome.messages;
          const items =
            outcome.failed > 0 ? `${outcome.failed} of ${outcome.messages} messages failed` : undefined;
          tally.add(outcome.functionName, outcome.error ?? items);
        }
      }
      const idle = parts.writes() === writes && handled === 0 && !(failed && due.length > 0);
      if (idle || rounds >= roundsAtMost) break;
      if (rounds >= roundsMax) {
        tally.fail('settle', `The system does not come to rest within ${roundsMax} rounds`);
        break;
      }
    }
    return { now: new Date(now).toISOString(), rounds, ...tally.result(), deadLetters: parts.deadLetters() };
  };

  return { settle: () => alone(() => run(Number.POSITIVE_INFINITY)), tick: () => alone(() => run(1)) };
};

const createTally = () => {
  const ran = new Map<string, Settled['ran'][number]>();
  const failed: Failure[] = [];
  const fail = (name: string, error: string): void => {
    failed.push({ function: name, error });
  };
  return {
    add: (name: string, error: string | undefined): void => {
      const entry = ran.get(name) ?? { function: name, invocations: 0, failed: 0 };
      ran.set(name, entry);
      entry.invocations += 1;
      if (error === undefined) return;
      entry.failed += 1;
      fail(name, error);
    },
    fail,
    result: () => ({ ran: [...ran.values()], failed }),
  };
};
