import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { add, linesOf, type Counts } from './coverage.ts';

/** So many runs from a seed. */
export type Batch = { readonly seed: number; readonly runs: number };

export type BatchResult =
  | { readonly kind: 'held'; readonly runs: number; readonly counts: Counts }
  /** What broke a promise first, with its seed. */
  | { readonly kind: 'broken'; readonly report: string };

type Simulation = {
  /** What is run, in the plural. */
  readonly things: string;
  /** Answers each Batch with a BatchResult. */
  readonly worker: URL;
  readonly batchSize: number;
  readonly progressEvery: number;
};

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/**
 * Plays and judges as many runs as the command line says, on all cores, in batches of a seed of their own each, and prints
 * what happened. The first batch that breaks a promise is printed, and ends the process with code 1.
 */
export async function runBatches({ things, worker, batchSize, progressEvery }: Simulation): Promise<void> {
  const { runs, seed } = readOptions();
  const counts: Counts = new Map();
  const startedAt = performance.now();
  const minutes = (): string => ((performance.now() - startedAt) / 60_000).toFixed(1);
  const batches = Array.from({ length: Math.ceil(runs / batchSize) }, (_, index): Batch => {
    return { seed: (seed + index) | 0, runs: Math.min(batchSize, runs - index * batchSize) };
  });
  const waiting = batches.values();
  let played = 0;

  const take = (result: BatchResult): void => {
    if (result.kind === 'broken') {
      say(result.report);
      process.exit(1);
    }
    const before = played;
    played += result.runs;
    add(counts, result.counts);
    if (Math.floor(played / progressEvery) > Math.floor(before / progressEvery))
      say(`${played} played, ${minutes()} minutes`);
  };
  say(`${runs} ${things} from seed ${seed}`);
  const workers = Math.min(availableParallelism(), batches.length);
  await Promise.all(Array.from({ length: workers }, () => work(worker, waiting, take)));
  say(`${played} ${things} from seed ${seed} in ${minutes()} minutes: every promise held\n`);
  say(linesOf(counts).join('\n'));
}

function readOptions(): Batch {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } },
  });
  const runs = Number(values.runs);
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 30) : Number(values.seed);
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed))
    throw new RangeError('expected --runs and --seed to be whole numbers');
  return { seed, runs };
}

/** Gives one worker batch after batch, until there are no more. */
function work(
  file: URL,
  waiting: IteratorObject<Batch, undefined>,
  take: (result: BatchResult) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file);
    const goOn = (): void => {
      const { value: batch } = waiting.next();
      if (batch === undefined) resolve(worker.terminate().then(() => undefined));
      else worker.postMessage(batch);
    };
    worker.on('error', reject);
    worker.on('message', (result: BatchResult) => {
      take(result);
      goOn();
    });
    goOn();
  });
}
