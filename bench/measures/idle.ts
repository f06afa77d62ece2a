import type { MeasuredSystem } from '../measured-system.ts';
import { workOf } from '../meter.ts';
import { noWork, plus, type Work } from '../work.ts';

/** Runs a month of 30 days, of everything that runs by the clock. */
const runsPerMonth = {
  'release-due': 30 * 24 * 60,
  'rotate-keys': 30 * 24,
  'count-invited': 30,
  'mix-responses': 30,
  'publish-report': 30,
} as const;

/** What schedules do where there is nothing to do: by function, and in a month all together. */
export type IdleWork = {
  readonly byFunction: Readonly<Record<string, { readonly runsPerMonth: number; readonly work: Work }>>;
  readonly month: Work;
};

export async function measureIdle({ meter }: MeasuredSystem): Promise<IdleWork> {
  await meter.settle();
  const byFunction: Record<string, { runsPerMonth: number; work: Work }> = {};
  let month = noWork;
  for (const [functionName, runs] of Object.entries(runsPerMonth)) {
    const work = workOf(await meter.count(() => meter.run(functionName)));
    byFunction[functionName] = { runsPerMonth: runs, work };
    month = plus(month, work, runs);
  }
  return { byFunction, month };
}
