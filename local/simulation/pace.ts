import type { StageEventDocument } from './client-information-system.ts';

/** Events that are sent together; never empty. */
export type Batch = {
  readonly events: readonly StageEventDocument[];
  /** Time of the last of them. */
  readonly until: string;
};

/** Runs of events, in the stream's order, each ended where the next event is judged to belong to another run. */
function* batchesWhile(
  events: Iterable<StageEventDocument>,
  belongs: (event: StageEventDocument, run: readonly StageEventDocument[]) => boolean,
): Generator<Batch, void, void> {
  let run: StageEventDocument[] = [];
  for (const event of events) {
    if (run.length > 0 && !belongs(event, run)) {
      yield batchOf(run);
      run = [];
    }
    run.push(event);
  }
  if (run.length > 0) yield batchOf(run);
}

export const batchesByNumber = (
  events: Iterable<StageEventDocument>,
  number: number,
): Generator<Batch, void, void> => batchesWhile(events, (_, run) => run.length < number);

/** The events of each day together. */
export const batchesByDay = (events: Iterable<StageEventDocument>): Generator<Batch, void, void> =>
  batchesWhile(events, (event, run) => run.every((other) => dateOf(other) === dateOf(event)));

const dateOf = ({ time }: StageEventDocument): string => time.slice(0, 10);

function batchOf(events: readonly StageEventDocument[]): Batch {
  const last = events.at(-1);
  if (last === undefined) throw new RangeError('a batch holds at least one event');
  return { events, until: last.time };
}
