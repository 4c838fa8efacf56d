import { ensureDependencies } from './dependencies.mjs';
import { ensureElectron } from './electron.mjs';
import { placeCompatibleSqlite } from './sqlite.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/**
 * Sets up what runs without a window: the dependencies, among them a newer Node.
 * @param {...Parameters<typeof ensureSystemPackages>[0]} purposes what else the system is to be good for
 */
export async function prepareNode(...purposes) {
  // What root sets up has to be readable by the ordinary user who runs the end-to-end tests.
  if (process.getuid?.() === 0) process.umask(0o022);
  await ensureDependencies();
  await ensureSystemPackages(...purposes);
}

/**
 * Sets up what it takes to open a window as well.
 * @param {...Parameters<typeof ensureSystemPackages>[0]} purposes what else the system is to be good for
 * @returns {Promise<import('./electron.mjs').Electron>}
 */
export async function prepareElectron(...purposes) {
  await prepareNode('window', ...purposes);
  const electron = await ensureElectron();
  if (electron.isStandIn) await placeCompatibleSqlite();
  return electron;
}
