import { mixingSchema, type Mixing } from '../mixing/outcome.ts';
import { runApart } from '../run-apart.ts';

/** What opening and counting takes, and how many answers one run of the mix can therefore take. */
export type MixingMeasures = Mixing & {
  readonly capacity: number;
  /** CPU for each answer with which one run would still take as many as it has to. */
  readonly cpuMsAtMost: number;
};

/** How one run of the mix is reckoned, where Lambda is not measured. */
export const assumptions = {
  /** The longest that a function may run. */
  seconds: 15 * 60,
  /** A core of Lambda against one of the machine that measures: many have instructions for RSA that Lambda's has not. */
  timesSlower: 5,
  /** What a page of a megabyte takes to arrive, during which nothing is opened. */
  pageMs: 50,
  /** Quarters that lie in the pool until they expire: the one that is mixed and four that were. */
  quartersInPool: 5,
};

const pageBytes = 2 ** 20;
/** A sealed answer with its key, month and expiry, as it lies in the pool. */
const pooledBytes = 3940;

const envelopes = 2000;
const units = 150;

/** How many answers one run has to be able to take. */
const leastCapacity = 100_000;

export async function measureMixing(): Promise<MixingMeasures> {
  const script = import.meta.resolve('../mixing/mix-envelopes.ts');
  const mixing = mixingSchema.parse(
    await runApart(script, [String(envelopes), String(units)], ['--expose-gc'], { AWS_REGION: 'eu-north-1' }),
  );
  const { seconds, timesSlower, pageMs, quartersInPool } = assumptions;
  const readingMs = (quartersInPool * pooledBytes * pageMs) / pageBytes;
  const cpuMsAtMost = (1000 * seconds) / leastCapacity - readingMs;
  if (mixing.cpuMsPerAnswer > cpuMsAtMost)
    throw new Error(`one run of the mix could not take ${leastCapacity} answers even here`);
  const capacity = Math.floor((1000 * seconds) / (mixing.cpuMsPerAnswer * timesSlower + readingMs));
  return { ...mixing, capacity, cpuMsAtMost };
}
