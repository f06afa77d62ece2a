import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { attacks } from './attacks.ts';
import type { Grounds } from './attack.ts';
import { letLoose } from './let-loose.ts';
import type { Line } from './table.ts';

/*
 * Attacks on figures that were composed need no system, but a processor for minutes: they have a thread of their own, beside
 * those that act on the running system, and wait for it.
 */

type Order = { readonly size: Grounds['size']; readonly ids: readonly string[] };

/** Lets attacks on figures loose in a thread of their own, by their names. */
export function letLooseOnFigures(order: Order): { lines: Promise<Line[]>; stop: () => Promise<unknown> } {
  const worker = new Worker(new URL(import.meta.url), { workerData: order });
  const lines = new Promise<Line[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // Whoever waits for it may be at something else when it fails.
  lines.catch(() => undefined);
  return { lines, stop: () => worker.terminate() };
}

if (!isMainThread) {
  const { size, ids } = workerData as Order;
  const played = (): never => {
    throw new Error('an attack on figures asks for no system');
  };
  const chosen = attacks.filter(({ id }) => ids.includes(id));
  parentPort?.postMessage(await letLoose(chosen, { size, played }));
}
