import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** What takes longest begins first, so that it does not go on alone when all else is done. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification): boolean =>
      moduleId.endsWith('/whole-pipeline.test.ts');
    return (await super.sort(files)).toSorted((a, b) => Number(isLongest(b)) - Number(isLongest(a)));
  }
}

/** Java as it suits an engine that lives for half a minute: ready soon, on few threads. */
const shortLivedJava = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/**
 * Two kinds of tests: small ones, and those that bring up a whole system, each with an engine, a clock, ports and
 * perhaps a browser of its own. Two files run at a time, of whichever kind: one alone leaves a third of two cores idle.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'pieces',
          include: ['test/{unit,functional,infra}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['test/{local,browser}/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          env: { JDK_JAVA_OPTIONS: `${process.env['JDK_JAVA_OPTIONS'] ?? ''} ${shortLivedJava}` },
        },
      },
    ],
  },
});
