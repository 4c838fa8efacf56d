import ground from '../migrations/0001_ground.sql?raw';
import index from '../migrations/0002_index.sql?raw';
import history from '../migrations/0003_history.sql?raw';
import peopleWorthKnowing from '../migrations/0004_people.sql?raw';
import type { Store } from './openStore.ts';

/** Every migration, in order; the first is schema version 1. Only ever added to. */
export const migrations: readonly string[] = [ground, index, history, peopleWorthKnowing];

/**
 * Brings the schema of an open store, which is none of a newer version (see openStore.ts), to the newest version, each
 * step in a transaction of its own: a step that fails leaves the version before it. `before` is called first, if there
 * is anything to change in a journal that holds something: if it fails, nothing is changed.
 */
export function migrate(
  store: Store,
  steps: readonly string[] = migrations,
  before: () => void = () => undefined,
): void {
  const version = Number(store.pragma('user_version', { simple: true }));
  if (version > 0 && version < steps.length) before();
  steps.slice(version).forEach((sql, i) => {
    store.transaction(() => {
      store.exec(sql);
      store.pragma(`user_version=${version + i + 1}`);
    })();
  });
}
