import { KithError } from '../../../shared/contract/errors.ts';
import type { ImportBatch } from '../../../shared/contract/transfer.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

type NewBatch = Pick<ImportBatch, 'id' | 'format' | 'sourceName' | 'startedAt'>;

/** Writes down that an import has begun. Until it is finished it counts as unfinished, whatever happens. */
export function startBatch({ db }: JournalContext, { id, format, sourceName, startedAt }: NewBatch): void {
  const insert = statement(
    db,
    "INSERT INTO import_batch (id, format, source_name, state, started_at) VALUES (?, ?, ?, 'unfinished', ?)",
  );
  db.transaction(() => insert.run(id, format, sourceName, startedAt))();
}

export function finishBatch({ db }: JournalContext, id: string): void {
  mark(db, 'done', id);
}

/** Writes down that what a batch brought is gone, or kept because it was changed. */
export function markTakenBack({ db }: JournalContext, id: string): void {
  mark(db, 'takenBack', id);
}

/** In a transaction, so that it counts as a commit; see store/countCommits.ts. */
function mark(db: Store, state: ImportBatch['state'], id: string): void {
  const update = statement(db, 'UPDATE import_batch SET state = ? WHERE id = ?');
  db.transaction(() => update.run(state, id))();
}

/** Forgets a batch that came to nothing. One that left something, if only in the trash, keeps its line. */
export function dropBatch({ db }: JournalContext, id: string): void {
  const drop = statement(
    db,
    `DELETE FROM import_batch WHERE id = @id
       AND NOT EXISTS (SELECT 1 FROM entry WHERE batch_id = @id)
       AND NOT EXISTS (SELECT 1 FROM person WHERE batch_id = @id)
       AND NOT EXISTS (SELECT 1 FROM fact WHERE batch_id = @id)
       AND NOT EXISTS (SELECT 1 FROM trash WHERE deleted_at >= started_at)`,
  );
  db.transaction(() => drop.run({ id }))();
}

export function hasBatch({ db }: JournalContext, id: string): boolean {
  return statement(db, 'SELECT 1 FROM import_batch WHERE id = ?').get(id) !== undefined;
}

interface BatchRow {
  readonly id: string;
  readonly format: ImportBatch['format'];
  readonly source_name: string;
  readonly state: ImportBatch['state'];
  readonly started_at: number;
  readonly people: number;
  readonly entries: number;
}

/** All imports, newest first, with what is left of each. */
export function listBatches({ db }: JournalContext): ImportBatch[] {
  return statement<[], BatchRow>(
    db,
    `SELECT id, format, source_name, state, started_at,
       (SELECT count(*) FROM person WHERE batch_id = import_batch.id) AS people,
       (SELECT count(*) FROM entry WHERE batch_id = import_batch.id) AS entries
     FROM import_batch ORDER BY started_at DESC, id DESC`,
  )
    .all()
    .map(toBatch);
}

/** One import. Fails with `notFound`. */
export function readBatch({ db }: JournalContext, id: string): ImportBatch {
  const row = statement<[string], BatchRow>(
    db,
    `SELECT id, format, source_name, state, started_at,
       (SELECT count(*) FROM person WHERE batch_id = import_batch.id) AS people,
       (SELECT count(*) FROM entry WHERE batch_id = import_batch.id) AS entries
     FROM import_batch WHERE id = ?`,
  ).get(id);
  if (!row) throw new KithError('notFound', 'This import is not in the journal any more.');
  return toBatch(row);
}

function toBatch(row: BatchRow): ImportBatch {
  return {
    id: row.id,
    format: row.format,
    sourceName: row.source_name,
    state: row.state,
    startedAt: row.started_at,
    peopleCount: row.people,
    entryCount: row.entries,
  };
}
