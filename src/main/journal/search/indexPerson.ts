import { indexText } from '../../../shared/search/words.ts';
import type { JournalContext } from '../context.ts';
import { readWords } from '../people/personWords.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

interface PersonSqlRow {
  readonly name: string;
  readonly preferred: string;
  readonly pronunciation: string;
  readonly metWhere: string;
  readonly intention: string;
  readonly notes: string;
}

/**
 * Puts the person `n` (names, ways to reach them, groups, notes and the like) into the full-text index. Call it inside the transaction
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
  /** Ways to reach them, details, facts that are true, dates, groups, tags, languages, how they were met, and the notes last. */
  readonly rest: readonly string[];
}

/** Reads what can be found of the person `n`; null if there is nobody. */
export function readPersonTexts(db: Store, n: number): PersonTexts | null {
  const row = statement<[number], PersonSqlRow>(
    db,
    `SELECT name, preferred_name AS preferred, pronunciation, met_where AS metWhere, intention, notes
     FROM person WHERE n = ?`,
  ).get(n);
  if (!row) return null;
  const words = readWords(db, n);
  const strings = (sql: string) => statement<[number], string>(db, sql).pluck().all(n);
  return {
    names: [
      row.name,
      row.preferred,
      ...strings('SELECT name FROM nickname WHERE person_n = ? ORDER BY position'),
      ...words.formerNames,
    ],
    rest: [
      ...strings("SELECT trim(label || ' ' || value) FROM contact_way WHERE person_n = ? ORDER BY position"),
      ...strings("SELECT label || ': ' || value FROM person_detail WHERE person_n = ? ORDER BY position"),
      ...strings(
        `SELECT iif(label = '', text, label || ': ' || text) FROM fact
         WHERE person_n = ? AND retired_on IS NULL ORDER BY created_at, id`,
      ),
      ...strings("SELECT label FROM person_date WHERE person_n = ? AND label <> '' ORDER BY position"),
      ...words.groups,
      ...words.tags,
      ...words.languages,
      row.pronunciation,
      row.metWhere,
      row.intention,
      row.notes,
    ],
  };
}
