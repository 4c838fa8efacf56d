import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dependencyCommand, readJson, root } from '../lib/paths.mjs';
import { electronEnvironment, run } from '../lib/run.mjs';
import { say } from '../lib/script.mjs';
import { decideSandbox, isRoot } from '../setup/sandbox.mjs';
import { seatTester, seenFrom } from './tester.mjs';

const config = 'tests/e2e/playwright.config.ts';

/**
 * Runs one of the Playwright projects against the built application: on Linux in a virtual display, by root as
 * an ordinary user, so that the sandbox is on.
 *
 * The tests find in their environment `KITH_ELECTRON` (the executable), `KITH_APP` (the folder to start),
 * `KITH_E2E_OUTPUT` (where they may write; it is the only such place) and, where there can be no sandbox,
 * `KITH_NO_SANDBOX=1`.
 * @param {import('../setup/electron.mjs').Electron} electron
 * @param {string} project
 * @param {string[]} args passed on to Playwright
 * @param {string} results the folder of the checkout that gets what the tests wrote
 * @returns {Promise<{ code: number, report: any }>} the exit code, and Playwright's report if it came to one
 */
export async function runPlaywright(electron, project, args, results) {
  const workshop = mkdtempSync(join(tmpdir(), 'kith-e2e-'));
  const [home, temporary, output] = ['home', 'tmp', 'output'].map((name) => makeFolder(workshop, name));
  const report = join(workshop, 'tmp/report.json');
  try {
    const { prefix, checkout, isSandboxed } = takeSeat(electron, workshop);
    const settings = {
      KITH_ELECTRON: seenFrom(checkout, electron.program),
      KITH_APP: checkout,
      KITH_E2E_OUTPUT: output,
      ...(isSandboxed ? {} : { KITH_NO_SANDBOX: '1' }),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    const playwright = [
      ...dependencyCommand('@playwright/test', 'playwright', checkout),
      ...['test', '--config', config, '--project', project, '--reporter', 'list,json', ...args],
    ];
    const [command, ...rest] =
      process.platform === 'linux'
        ? [...prefix, ...inFolder(checkout, { HOME: home, TMPDIR: temporary }), ...display(), ...playwright]
        : playwright;
    const code = await run(command, rest, { env: { ...electronEnvironment(), ...settings } });
    return { code, report: existsSync(report) ? readJson(report) : undefined };
  } finally {
    cpSync(output, join(root, results), { recursive: true });
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** @returns {import('./tester.mjs').Seat & { isSandboxed: boolean }} */
function takeSeat(electron, workshop) {
  if (isRoot()) {
    const seat = seatTester(electron.program, workshop);
    if (seat) return { ...seat, isSandboxed: true };
    say('no ordinary user can run the end-to-end tests from here, so root does');
  }
  return { prefix: [], checkout: root, isSandboxed: decideSandbox(electron) };
}

/** Whoever runs the tests gets a home of his own, so that no test can meet anybody's real journal. */
function inFolder(folder, variables) {
  const unset = Object.keys(process.env).filter((name) => name.startsWith('XDG_'));
  return [
    ...['env', `--chdir=${folder}`, ...unset.map((name) => `--unset=${name}`)],
    ...Object.entries(variables).map(([name, value]) => `${name}=${value}`),
  ];
}

/** Two runs that begin at once should not look for a free display from the same number. */
function display() {
  const first = 100 + (process.pid % 1000);
  return ['xvfb-run', '--auto-servernum', `--server-num=${first}`, '--server-args=-screen 0 1600x1200x24'];
}

function makeFolder(parent, name) {
  const folder = join(parent, name);
  mkdirSync(folder);
  return folder;
}
