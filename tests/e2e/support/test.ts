import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Kith, launchKith } from './launch.ts';

export { expect };

interface Options {
  /** The test makes the page do what it may not, so complaints of the page are no failure. */
  readonly provokes: boolean;
}

interface Fixtures {
  /** An empty folder for this test's journal. Removed afterwards. */
  readonly dataFolder: string;
  /** Starts Kith on {@link dataFolder}; again after it was quit. What is still running is quit at the end. */
  readonly launch: () => Promise<Kith>;
  /** Kith, started on an empty folder. */
  readonly kith: Kith;
}

/**
 * Playwright's `test`, with a Kith to drive. A test that fails leaves a picture of its window and the log; a page that
 * complains in its console fails its test.
 */
export const test = base.extend<Fixtures & Options>({
  provokes: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern.
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'kith-e2e-'));
    chmodSync(folder, 0o700);
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ dataFolder, provokes }, use, info) => {
    const started: Kith[] = [];
    await use(async () => {
      const kith = await launchKith(dataFolder);
      started.push(kith);
      return kith;
    });
    const last = started.at(-1);
    if (last !== undefined && info.status !== info.expectedStatus) {
      const picture = await last.page.screenshot().catch(() => undefined);
      if (picture !== undefined) await info.attach('window', { body: picture, contentType: 'image/png' });
      await info.attach('log', { body: readLog(dataFolder), contentType: 'text/plain' });
    }
    for (const kith of started) await kith.quit();
    if (!provokes) expect(started.flatMap(({ complaints }) => complaints)).toEqual([]);
  },
  kith: async ({ launch }, use) => use(await launch()),
});

/** What Kith logged so far. */
export function readLog(dataFolder: string): string {
  try {
    return readFileSync(join(dataFolder, 'logs', 'kith.log'), 'utf8');
  } catch {
    // Nothing was ever logged.
    return '';
  }
}
