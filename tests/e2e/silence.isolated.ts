import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expectJournal, unlock } from './support/journal.ts';
import { launchApplication, launchKith } from './support/launch.ts';
import { provoke } from './support/provoke.ts';
import { listeningPorts, withDescendants } from './support/sockets.ts';
import { expect, test } from './support/test.ts';
import { takeTour } from './support/tour.ts';

// What is done on the network of its own that silence.spec.ts listens to. It is judged there, by what was heard.

/** A stretch of time in which one thing was done. */
export interface Phase {
  readonly name: 'tour' | 'kithProvoked' | 'othersProvoked' | 'heardBefore' | 'heardAfter';
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Where an application under the driver listens to it. */
  readonly driverPorts: readonly number[];
}

test.setTimeout(6 * 60_000);

test('what is done while somebody listens', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-isolated-'));
  const phases: Phase[] = [];
  const during = async (name: Phase['name'], work: (note: (app: ElectronApplication) => void) => unknown) => {
    const from = Date.now();
    const driverPorts: number[] = [];
    await work((app) => driverPorts.push(...listeningPorts(withDescendants([app.process().pid ?? 0]))));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    phases.push({ name, from, to: Date.now(), driverPorts });
  };

  await during('heardBefore', askForOthers);
  await during('tour', async (note) => {
    const kith = await launchKith(join(folder, 'journal'));
    note(kith.app);
    await takeTour(kith, 'marzipan', join(folder, 'notes'));
    await kith.page.keyboard.press('Control+l');
    await expect(kith.page.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
    await unlock(kith.page);
    await expectJournal(kith.page);
    await kith.quit();
    expect(kith.complaints).toEqual([]);
  });
  await during('kithProvoked', async (note) => {
    const { app, page, quit } = await launchKith(join(folder, 'journal'));
    note(app);
    await provoke(app, page);
    await quit();
  });
  await during('othersProvoked', async (note) => {
    const app = await launchApplication(
      join(folder, 'bare'),
      join(import.meta.dirname, '../bench/bareWindow'),
    );
    note(app);
    await provoke(app, await app.firstWindow());
    await app.close();
  });
  await during('heardAfter', askForOthers);

  rmSync(folder, { recursive: true });
  writeFileSync(process.env['KITH_PHASES'] ?? '', JSON.stringify(phases));
});

/** Asks for a name, for an address, and for one of this computer, as any program might. Nobody answers. */
function askForOthers(): void {
  for (const ask of [
    'getent ahosts somebody.example',
    'echo > /dev/tcp/192.0.2.80/80',
    'echo > /dev/tcp/2001:db8::80/80',
    'echo > /dev/tcp/127.0.0.1/9',
  ]) {
    try {
      execFileSync('timeout', ['2', 'bash', '-c', ask], { stdio: 'ignore' });
    } catch {
      // As expected: there is nobody.
    }
  }
}
