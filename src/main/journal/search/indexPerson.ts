import { indexText } from '../../../shared/search/words.ts';
import type { JournalContext } from '../context.ts';
import { preparedOnce } from './statements.ts';

/**
 * Puts the person `n` (names, contact ways, details, notes) into the full-text index. Call it inside the transaction
 * that wrote the row, after all its rows are there.
 */
export function indexPerson({ db }: JournalContext, n: number): void {
  const sql = statements(db);
  const row = sql.person.get(n) as { name: string; preferred: string; notes: string } | undefined;
  if (!row) throw new Error('there is no such person to index');
  const names = [row.name, row.preferred, ...(sql.nicknames.all(n) as string[])];
  const rest = [...(sql.ways.all(n) as string[]), ...(sql.details.all(n) as string[]), row.notes];
  sql.add.run(n, indexText(names.join('\n')), indexText(rest.join('\n')));
}

/** Takes the person `n` out of the index. Call it inside the transaction, before any of its rows change. */
export function unindexPerson({ db }: JournalContext, n: number): void {
  statements(db).drop.run(n);
}

const statements = preparedOnce((db) => ({
  person: db.prepare('SELECT name, preferred_name AS preferred, notes FROM person WHERE n = ?'),
  nicknames: db.prepare('SELECT name FROM nickname WHERE person_n = ?').pluck(),
  ways: db.prepare("SELECT label || ' ' || value FROM contact_way WHERE person_n = ?").pluck(),
  details: db.prepare("SELECT label || ' ' || value FROM person_detail WHERE person_n = ?").pluck(),
  add: db.prepare('INSERT INTO person_typing (rowid, names, rest) VALUES (?, ?, ?)'),
  drop: db.prepare('DELETE FROM person_typing WHERE rowid = ?'),
}));
