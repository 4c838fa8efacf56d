import type { Store } from '../store/openStore.ts';

/** Prepares statements once a database, for paths where preparing would be felt. */
export function preparedOnce<T>(prepare: (db: Store) => T): (db: Store) => T {
  const prepared = new WeakMap<Store, T>();
  return (db) => {
    let statements = prepared.get(db);
    if (statements === undefined) {
      statements = prepare(db);
      prepared.set(db, statements);
    }
    return statements;
  };
}
