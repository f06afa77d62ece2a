import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** Begin first, in this order. Without this they would come late: their files are short. */
const longest = ['whole-pipeline', 'crashes', 'survey-page', 'histories'];

/** What takes longest begins first, and what is small comes last, so that nothing goes on alone when all else is done. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId, project }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return place >= 0 ? place : longest.length + (['system', 'pretending'].includes(project.name) ? 0 : 1);
    };
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

/** What runs servers that stand in for a service: with connections that others could get in the way of. */
const served = 'test/unit/local/**/*.test.ts';

/** What has a client of AWS or the environment of its process be something else. */
const pretending = ['test/browser/{digest,statements}.test.ts', 'test/local/concurrent-deciders.test.ts'];

/** What brings up a whole system or a part of it, with tables, a clock, ports and perhaps a browser of its own. */
const system = {
  // Node reads our modules itself: no test of these loads one anew, and Vite would cost seconds a file.
  experimental: { viteModuleRunner: false },
  testTimeout: 180_000,
  hookTimeout: 180_000,
  globalSetup: 'test/support/shared-engine.ts',
};

/**
 * Tests share processes, since loading packages takes longer than most of them, but for those that others would notice.
 * Four files run at a time, of whichever kind: they wait so much that fewer leave two cores idle.
 */
export default defineConfig({
  test: {
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'pieces',
          include: ['test/{unit,functional,infra}/**/*.test.ts'],
          exclude: [served],
          isolate: false,
          setupFiles: 'test/support/anew.ts',
          testTimeout: 30_000,
        },
      },
      { extends: true, test: { name: 'served', include: [served], testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          ...{ name: 'system', include: ['test/{local,browser}/**/*.test.ts'], exclude: pretending },
          isolate: false,
          ...system,
        },
      },
      { extends: true, test: { name: 'pretending', include: pretending, ...system } },
    ],
  },
});
