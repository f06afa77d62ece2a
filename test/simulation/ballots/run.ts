import { runBatches } from '../batches.ts';

/*
 * npm run ballots -- --runs 1000000 [--seed 42]
 *
 * Plays and judges the answers of as many people as one likes, with crashes and losses at every step and faked
 * cryptography, ten thousand in a world. The first world that breaks a promise is printed with its seed.
 */

await runBatches({
  things: 'people with an invitation',
  worker: new URL('./run-worker.ts', import.meta.url),
  batchSize: 10_000,
  progressEvery: 50_000,
});
