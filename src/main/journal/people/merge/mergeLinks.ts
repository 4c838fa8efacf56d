import type { JournalContext } from '../../context.ts';
import { indexEntry, unindexEntry } from '../../search/indexEntry.ts';
import type { Store } from '../../store/openStore.ts';
import { statement } from '../../store/statements.ts';

/** So many entries are indexed anew at once; of more, the index keeps the old number, which is looked for as well. */
const FEW = 100;

/**
 * Gives the links to entries of the person `gone` to the person `kept`, inside the caller's transaction, and notes which
 * they were. `gone` is out of `person` by then, so that no trigger counts each of them. 100,000 take about half a second.
 */
export function mergeLinks(context: JournalContext, gone: number, kept: number): void {
  const { db } = context;
  statement(
    db,
    `INSERT INTO merged_link (gone_n, k, role, position, kept_role)
     SELECT own.person_n, own.k, own.role, own.position,
       (SELECT role FROM entry_person AS other WHERE other.k = own.k AND other.person_n = @kept)
     FROM entry_person AS own WHERE own.person_n = @gone`,
  ).run({ gone, kept });
  // Nobody is in an entry twice: who took part in it counts as that, whichever of the two it was.
  statement(
    db,
    `DELETE FROM entry_person WHERE person_n = @gone
     AND k IN (SELECT k FROM merged_link WHERE gone_n = @gone AND kept_role IS NOT NULL)`,
  ).run({ gone });
  statement(
    db,
    `UPDATE entry_person SET role = 'with' WHERE person_n = @kept AND role = 'mentioned'
     AND k IN (SELECT k FROM merged_link WHERE gone_n = @gone AND kept_role = 'mentioned' AND role = 'with')`,
  ).run({ gone, kept });
  statement(db, 'UPDATE entry_person SET person_n = @kept WHERE person_n = @gone').run({ gone, kept });
  statement(db, 'DELETE FROM link_work WHERE person_n = ?').run(gone);
  countLinks(db, kept);
  indexFew(context, gone);
}

export interface Unmerging {
  readonly gone: number;
  readonly kept: number;
  /** When they were merged, and by which rules the index was made then; null where some entries waited for it. */
  readonly since: number;
  readonly indexVersion: number | null;
}

/**
 * Takes {@link mergeLinks} back, inside the caller's transaction: `gone`, who is in the journal again, gets those
 * entries that still name `kept`; how they name them today stays, but where both were in them.
 */
export function unmergeLinks(context: JournalContext, { gone, kept, since, indexVersion }: Unmerging): void {
  const { db } = context;
  const both = statement<[number], { k: number; role: string; position: number; kept_role: string }>(
    db,
    'SELECT k, role, position, kept_role FROM merged_link WHERE gone_n = ? AND kept_role IS NOT NULL',
  ).all(gone);
  const isThere = statement(db, 'SELECT 1 FROM entry_person WHERE person_n = ? AND k = ?');
  const setRole = statement(db, 'UPDATE entry_person SET role = ? WHERE person_n = ? AND k = ?');
  const insert = statement(
    db,
    'INSERT OR IGNORE INTO entry_person (person_n, role, k, position) VALUES (?, ?, ?, ?)',
  );
  for (const { k, role, position, kept_role } of both) {
    if (isThere.get(kept, k) === undefined) continue;
    setRole.run(kept_role, kept, k);
    insert.run(gone, role, k, position);
  }
  statement(
    db,
    `UPDATE entry_person SET person_n = @gone WHERE person_n = @kept
     AND k IN (SELECT k FROM merged_link WHERE gone_n = @gone AND kept_role IS NULL)`,
  ).run({ gone, kept });
  for (const n of [gone, kept]) countLinks(db, n);
  if (!indexFew(context, gone)) indexWritten(context, gone, since, indexVersion);
}

/** What triggers keep otherwise, a link at a time; the circles of entries follow as after a move to another circle. */
function countLinks(store: Store, n: number): void {
  statement(store, 'DELETE FROM person_tally WHERE person_n = ?').run(n);
  statement(
    store,
    `INSERT INTO person_tally (person_n, entry_count, last_with_k, last_mentioned_k)
     SELECT @n,
       (SELECT count(*) FROM entry_person WHERE person_n = @n),
       (SELECT max(k) FROM entry_person WHERE person_n = @n AND role = 'with'),
       (SELECT max(k) FROM entry_person WHERE person_n = @n AND role = 'mentioned')
     WHERE EXISTS (SELECT 1 FROM entry_person WHERE person_n = @n)`,
  ).run({ n });
  statement(store, "INSERT OR REPLACE INTO link_work (person_n, after_role, after_k) VALUES (?, '', -1)").run(
    n,
  );
}

/** Indexes the entries anew if they are few, and says whether they were. */
function indexFew(context: JournalContext, gone: number): boolean {
  const keys = statement<[number, number], number>(
    context.db,
    'SELECT k FROM merged_link WHERE gone_n = ? LIMIT ?',
  )
    .pluck()
    .all(gone, FEW + 1);
  if (keys.length > FEW) return false;
  for (const k of keys) indexAnew(context, k);
  return true;
}

/** What was written, or indexed for the first time, while they were one stands in the index under the other's number. */
function indexWritten(context: JournalContext, gone: number, since: number, version: number | null): void {
  const { db } = context;
  const isVersion = statement<[number | null]>(db, 'SELECT 1 FROM index_state WHERE version IS ?').get(
    version,
  );
  if (isVersion === undefined) {
    // No version: the indices are made anew in quiet moments.
    statement(db, 'UPDATE index_state SET version = 0').run();
    return;
  }
  const keys = statement<[number, number], number>(
    db,
    `SELECT entry.k FROM merged_link CROSS JOIN entry ON entry.k = merged_link.k
     WHERE gone_n = ? AND changed_at >= ?`,
  )
    .pluck()
    .all(gone, since);
  for (const k of keys) indexAnew(context, k);
}

function indexAnew(context: JournalContext, k: number): void {
  unindexEntry(context, k);
  indexEntry(context, k);
}
