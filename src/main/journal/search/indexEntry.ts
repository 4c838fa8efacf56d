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
import { numberOfAnybody } from '../people/personNumbers.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { learnWords } from './vocabulary.ts';

/**
 * Puts the entry `k`, with its people and tags, into the full-text indices. Call it inside the transaction that wrote
 * the row, after all its rows are there.
 */
export function indexEntry({ db }: JournalContext, k: number): void {
  learnWords(db, writeEntryIndex(db, k));
  countChange(db);
}

/** Takes the entry `k` out of the indices. Call it inside the transaction, before any of its rows change. */
export function unindexEntry({ db }: JournalContext, k: number): void {
  // An entry that still waits has nothing in the indices yet.
  if (statement(db, 'DELETE FROM index_pending WHERE k = ?').run(k).changes > 0) return;
  statement(db, 'DELETE FROM entry_typing WHERE rowid = ?').run(k);
  statement(db, 'DELETE FROM head_typing WHERE rowid = ?').run(k);
  statement(db, 'DELETE FROM entry_fts WHERE rowid = ?').run(k);
  countChange(db);
}

/**
 * The work of {@link indexEntry} without learning words and counting the change, which bulk work does otherwise.
 * Answers with the text that was indexed.
 */
export function writeEntryIndex(db: Store, k: number): string {
  const row = statement<[number], EntryText>(
    db,
    'SELECT title, body, channel, begun_by FROM entry WHERE k = ?',
  ).get(k);
  if (!row) throw new Error('there is no such entry to index');
  const title = indexText(row.title);
  const body = indexText(hideMentions(row.body));
  const words = title === '' ? body : `${title}\n${body}`;
  const typed = `${words}\n${facetsOf(db, k, row)}`;
  statement(db, 'INSERT INTO entry_typing (rowid, txt) VALUES (?, ?)').run(k, typed);
  if (title !== '') statement(db, 'INSERT INTO head_typing (rowid, txt) VALUES (?, ?)').run(k, title);
  statement(db, 'INSERT INTO entry_fts (rowid, title, body) VALUES (?, ?, ?)').run(k, title, body);
  return words;
}

interface EntryText {
  readonly title: string;
  readonly body: string;
  readonly channel: Channel;
  readonly begun_by: string | null;
}

function facetsOf(db: Store, k: number, { channel, begun_by }: EntryText): string {
  const facets = [anyEntryFacet, channelFacet(channel)];
  const people = statement<[number], { n: number; role: Role }>(
    db,
    'SELECT person_n AS n, role FROM entry_person WHERE k = ?',
  );
  for (const { n, role } of people.iterate(k)) {
    facets.push(personFacet(n));
    if (role === 'with') facets.push(takesPartFacet(n));
  }
  const tags = statement<[number], number>(db, 'SELECT tag_n FROM entry_tag WHERE k = ?').pluck();
  for (const n of tags.iterate(k)) facets.push(tagFacet(n));
  const begun = begunBy(db, begun_by);
  if (begun !== null) facets.push(begunByFacet(begun));
  return facets.join(' ');
}

function begunBy(db: Store, begun: string | null): number | 'me' | null {
  if (begun === null || begun === 'me') return begun;
  // Somebody in the trash is found by it when they come back.
  return numberOfAnybody(db, begun) ?? null;
}

function countChange(db: Store): void {
  statement(db, 'UPDATE index_state SET changes = changes + 1').run();
}
