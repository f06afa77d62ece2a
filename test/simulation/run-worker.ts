import { parentPort } from 'node:worker_threads';
import * as fc from 'fast-check';
import type { Batch, BatchResult } from './batches.ts';
import { checkHistory } from './check-history.ts';
import { count, type Counts } from './coverage.ts';
import { histories } from './history.ts';

const port = parentPort;
port?.on('message', ({ seed, runs }: Batch) => {
  port.postMessage(play(seed, runs));
});

function play(seed: number, runs: number): BatchResult {
  const counts: Counts = new Map();
  const property = fc.property(histories, (history) => {
    count(counts, checkHistory(history).steps);
  });
  const details = fc.check(property, { seed, numRuns: runs });
  if (!details.failed) return { kind: 'held', runs, counts };
  const report = fc.defaultReportMessage(details) ?? 'a history broke a promise';
  return { kind: 'broken', report: `${report}\n${String(details.errorInstance)}` };
}
