import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. (`import.meta.dirname` would not reach Node 18, which is to be told why it can't.) */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * The Node that the project brings along. Whatever runs after the set-up runs on this one, since the Node
 * that started the script may be older than the tools ask for.
 * @param {string} [checkout] the checkout, where it is seen under another path
 * @returns {string}
 */
export function nodeProgram(checkout = root) {
  return join(checkout, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * How to call a command that a dependency brings: our Node and the command's script. `node_modules/.bin`
 * holds shell wrappers on Windows, and would run on whichever Node is first on the PATH.
 * @param {string} dependency the package, such as `@playwright/test`
 * @param {string} command its command, such as `playwright`
 * @param {string} [checkout] the checkout, where it is seen under another path
 * @returns {[string, string]}
 */
export function dependencyCommand(dependency, command, checkout = root) {
  const folder = join('node_modules', dependency);
  const { bin } = readJson(join(root, folder, 'package.json'));
  return [nodeProgram(checkout), join(checkout, folder, typeof bin === 'string' ? bin : bin[command])];
}

/**
 * @param {string} file
 * @returns {any}
 */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
