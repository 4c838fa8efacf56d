import { quoteName } from '../backups/contentHash.ts';
import type { Store } from '../store/openStore.ts';

/**
 * Drops references to rows that are not there (rows that are nothing without them go as well), and makes anew what
 * follows from other tables. For a store whose triggers and foreign keys are off.
 */
export function mendLinks(store: Store, tables: readonly string[]): void {
  for (const table of tables) mendTable(store, table);
  store.exec(`
    -- Somebody in the trash keeps their links; those of somebody who was lost lead nowhere.
    DELETE FROM entry_person WHERE person_n NOT IN (
      SELECT n FROM person UNION SELECT json_extract(content, '$.n') FROM trash WHERE kind = 'person');
    DELETE FROM person_tally;
    INSERT INTO person_tally (person_n, entry_count, last_with_k, last_mentioned_k)
    SELECT person_n, count(*), max(k) FILTER (WHERE role = 'with'), max(k) FILTER (WHERE role = 'mentioned')
    FROM entry_person WHERE person_n IN (SELECT n FROM person) GROUP BY person_n;
    DELETE FROM entry_circle;
    INSERT OR IGNORE INTO entry_circle (circle_id, k)
    SELECT circle_id, k FROM entry_person JOIN person ON person.n = entry_person.person_n
    WHERE circle_id IS NOT NULL;
    UPDATE tag SET entry_count = (SELECT count(*) FROM entry_tag WHERE tag_n = tag.n);
    -- No version of the rules has this number, so that the full-text indices are made anew.
    UPDATE index_state SET version = 0;
  `);
}

interface Reference {
  readonly from: string;
  readonly table: string;
  readonly to: string;
}

function mendTable(store: Store, table: string): void {
  const references = store
    .prepare<[string], Reference>('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)')
    .all(table);
  const needed = new Set(
    store
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE "notnull" = 1 OR pk > 0')
      .pluck()
      .all(table),
  );
  for (const reference of references) {
    const column = quoteName(reference.from);
    const isGone = `${column} IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM ${quoteName(reference.table)} AS parent
      WHERE parent.${quoteName(reference.to)} = ${quoteName(table)}.${column})`;
    store.exec(
      needed.has(reference.from)
        ? `DELETE FROM ${quoteName(table)} WHERE ${isGone}`
        : `UPDATE ${quoteName(table)} SET ${column} = NULL WHERE ${isGone}`,
    );
  }
}
