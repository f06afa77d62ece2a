import { defineConfig } from 'vitest/config';

/**
 * Two kinds of tests. Pure ones run side by side. Those that bring up the whole system run one file after another:
 * each has a Java engine, a clock and a browser of its own, and two cores are soon busy.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pieces',
          include: ['test/{unit,functional,infra}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/{local,browser}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
