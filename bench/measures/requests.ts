import { countColdAndWarm, type ColdAndWarm } from '../cold-and-warm.ts';
import { askedAtOnce, parent, parentsAskedAtOnce } from '../invented-events.ts';
import type { MeasuredSystem } from '../measured-system.ts';
import { workOf } from '../meter.ts';
import { perEach, type Work } from '../work.ts';

/** The work of one request that is due: released, and sent with nothing else around it. */
export async function measureRequests(measured: MeasuredSystem): Promise<ColdAndWarm> {
  const { meter, now, decideOne, send } = measured;
  return countColdAndWarm(meter, () => decideOne(askedAtOnce(parent, now())), send);
}

/** The work per request where so many are due at once: at most the 300 that one run releases. */
export async function measureRequestsAtOnce(
  { meter, now, decideBatch, send }: MeasuredSystem,
  requests: number,
): Promise<Work> {
  await decideBatch(parentsAskedAtOnce(requests, now()));
  return perEach(workOf(await meter.count(send)), requests);
}
