import type { Statement } from 'better-sqlite3';
import type { Store } from './openStore.ts';

const caches = new WeakMap<Store, Map<string, Statement>>();

/**
 * The prepared statement of `sql`, made once per open store. For hot paths, and for SQL literals only: text put
 * together from parts would fill the cache.
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
  }
  return prepared as Statement<Parameters, Row>;
}
