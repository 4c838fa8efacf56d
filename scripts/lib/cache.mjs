import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './run.mjs';

/**
 * Makes a file or folder once and keeps it outside the checkout, for every checkout on the machine.
 *
 * `make` works in a folder of its own and returns the path of what it made there; one rename then puts it in
 * place. So whatever stands in the cache is whole, however a run was interrupted, and two runs at once do
 * each other no harm.
 * @param {string} name a name that changes whenever the content should
 * @param {(workshop: string) => Promise<string>} make
 * @returns {Promise<string>} where it is
 */
export async function makeOnce(name, make) {
  const place = cachedPath(name);
  if (existsSync(place)) return place;
  removeAbandoned(name);
  const workshop = `${place}.partial-${process.pid}`;
  mkdirSync(workshop, { recursive: true });
  try {
    moveInto(place, await make(workshop));
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return place;
}

/**
 * @param {string} name
 * @returns {string} where the cache keeps it, or would
 */
export function cachedPath(name) {
  return join(cacheFolder(), name);
}

function cacheFolder() {
  // What root sets up is also read by the ordinary user who runs the tests, and root's home is closed to him.
  const shared = process.getuid?.() === 0 ? '/var/cache' : join(homedir(), '.cache');
  return join(process.env.XDG_CACHE_HOME || shared, 'kith-dev');
}

/** Another run may have finished first. Its result is as good as ours. */
function moveInto(place, made) {
  try {
    renameSync(made, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}

/** An interrupted run can't tidy up after itself, so the next one does. */
function removeAbandoned(name) {
  mkdirSync(cacheFolder(), { recursive: true });
  const start = `${name}.partial-`;
  for (const entry of readdirSync(cacheFolder())) {
    if (entry.startsWith(start) && !isAlive(Number(entry.slice(start.length)))) {
      rmSync(cachedPath(entry), { recursive: true, force: true, maxRetries: 5 });
    }
  }
}
