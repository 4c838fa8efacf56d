import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = join(import.meta.dirname, '../..');

/** Drives the built application; `npm test` and `npm run shots` say with which Electron. */
export default defineConfig({
  testDir: import.meta.dirname,
  // Not the project's own: Playwright would follow the paths in it that point TypeScript at types.
  tsconfig: join(import.meta.dirname, 'playwright.tsconfig.json'),
  outputDir: process.env['KITH_E2E_OUTPUT'] ?? join(root, 'test-results'),
  // Each test starts an application of its own; two at once would only make both slower on a small machine.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  projects: [
    { name: 'e2e', testIgnore: '**/shots.spec.ts' },
    // Run by silence.spec.ts, on a network of its own.
    { name: 'isolated', testMatch: '**/*.isolated.ts' },
    { name: 'shots', testMatch: '**/shots.spec.ts' },
    {
      name: 'bench',
      testDir: join(root, 'tests/bench'),
      testMatch: ['**/start.bench.ts', '**/network.bench.ts'],
      timeout: 10 * 60_000,
    },
  ],
});
