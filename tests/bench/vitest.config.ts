import { defineConfig } from 'vitest/config';

/** Benchmarks print figures and assert nothing about time. One at a time, or they would measure one another. */
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    include: ['tests/bench/**/*.bench.ts'],
    // Driven by Playwright; see scripts/bench.mjs.
    exclude: ['tests/bench/start.bench.ts', 'tests/bench/network.bench.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 3 * 60 * 60 * 1000,
    hookTimeout: 3 * 60 * 60 * 1000,
    disableConsoleIntercept: true,
  },
});
