import { parentPort } from 'node:worker_threads';
import * as fc from 'fast-check';
import { checkHistory } from './check-history.ts';
import { count, type Counts } from './coverage.ts';
import { histories } from './history.ts';

/** So many histories from a seed. */
export type Batch = { readonly seed: number; readonly runs: number };

export type BatchResult =
  | { readonly kind: 'held'; readonly runs: number; readonly counts: Counts }
  /** The first history that broke a promise, shrunk, with its seed and path. */
  | { readonly kind: 'broken'; readonly report: string };

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
