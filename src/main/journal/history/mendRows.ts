import { KithError } from '../../../shared/contract/errors.ts';
import type { RecordKind } from '../../../shared/models/record.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { type RecordRows, type Row, recordTables } from './recordTables.ts';

/**
 * The rows of an older state of a record as they may stand in the journal today: people who have become one with
 * others meanwhile stand as those, people who are gone for good are left out, and so are imports and circles that are
 * no more. Fails with `notFound` when whom it is about is gone, so that nothing is left of it.
 */
export function mendRows(store: Store, kind: RecordKind, rows: RecordRows): RecordRows {
  const mended: Record<string, readonly Row[]> = {};
  for (const [i, { table, people }] of recordTables[kind].entries()) {
    const living = (rows[table] ?? []).flatMap((row): readonly Row[] => {
      const known = mendPeople(store, mendBatch(store, row), people);
      if (known === null && i === 0) {
        throw new KithError('notFound', 'Whom this is about is not in the journal any more.');
      }
      return known === null ? [] : [known];
    });
    mended[table] = living;
  }
  const [tie] = kind === 'tie' ? (mended['tie'] ?? []) : [];
  if (tie && tie['from_n'] === tie['to_n']) {
    throw new KithError('notFound', 'The two people of this tie have become one.');
  }
  return mended;
}

function mendPeople(store: Store, row: Row, columns: readonly string[]): Row | null {
  const mended = { ...row };
  for (const column of columns) {
    const n = livingNumber(store, Number(row[column]));
    if (n === undefined) return null;
    mended[column] = n;
  }
  return mended;
}

/** The number by which somebody goes today, also in the trash; undefined for who is gone for good. */
function livingNumber(store: Store, n: number): number | undefined {
  return statement<[number, number, number], number>(
    store,
    `SELECT n FROM person WHERE n = ? UNION ALL
     SELECT person_n FROM person_alias WHERE old_n = ? UNION ALL
     SELECT person_n FROM trash WHERE person_n = ? LIMIT 1`,
  )
    .pluck()
    .get(n, n, n);
}

function mendBatch(store: Store, row: Row): Row {
  const batchId = row['batch_id'];
  if (typeof batchId !== 'string') return row;
  const known = statement<[string]>(store, 'SELECT 1 FROM import_batch WHERE id = ?').get(batchId);
  return known === undefined ? { ...row, batch_id: null } : row;
}
