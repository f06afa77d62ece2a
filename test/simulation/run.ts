import { runBatches } from './batches.ts';

/*
 * npm run histories -- --runs 1000000 [--seed 42]
 *
 * Plays and judges as many histories as one likes. The first one that breaks a promise is printed, shrunk.
 */

await runBatches({
  things: 'histories',
  worker: new URL('./run-worker.ts', import.meta.url),
  batchSize: 1000,
  progressEvery: 20_000,
});
