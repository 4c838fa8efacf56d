import { indexText } from '../../../shared/search/words.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/**
 * Puts the person `n` (names, contact ways, details, notes) into the full-text index. Call it inside the transaction
 * that wrote the row, after all its rows are there.
 */
export function indexPerson({ db }: JournalContext, n: number): void {
  const texts = readPersonTexts(db, n);
  if (!texts) throw new Error('there is no such person to index');
  const { names, rest } = texts;
  statement(db, 'INSERT INTO person_typing (rowid, names, rest) VALUES (?, ?, ?)').run(
    n,
    indexText(names.join('\n')),
    indexText(rest.join('\n')),
  );
}

/** Takes the person `n` out of the index. Call it inside the transaction, before any of its rows change. */
export function unindexPerson({ db }: JournalContext, n: number): void {
  statement(db, 'DELETE FROM person_typing WHERE rowid = ?').run(n);
}

/** Everything of a person that can be found: what they are called, and all else. */
export interface PersonTexts {
  readonly names: readonly string[];
  /** Ways to reach them, details, and the notes last. */
  readonly rest: readonly string[];
}

/** Reads what can be found of the person `n`; null if there is nobody. */
export function readPersonTexts(db: Store, n: number): PersonTexts | null {
  const row = statement<[number], { name: string; preferred: string; notes: string }>(
    db,
    'SELECT name, preferred_name AS preferred, notes FROM person WHERE n = ?',
  ).get(n);
  if (!row) return null;
  const strings = (sql: string) => statement<[number], string>(db, sql).pluck().all(n);
  return {
    names: [
      row.name,
      row.preferred,
      ...strings('SELECT name FROM nickname WHERE person_n = ? ORDER BY position'),
    ],
    rest: [
      ...strings("SELECT trim(label || ' ' || value) FROM contact_way WHERE person_n = ? ORDER BY position"),
      ...strings("SELECT label || ': ' || value FROM person_detail WHERE person_n = ? ORDER BY position"),
      row.notes,
    ],
  };
}
