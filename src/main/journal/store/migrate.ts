import { KithError } from '../../../shared/contract/errors.ts';
import ground from '../migrations/0001_ground.sql?raw';
import index from '../migrations/0002_index.sql?raw';
import type { Store } from './openStore.ts';

/** Every migration, in order; the first is schema version 1. Only ever added to. */
export const migrations: readonly string[] = [ground, index];

/**
 * Brings the file's schema to the newest version, each step in a transaction of its own.
 * A file from a newer Kith is refused with `newerSchema`, and not touched.
 */
export function migrate(store: Store, steps: readonly string[] = migrations): void {
  const version = Number(store.pragma('user_version', { simple: true }));
  if (version > steps.length) {
    throw new KithError(
      'newerSchema',
      'This journal was written by a newer version of Kith. Please install the newest version to open it; the file was not changed.',
    );
  }
  steps.slice(version).forEach((sql, i) => {
    store.transaction(() => {
      store.exec(sql);
      store.pragma(`user_version=${version + i + 1}`);
    })();
  });
}
