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
      return place >= 0 ? place : longest.length + (project.name === 'system' ? 0 : 1);
    };
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

/** What runs servers that stand in for a service: with connections that others could get in the way of. */
const served = 'test/unit/local/**/*.test.ts';

/**
 * Small tests share processes, since loading packages takes longer than most of them, but for those that run servers. And
 * those that bring up a whole system or a part of it have a process each too, with tables, a clock, ports and perhaps a
 * browser. Three files run at a time, of whichever kind: they wait so much that two leave cores idle.
 */
export default defineConfig({
  test: {
    maxWorkers: 3,
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
          name: 'system',
          include: ['test/{local,browser}/**/*.test.ts'],
          // Node reads our modules itself: no test of these loads one anew, and Vite would cost seconds a file.
          experimental: { viteModuleRunner: false },
          testTimeout: 180_000,
          hookTimeout: 180_000,
          globalSetup: 'test/support/shared-engine.ts',
        },
      },
    ],
  },
});
