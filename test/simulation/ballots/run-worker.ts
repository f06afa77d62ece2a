import { parentPort } from 'node:worker_threads';
import type { Batch, BatchResult } from '../batches.ts';
import { playFaked } from './play.ts';

const port = parentPort;
port?.on('message', ({ seed, runs }: Batch) => {
  void playFaked(seed, runs)
    .then(
      (counts): BatchResult => ({ kind: 'held', runs, counts }),
      (error: unknown): BatchResult => ({
        kind: 'broken',
        report: `${runs} people from seed ${seed}: ${error instanceof Error ? error.message : String(error)}`,
      }),
    )
    .then((result) => {
      port.postMessage(result);
    });
});
