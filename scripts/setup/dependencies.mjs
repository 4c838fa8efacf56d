import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { nodeProgram, readJson, root } from '../lib/paths.mjs';
import { isAlive, runQuietly } from '../lib/run.mjs';
import { Stop, step } from '../lib/script.mjs';

/** npm writes this as the last thing of an installation: what it put where. */
const record = join(root, 'node_modules/.package-lock.json');

/** While npm is at work, this holds the number of its process. */
const pidFile = join(root, '.cache/npm-ci.pid');

/** Installs what `package-lock.json` asks for, unless it is all there already. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  await waitForOther();
  if (isInstalled()) return;
  await step('installing dependencies (npm ci)', async () => {
    // Else an interrupted installation could pass for the one that it was replacing.
    rmSync(record, { force: true });
    const [npm, ...args] = npmCommand('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
    await runQuietly(npm, args, { onStart: notePid });
  });
  rmSync(pidFile, { force: true });
  if (!existsSync(nodeProgram())) {
    throw new Stop(
      'npm left out the install script of the package "node"; run: npm rebuild node --ignore-scripts=false',
    );
  }
}

/**
 * How to call npm, from within an npm script or without one.
 * @param {...string} args
 * @returns {string[]}
 */
export function npmCommand(...args) {
  const { npm_execpath: npm, npm_node_execpath: itsNode = process.execPath } = process.env;
  return npm?.endsWith('npm-cli.js') ? [itsNode, npm, ...args] : ['npm', ...args];
}

/**
 * Two installations at once destroy each other's work. The other one may be that of a second script in this
 * checkout, or of one that was killed and left npm behind. After so long the number is somebody else's.
 */
async function waitForOther() {
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
  if (pid === 0 || !isAlive(pid)) return;
  await step(`waiting for an installation that is under way (process ${pid})`, async () => {
    for (let seconds = 0; seconds < 180 && isAlive(pid) && !isInstalled(); seconds += 1)
      await setTimeout(1000);
  });
}

function notePid(pid) {
  mkdirSync(dirname(pidFile), { recursive: true });
  writeFileSync(pidFile, String(pid));
}

/** npm's own record must agree with the lock file, and every folder in it must still be there. */
function isInstalled() {
  if (!existsSync(record) || !existsSync(nodeProgram())) return false;
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const installed = readJson(record).packages;
  return (
    Object.entries(wanted).every(([path, entry]) => !path || entry.optional || path in installed) &&
    Object.entries(installed).every(
      ([path, entry]) => isSame(entry, wanted[path]) && existsSync(join(root, path, 'package.json')),
    )
  );
}

function isSame(installed, wanted) {
  return installed.version === wanted?.version && installed.integrity === wanted.integrity;
}
