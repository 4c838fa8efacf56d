import type { Store } from '../../../src/main/journal/store/openStore.ts';

/** What SQLite finds wrong with a store: pages, indices, links between rows, the structure of full-text indices. */
export function findFaults(store: Store): readonly string[] {
  const faults = (store.pragma('integrity_check') as readonly { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
  const loose = store.pragma('foreign_key_check') as readonly { table: string }[];
  return [...faults, ...loose.map(({ table }) => `a row of ${table} points nowhere`), ...ftsFaults(store)];
}

function ftsFaults(store: Store): readonly string[] {
  return store
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%USING fts5 (%' ORDER BY name`,
    )
    .pluck()
    .all()
    .flatMap((name) => {
      try {
        store.prepare(`INSERT INTO ${name} (${name}) VALUES ('integrity-check')`).run();
        return [];
      } catch (error) {
        return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
      }
    });
}
