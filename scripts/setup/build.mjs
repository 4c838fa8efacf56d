import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { dependencyCommand, root } from '../lib/paths.mjs';
import { runQuietly } from '../lib/run.mjs';
import { step } from '../lib/script.mjs';

const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

/** Says when the sources of the last whole build were read; an interrupted one leaves none. */
const stamp = join(root, 'out/.built');

/** Builds Kith, unless no source has changed since the last time. */
export async function buildIfStale() {
  const start = new Date();
  if (existsSync(stamp) && newestChange() < statSync(stamp).mtimeMs) return;
  rmSync(stamp, { force: true });
  const [node, ...build] = dependencyCommand('electron-vite', 'electron-vite');
  await step('building', () => runQuietly(node, [...build, 'build']));
  closeSync(openSync(stamp, 'w'));
  utimesSync(stamp, start, start);
}

function newestChange() {
  const paths = sources.map((name) => join(root, name)).filter((path) => existsSync(path));
  return Math.max(...paths.flatMap(listAll).map((path) => statSync(path).mtimeMs));
}

/** Folders count as well: theirs is the date that changes when a file is deleted. */
function listAll(path) {
  if (!statSync(path).isDirectory()) return [path];
  return [path, ...readdirSync(path, { recursive: true }).map((name) => join(path, String(name)))];
}
