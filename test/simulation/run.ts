import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { add, linesOf, type Counts } from './coverage.ts';
import type { Batch, BatchResult } from './run-worker.ts';

/*
 * npm run histories -- --runs 1000000 [--seed 42]
 *
 * Plays and judges as many histories as one likes, on all cores, in batches of a seed of their own each. The first one
 * that breaks a promise is printed, shrunk, and ends the run with code 1.
 */

const batchSize = 1000;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const runs = Number(values.runs);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 30) : Number(values.seed);
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed))
  throw new RangeError('expected --runs and --seed to be whole numbers');

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const counts: Counts = new Map();
const startedAt = performance.now();
const minutes = (): string => ((performance.now() - startedAt) / 60_000).toFixed(1);
const batches = Math.ceil(runs / batchSize);
let next = 0;
let played = 0;

say(`${runs} histories from seed ${seed}`);
await Promise.all(Array.from({ length: Math.min(availableParallelism(), batches) }, work));
say(`${played} histories from seed ${seed} in ${minutes()} minutes: every promise held\n`);
say(linesOf(counts).join('\n'));

/** Gives one worker batch after batch, until there are no more. */
function work(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./run-worker.ts', import.meta.url));
    const goOn = (): void => {
      if (next === batches) {
        resolve(worker.terminate().then(() => undefined));
        return;
      }
      worker.postMessage(batchAt(next));
      next += 1;
    };
    worker.on('error', reject);
    worker.on('message', (result: BatchResult) => {
      if (result.kind === 'broken') {
        say(result.report);
        process.exit(1);
      }
      played += result.runs;
      add(counts, result.counts);
      if (Math.floor(played / 20_000) > Math.floor((played - result.runs) / 20_000))
        say(`${played} played, ${minutes()} minutes`);
      goOn();
    });
    goOn();
  });
}

function batchAt(index: number): Batch {
  return { seed: (seed + index) | 0, runs: Math.min(batchSize, runs - index * batchSize) };
}
