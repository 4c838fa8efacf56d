import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

/** A running Kith. */
export interface Kith {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Quits as a user does, and waits until everything is written. Harmless when done twice. */
  readonly quit: () => Promise<void>;
}

const APP = process.env['KITH_APP'] ?? join(import.meta.dirname, '../../..');

/** Starts the built application on `dataFolder` and waits for its window. */
export async function launchKith(dataFolder: string): Promise<Kith> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    // Playwright takes the sandbox away on Linux if it is not told otherwise.
    chromiumSandbox: !withoutSandbox(),
    args: launchArguments(dataFolder),
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  let running = true;
  app.once('close', () => {
    running = false;
  });
  const quit = async () => {
    if (running) await app.close();
  };
  return { app, page, dataFolder, quit };
}

/** What Electron is given to start Kith on `dataFolder`. */
export function launchArguments(dataFolder: string): string[] {
  const driven = join(import.meta.dirname, 'driven');
  return [
    ...(withoutSandbox() ? ['--no-sandbox'] : []),
    driven,
    `--kith-app=${APP}`,
    `--data-folder=${dataFolder}`,
  ];
}

/** Chromium refuses root a sandbox; the application itself never asks to be without. */
function withoutSandbox(): boolean {
  return process.env['KITH_NO_SANDBOX'] === '1';
}

function electronPath(): string {
  const path = process.env['KITH_ELECTRON'];
  if (path === undefined || path === '') {
    throw new Error('KITH_ELECTRON does not say where Electron is. Run these tests with “npm test”.');
  }
  return path;
}
