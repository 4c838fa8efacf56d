import { spawn, spawnSync } from 'node:child_process';
import { root } from './paths.mjs';
import { Stop } from './script.mjs';

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, onStart?: (pid: number) => void }} RunOptions */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

// Everywhere but on Windows a program leads a process group of its own, so that stopping a script also stops
// what its programs have started: a virtual display, a test runner's workers, an Electron.
const ownGroup = process.platform !== 'win32';

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const { pid } of running) if (pid) process.kill(ownGroup ? -pid : pid, signal);
    process.exit(1);
  });
}

/**
 * Runs a program whose output the reader sees.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code, 1 if a signal ended it
 */
export async function run(program, args, options = {}) {
  const child = start(program, args, options, ['ignore', 'inherit', 'inherit']);
  return ended(child, program);
}

/**
 * Runs a program whose output is of interest only if it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export async function runQuietly(program, args, options = {}) {
  const child = start(program, args, options, ['ignore', 'pipe', 'pipe']);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-8000);
    });
  }
  const code = await ended(child, program);
  if (code !== 0) throw new Stop(`${program} ${args[0] ?? ''} ended with code ${code}\n${output.trim()}`);
}

/**
 * Whether a short command succeeds.
 * @param {string} program
 * @param {string[]} args
 * @returns {boolean}
 */
export function succeeds(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** The environment less what would turn a started Electron into something else. */
export function electronEnvironment() {
  const { ELECTRON_RUN_AS_NODE, NODE_OPTIONS, ...rest } = process.env;
  return rest;
}

/**
 * @param {number} pid
 * @returns {boolean} whether there is such a process
 */
export function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function start(program, args, { cwd = root, env = process.env, onStart }, stdio) {
  const child = spawn(program, args, { cwd, env, stdio, detached: ownGroup });
  if (child.pid) onStart?.(child.pid);
  return child;
}

/** @returns {Promise<number>} */
function ended(child, program) {
  running.add(child);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      running.delete(child);
      reject(new Stop(`${program} could not be started: ${error.message}`));
    });
    child.once('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}
