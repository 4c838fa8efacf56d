import { quoteName } from '../backups/contentHash.ts';
import type { Store } from '../store/openStore.ts';

/** What must be known of a table to read it around pages that cannot be read. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of the key that its pages are in the order of. */
  readonly key: readonly string[];
  /** What its other indices hold, beside the key. They lie in pages of their own. */
  readonly indices: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly isUnique: boolean;
  }[];
  /** The table whose key the first column of this one's key is, if there is one. */
  readonly parent: { readonly table: string; readonly column: string } | null;
}

/** The shape of `table`, which must be whole enough that its schema can be read. */
export function readShape(store: Store, table: string): TableShape {
  const columns = store
    .prepare<[string], { name: string; pk: number; type: string }>(
      'SELECT name, pk, type FROM pragma_table_info(?) ORDER BY cid',
    )
    .all(table);
  const isWithoutRowid = store
    .prepare<[string], number>("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?")
    .pluck()
    .get(table);
  const declared = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const [only] = declared;
  const isAlias = declared.length === 1 && only?.type === 'INTEGER';
  const key = isWithoutRowid || isAlias ? declared.map(({ name }) => name) : ['rowid'];
  return {
    name: table,
    columns: columns.map(({ name }) => name),
    key,
    indices: readIndices(store, table, isWithoutRowid === 1),
    parent: readParent(store, table, key[0]),
  };
}

function readIndices(store: Store, table: string, isWithoutRowid: boolean): TableShape['indices'] {
  return (
    store
      .prepare<[string], { name: string; partial: number; origin: string; unique: number }>(
        'SELECT name, partial, origin, "unique" FROM pragma_index_list(?)',
      )
      .all(table)
      // The index of a table without rowids' own key is the table.
      .filter(({ partial, origin }) => partial === 0 && !(isWithoutRowid && origin === 'pk'))
      .map(({ name, unique }) => ({
        name,
        isUnique: unique === 1,
        columns: store
          .prepare<[string], string>('SELECT name FROM pragma_index_xinfo(?) WHERE name IS NOT NULL')
          .pluck()
          .all(name),
      }))
  );
}

function readParent(store: Store, table: string, column: string | undefined): TableShape['parent'] {
  const row = store
    .prepare<[string, string], { table: string; to: string }>(
      'SELECT "table", "to" FROM pragma_foreign_key_list(?) WHERE "from" = ?',
    )
    .get(table, column ?? '');
  return row === undefined ? null : { table: row.table, column: row.to };
}

/** `"a", "b"`. */
export const listNames = (names: readonly string[]) => names.map(quoteName).join(', ');
