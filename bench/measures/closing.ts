import type { MeasuredSystem } from '../measured-system.ts';
import { workOf } from '../meter.ts';
import type { Work } from '../work.ts';

/** The work of closing one period: counting who was asked and what was answered, and publishing it. */
export type ClosingWork = {
  readonly answers: number;
  readonly invited: Work;
  readonly mix: Work;
  readonly publish: Work;
};

/**
 * Closes a period that nobody has closed yet.
 *
 * @param answers that wait in the pool
 * @param justAfter an instant after the period's end and before the night's schedules, so that nothing else runs
 */
export async function measureClosing(
  { system, meter }: MeasuredSystem,
  answers: number,
  justAfter: string,
): Promise<ClosingWork> {
  system.clock.pin(Date.parse(justAfter));
  return {
    answers,
    invited: workOf(await meter.count(() => meter.run('count-invited'))),
    mix: workOf(await meter.count(() => meter.run('mix-responses'))),
    publish: workOf(await meter.count(() => meter.run('publish-report'))),
  };
}
