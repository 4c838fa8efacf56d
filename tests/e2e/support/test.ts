import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Kith, launchKith } from './launch.ts';

export { expect };

interface Fixtures {
  /** An empty folder for this test's journal. Removed afterwards. */
  readonly dataFolder: string;
  /** Starts Kith on {@link dataFolder}, at another moment if `clock` says so; again after it was quit. What is still running is quit at the end. */
  readonly launch: (clock?: string) => Promise<Kith>;
  /** Kith, started on an empty folder. */
  readonly kith: Kith;
}

/**
 * Playwright's `test`, with a Kith to drive. A test that fails leaves a picture of its window and the log; a page that
 * complains in its console fails its test.
 */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern.
  dataFolder: async ({}, use) => {
    const folder = makeDataFolder();
    await use(folder);
    removeFolder(folder);
  },
  launch: async ({ dataFolder }, use, info) => {
    const started: Kith[] = [];
    await use(async (clock) => {
      const kith = await launchKith(dataFolder, clock);
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
    expect(started.flatMap(({ complaints }) => complaints)).toEqual([]);
  },
  kith: async ({ launch }, use) => use(await launch()),
});

/**
 * The same with one Kith for all tests of a file, for tests that only ask how things are. The page is loaded afresh for
 * each, and may complain.
 */
export const testShared = base.extend<{ readonly kith: Kith }, { readonly shared: Kith }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern.
    async ({}, use) => {
      const folder = makeDataFolder();
      const kith = await launchKith(folder);
      await use(kith);
      await kith.quit();
      removeFolder(folder);
    },
    { scope: 'worker' },
  ],
  kith: async ({ shared }, use) => {
    await shared.page.reload();
    await use(shared);
  },
});

function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-e2e-'));
  chmodSync(folder, 0o700);
  return folder;
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** What Kith logged so far. */
export function readLog(dataFolder: string): string {
  try {
    return readFileSync(join(dataFolder, 'logs', 'kith.log'), 'utf8');
  } catch {
    // Nothing was ever logged.
    return '';
  }
}
