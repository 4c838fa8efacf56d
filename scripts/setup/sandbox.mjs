import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { succeeds } from '../lib/run.mjs';
import { Stop, say } from '../lib/script.mjs';

/** As an ordinary user, succeeds where the kernel grants what Chromium builds its sandbox from. */
export const sandboxProbe = ['unshare', '--user', '--map-root-user', 'true'];

/**
 * Whether Chromium's sandbox works for the user who runs this. If not, says so: the stand-in Electron may then
 * be started without one, the official one may not.
 * @param {import('./electron.mjs').Electron} electron
 * @returns {boolean}
 */
export function decideSandbox(electron) {
  if (process.platform !== 'linux' || hasSandbox(electron.program)) return true;
  const reason = isRoot() ? 'Chromium has no sandbox for root' : 'the system allows Chromium no sandbox';
  if (!electron.isStandIn) throw new Stop(`${reason}; ${adviseOnSandbox(electron.program)}`);
  say(`${reason}, so Kith runs without one (--no-sandbox)`);
  return false;
}

export function isRoot() {
  return process.getuid?.() === 0;
}

function hasSandbox(program) {
  const [probe, ...args] = sandboxProbe;
  return !isRoot() && (isHelperInstalled(program) || succeeds(probe, args));
}

/** Chromium's older way, for systems without user namespaces: a helper that belongs to root and is set-uid. */
function isHelperInstalled(program) {
  const { uid, mode } = statSync(helperOf(program));
  return uid === 0 && (mode & 0o4000) !== 0;
}

function adviseOnSandbox(program) {
  if (isRoot()) return 'please start Kith as an ordinary user';
  const helper = helperOf(program);
  return `please run: sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`;
}

function helperOf(program) {
  return join(dirname(program), 'chrome-sandbox');
}
