import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, type Page, test } from '@playwright/test';
import { makeJournal } from '../e2e/support/journal.ts';
import { launchApplication, launchKith } from '../e2e/support/launch.ts';
import { percentile } from './support/figures.ts';

const ROUNDS = 10;
/** Memory is read when a started application has come to rest. */
const REST_MS = 1_500;

interface Start {
  /** Until the window was there, in milliseconds since the launch. */
  readonly window: number;
  /** Until what the user came for could be used. */
  readonly usable: number;
  /** Of all processes together, in MiB. */
  readonly memory: number;
}

async function measure(start: () => Promise<ElectronApplication>, usable: (page: Page) => Promise<void>) {
  const since = performance.now();
  const app = await start();
  const page = await app.firstWindow();
  const window = performance.now() - since;
  await usable(page);
  const used = performance.now() - since;
  await page.waitForTimeout(REST_MS);
  const kib = await app.evaluate(({ app: main }) =>
    main.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  await app.close();
  return { window, usable: used, memory: kib / 1024 };
}

test('start of a locked journal against a bare window', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-start-'));
  const first = await launchKith(folder);
  await makeJournal(first.page);
  await first.quit();
  const bare: Start[] = [];
  const kith: Start[] = [];
  const bareFolder = join(import.meta.dirname, 'bareWindow');
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(
      await measure(
        () => launchApplication(join(folder, 'bare'), bareFolder),
        (page) => page.getByRole('heading').waitFor(),
      ),
    );
    kith.push(
      await measure(
        () => launchApplication(folder),
        (page) => page.getByRole('textbox', { name: 'Passphrase' }).waitFor(),
      ),
    );
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  console.log(`medians of ${ROUNDS} interleaved rounds       bare      Kith     ratio`);
  for (const [name, of] of [
    ['window, ms', (start: Start) => start.window],
    ['usable, ms', (start: Start) => start.usable],
    ['memory of all processes, MiB', (start: Start) => start.memory],
  ] as const) {
    const [a, b] = [percentile(bare.map(of), 0.5), percentile(kith.map(of), 0.5)];
    const columns = [a.toFixed(0), b.toFixed(0), (b / a).toFixed(2)].map((text) => text.padStart(10));
    console.log(`${name.padEnd(32)}${columns.join('')}`);
  }
});
