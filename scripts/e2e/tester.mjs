import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { succeeds } from '../lib/run.mjs';
import { sandboxProbe } from '../setup/sandbox.mjs';

// Chromium keeps its sandbox from root, and Kith is to be tested with the sandbox on. So root hands the tests
// to an ordinary user, who has nothing but this purpose.
const tester = 'kith-tester';

/**
 * A way to run commands.
 * @typedef {object} Seat
 * @property {string[]} prefix what to put before a command
 * @property {string} checkout where that command sees the checkout
 */

/**
 * Finds a way for root to run the tests as an ordinary user with the sandbox on, the plainest first.
 * @param {string} program the Electron to be run
 * @param {string} workshop a folder for the tester to work in; becomes his
 * @returns {Seat | undefined} nothing where the system does not allow it
 */
export function seatTester(program, workshop) {
  if (!succeeds('id', ['-u', tester]) && !succeeds('/usr/sbin/useradd', ['--create-home', tester]))
    return undefined;
  if (!succeeds('chown', ['-R', tester, workshop])) return undefined;
  return [seatPlainly(), seatBeside(workshop)].find((seat) => isUsable(seat, program, workshop));
}

/** @returns {Seat} */
function seatPlainly() {
  return { prefix: ['runuser', '-u', tester, '--'], checkout: root };
}

/**
 * The checkout may lie where an ordinary user can't go, such as in root's home. He then sees it under another
 * path, which exists for this one command and vanishes with it.
 * @returns {Seat}
 */
function seatBeside(workshop) {
  const checkout = join(workshop, 'checkout');
  mkdirSync(checkout);
  const script = 'mount --bind "$1" "$2" && shift 2 && exec runuser -u "$0" -- "$@"';
  return { prefix: ['unshare', '--mount', 'sh', '-c', script, tester, root, checkout], checkout };
}

function isUsable({ prefix: [command, ...rest], checkout }, program, workshop) {
  const readable = 'test -r "$0/package.json" && test -x "$1" && test -w "$2"';
  const script = `${readable} && ${sandboxProbe.join(' ')}`;
  return succeeds(command, [...rest, 'sh', '-c', script, checkout, seenFrom(checkout, program), workshop]);
}

/**
 * @param {string} checkout where the checkout is seen
 * @param {string} path a path as we see it
 * @returns {string} the same from there
 */
export function seenFrom(checkout, path) {
  return path.startsWith(join(root, '/')) ? join(checkout, path.slice(root.length)) : path;
}
