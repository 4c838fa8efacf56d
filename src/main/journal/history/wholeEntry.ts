import { z } from 'zod';
import { entryDraft, participant, type Role } from '../../../shared/models/entry.ts';
import { id, instant } from '../../../shared/models/ids.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey, placeEntry } from '../entries/entryKey.ts';
import { linkedPeople, tagNumber } from '../entries/entryLinks.ts';
import { readEntries } from '../entries/readEntries.ts';
import { writeExchanges } from '../exchanges/writeExchanges.ts';
import { mergedEntryLink, readMergedLinks, restoreMergedLinks } from '../people/merge/mergedEntry.ts';
import { numberOfAnybody } from '../people/personNumbers.ts';
import { tendMarkedPromises } from '../promises/markedPromises.ts';
import { indexEntry, unindexEntry } from '../search/indexEntry.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { refuseTaken } from '../store/storeErrors.ts';

/**
 * An entry with all that its rows hold, so that it can be put back as it was. Kept as JSON; what lies there was valid
 * when it was written, and today's limits must not keep it there.
 */
export const wholeEntry = z.object({
  id,
  /** Its place in time. Missing where an older Kith wrote it. */
  k: z.int().optional(),
  entry: entryDraft.omit({ people: true }).extend({ title: z.string(), body: z.string() }),
  /** People in the trash are among them. Places are missing where an older Kith wrote it. */
  people: z.array(participant.extend({ position: z.int().optional() })),
  origin: z.string().nullable(),
  batchId: z.string().nullable(),
  createdAt: instant,
  changedAt: instant,
  /** Not there where nobody of it was merged with somebody. */
  mergedLinks: z.array(mergedEntryLink).optional(),
});
export type WholeEntry = z.infer<typeof wholeEntry>;

interface SourceSqlRow {
  readonly origin: string | null;
  readonly batch_id: string | null;
  readonly begun_by: string | null;
}

interface PersonSqlRow {
  readonly personId: string;
  readonly role: Role;
  readonly position: number;
}

/** Reads all of the entry at `k`, which must be there. */
export function readWholeEntry(store: Store, k: number): WholeEntry {
  const [entry] = readEntries(store, [k]);
  const source = statement<[number], SourceSqlRow>(
    store,
    'SELECT origin, batch_id, begun_by FROM entry WHERE k = ?',
  ).get(k);
  if (!entry || !source) throw new Error('there is no such entry to read');
  const { id, people: _people, createdAt, changedAt, ...rest } = entry;
  const mergedLinks = readMergedLinks(store, k);
  return {
    id,
    k,
    // As it is written: who began it may go by another id since.
    entry: { ...rest, begunBy: source.begun_by },
    people: readPeople(store, k),
    origin: source.origin,
    batchId: source.batch_id,
    createdAt,
    changedAt,
    ...(mergedLinks.length === 0 ? {} : { mergedLinks }),
  };
}

function readPeople(store: Store, k: number): PersonSqlRow[] {
  return statement<[number], PersonSqlRow>(
    store,
    `SELECT ifnull(person.id, trash.subject_id) AS personId, link.role, link.position
     FROM entry_person AS link INDEXED BY entry_person_by_entry
     LEFT JOIN person ON person.n = link.person_n
     LEFT JOIN trash ON trash.person_n = link.person_n
     WHERE link.k = ? AND ifnull(person.id, trash.subject_id) IS NOT NULL
     ORDER BY link.position`,
  ).all(k);
}

/**
 * Puts an entry into the journal as it was, inside the caller's transaction, and into the index. People who are gone
 * for good are left out. Fails with `alreadyThere` when its id or its place in an import's source has been taken.
 * @returns whom it names: `people.refresh` them after the commit
 */
export function insertWholeEntry(context: JournalContext, whole: WholeEntry): readonly number[] {
  const { db } = context;
  const { day, time, channel, begunBy, title, body } = whole.entry;
  const k = placeAsBefore(db, whole, null);
  refuseTaken('That entry is in the journal already.', () =>
    statement(
      db,
      `INSERT INTO entry (k, id, time, channel, begun_by, title, body, origin, batch_id, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM import_batch WHERE id = ?), ?, ?)`,
    ).run(
      k,
      whole.id,
      time,
      channel,
      begunBy,
      title,
      body,
      whole.origin,
      whole.batchId,
      whole.createdAt,
      whole.changedAt,
    ),
  );
  if (dayOfKey(k) !== day) throw new Error('an entry was placed on another day');
  return writeLinksAndIndex(context, k, whole);
}

/**
 * Makes the entry at `k` what it was, inside the caller's transaction, with its index.
 * @returns whom it named and names: `people.refresh` them after the commit
 */
export function overwriteEntry(context: JournalContext, k: number, whole: WholeEntry): readonly number[] {
  const { db } = context;
  const { time, channel, begunBy, title, body } = whole.entry;
  const before = linkedPeople(db, k);
  unindexEntry(context, k);
  statement(db, 'DELETE FROM entry_person WHERE k = ?').run(k);
  statement(db, 'DELETE FROM entry_tag WHERE k = ?').run(k);
  statement(db, 'DELETE FROM entry_circle WHERE k = ?').run(k);
  const place = placeAsBefore(db, whole, k);
  statement(
    db,
    `UPDATE entry SET k = ?, time = ?, channel = ?, begun_by = ?, title = ?, body = ?, changed_at = ?
     WHERE k = ?`,
  ).run(place, time, channel, begunBy, title, body, whole.changedAt, k);
  return [...before, ...writeLinksAndIndex(context, place, whole)];
}

/** The key it had, if that is still free; otherwise the one that its day and time ask for. `own` counts as free. */
function placeAsBefore(store: Store, { k, entry }: WholeEntry, own: number | null): number {
  const isFree = (key: number) =>
    key === own || statement<[number]>(store, 'SELECT 1 FROM entry WHERE k = ?').get(key) === undefined;
  return k !== undefined && isFree(k) ? k : placeEntry(store, entry.day, entry.time, own);
}

function writeLinksAndIndex(
  context: JournalContext,
  k: number,
  { people, entry, mergedLinks = [] }: WholeEntry,
): readonly number[] {
  const { db } = context;
  const links = new Map<number, { readonly role: Role; readonly position: number }>();
  for (const [i, { personId, role, position = i }] of people.entries()) {
    const n = numberOfAnybody(db, personId);
    // Two who are one by now are in it once.
    if (n !== undefined && links.get(n)?.role !== 'with') links.set(n, { role, position });
  }
  const insert = statement(db, 'INSERT INTO entry_person (person_n, role, k, position) VALUES (?, ?, ?, ?)');
  for (const [n, { role, position }] of links) insert.run(n, role, k, position);
  restoreMergedLinks(db, k, mergedLinks);
  for (const tag of entry.tags) {
    statement(db, 'INSERT OR IGNORE INTO entry_tag (tag_n, k) VALUES (?, ?)').run(tagNumber(db, tag), k);
  }
  writeExchanges(db, k, entry.body);
  tendMarkedPromises(context, k);
  indexEntry(context, k);
  return [...links.keys(), ...mergedLinks.map(({ gone }) => gone)];
}
