import * as z from 'zod';
import { runApart } from '../run-apart.ts';
import { assumptions } from './mixing.ts';

const composedSchema = z.object({
  cpuSeconds: z.number(),
  programs: z.int(),
  cells: z.int(),
  largestBytes: z.int(),
  peakBytes: z.int(),
});

/** What composing, protecting and auditing all releases of a quarter takes. */
export type PublishingMeasures = z.infer<typeof composedSchema> & {
  readonly answers: number;
  readonly units: number;
  /** Of the longest that a function may run, on a core as slow as Lambda's is taken to be. */
  readonly shareOfLongest: number;
};

const quarters = [
  { answers: 10_000, units: 60 },
  { answers: 100_000, units: 200 },
];

/** @throws where one run could not publish a quarter within Lambda's longest */
export async function measurePublishing(): Promise<PublishingMeasures[]> {
  const script = import.meta.resolve('../publishing/compose-quarter.ts');
  const measured: PublishingMeasures[] = [];
  for (const { answers, units } of quarters) {
    const composed = composedSchema.parse(await runApart(script, [String(answers), String(units)]));
    const shareOfLongest = (composed.cpuSeconds * assumptions.timesSlower) / assumptions.seconds;
    if (shareOfLongest > 1) throw new Error(`one run could not publish ${answers} answers of ${units} units`);
    measured.push({ ...composed, answers, units, shareOfLongest });
  }
  return measured;
}
