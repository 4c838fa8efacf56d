import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

/** A running Kith. */
export interface Kith {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** What the page complained of: its own errors, and what its policy refused it. */
  readonly complaints: readonly string[];
  /** Quits as a user does, and waits until everything is written. Harmless when done twice. */
  readonly quit: () => Promise<void>;
}

const APP = process.env['KITH_APP'] ?? join(import.meta.dirname, '../../..');

/**
 * Starts the built application on `dataFolder` and waits for its window. `clock` is the moment that it believes it is
 * (`2027-01-31T09:00`, local time), if not now.
 */
export async function launchKith(dataFolder: string, clock?: string): Promise<Kith> {
  const app = await launchApplication(dataFolder, APP, clock === undefined ? [] : [`--clock=${clock}`]);
  const page = await app.firstWindow();
  if (clock !== undefined) await page.clock.install({ time: new Date(clock) });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.name));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.waitForLoadState();
  let running = true;
  app.once('close', () => {
    running = false;
  });
  const quit = async () => {
    if (running) await app.close();
  };
  return { app, page, dataFolder, complaints, quit };
}

/** Starts the application in `appFolder`, Kith if none is named, under Playwright's driver. */
export function launchApplication(
  dataFolder: string,
  appFolder = APP,
  more: readonly string[] = [],
): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: electronPath(),
    // Playwright takes the sandbox away on Linux if it is not told otherwise.
    chromiumSandbox: !withoutSandbox(),
    args: [...launchArguments(dataFolder, appFolder), ...more],
  });
}

/** What Electron is given to start Kith on `dataFolder`. */
export function launchArguments(dataFolder: string, appFolder = APP): string[] {
  const driven = join(import.meta.dirname, 'driven');
  return [
    ...(withoutSandbox() ? ['--no-sandbox'] : []),
    driven,
    `--kith-app=${appFolder}`,
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
