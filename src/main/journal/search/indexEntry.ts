import type { Channel, Role } from '../../../shared/models/entry.ts';
import {
  anyEntryFacet,
  begunByFacet,
  channelFacet,
  personFacet,
  tagFacet,
  takesPartFacet,
} from '../../../shared/search/facets.ts';
import { hideMentions } from '../../../shared/search/hideMentions.ts';
import { indexText } from '../../../shared/search/words.ts';
import type { JournalContext } from '../context.ts';
import { preparedOnce } from './statements.ts';
import { learnWords } from './vocabulary.ts';

/**
 * Puts the entry `k`, with its people and tags, into the full-text indices. Call it inside the transaction that wrote
 * the row, after all its rows are there.
 */
export function indexEntry(context: JournalContext, k: number): void {
  learnWords(context.db, writeEntryIndex(context, k));
  count(context);
}

/** Takes the entry `k` out of the indices. Call it inside the transaction, before any of its rows change. */
export function unindexEntry({ db }: JournalContext, k: number): void {
  const sql = statements(db);
  // An entry that still waits has nothing in the indices yet.
  if (sql.dropPending.run(k).changes > 0) return;
  sql.dropTyping.run(k);
  sql.dropHead.run(k);
  sql.dropFull.run(k);
  sql.countChange.run();
}

/**
 * The work of {@link indexEntry} without learning words and counting the change, which bulk work does otherwise.
 * Answers with the text that was indexed.
 */
export function writeEntryIndex({ db }: JournalContext, k: number): string {
  const sql = statements(db);
  const row = sql.entry.get(k) as EntryText | undefined;
  if (!row) throw new Error('there is no such entry to index');
  const title = indexText(row.title);
  const body = indexText(hideMentions(row.body));
  const words = title === '' ? body : `${title}\n${body}`;
  sql.addTyping.run(k, `${words}\n${facetsOf(sql, k, row)}`);
  if (title !== '') sql.addHead.run(k, title);
  sql.addFull.run(k, title, body);
  return words;
}

interface EntryText {
  readonly title: string;
  readonly body: string;
  readonly channel: Channel;
  readonly begun_by: string | null;
}

function facetsOf(sql: ReturnType<typeof statements>, k: number, { channel, begun_by }: EntryText): string {
  const facets = [anyEntryFacet, channelFacet(channel)];
  for (const row of sql.people.iterate(k) as Iterable<{ n: number; role: Role }>) {
    facets.push(personFacet(row.n));
    if (row.role === 'with') facets.push(takesPartFacet(row.n));
  }
  for (const n of sql.tags.iterate(k) as Iterable<number>) facets.push(tagFacet(n));
  if (begun_by === 'me') facets.push(begunByFacet('me'));
  else if (begun_by !== null) {
    const n = sql.personNumber.get(begun_by) as number | undefined;
    if (n !== undefined) facets.push(begunByFacet(n));
  }
  return facets.join(' ');
}

function count({ db }: JournalContext): void {
  statements(db).countChange.run();
}

const statements = preparedOnce((db) => ({
  entry: db.prepare('SELECT title, body, channel, begun_by FROM entry WHERE k = ?'),
  people: db.prepare('SELECT person_n AS n, role FROM entry_person WHERE k = ?'),
  tags: db.prepare('SELECT tag_n FROM entry_tag WHERE k = ?').pluck(),
  personNumber: db.prepare('SELECT n FROM person WHERE id = ?').pluck(),
  addTyping: db.prepare('INSERT INTO entry_typing (rowid, txt) VALUES (?, ?)'),
  addHead: db.prepare('INSERT INTO head_typing (rowid, txt) VALUES (?, ?)'),
  addFull: db.prepare('INSERT INTO entry_fts (rowid, title, body) VALUES (?, ?, ?)'),
  dropPending: db.prepare('DELETE FROM index_pending WHERE k = ?'),
  dropTyping: db.prepare('DELETE FROM entry_typing WHERE rowid = ?'),
  dropHead: db.prepare('DELETE FROM head_typing WHERE rowid = ?'),
  dropFull: db.prepare('DELETE FROM entry_fts WHERE rowid = ?'),
  countChange: db.prepare('UPDATE index_state SET changes = changes + 1'),
}));
