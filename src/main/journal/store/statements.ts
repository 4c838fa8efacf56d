import type { Statement } from 'better-sqlite3';
import type { Store } from './openStore.ts';

const caches = new WeakMap<Store, Map<string, Statement>>();

/**
 * The prepared statement of `sql`, made once per open store. For hot paths, and for SQL literals only: text put
 * together from parts would fill the cache. It gives whole rows; say `pluck()` or `raw()` at each use.
 */
export function statement<Parameters extends unknown[] = unknown[], Row = unknown>(
  store: Store,
  sql: string,
): Statement<Parameters, Row> {
  let cache = caches.get(store);
  if (!cache) {
    cache = new Map();
    caches.set(store, cache);
  }
  let prepared = cache.get(sql);
  if (!prepared) {
    prepared = store.prepare(sql);
    cache.set(sql, prepared);
  } else if (prepared.reader && !prepared.busy) {
    // The same words may be used elsewhere for single values.
    prepared.pluck(false).raw(false);
  }
  return prepared as Statement<Parameters, Row>;
}
