import { KithError } from '../../../shared/contract/errors.ts';
import type { EntryDraft } from '../../../shared/models/entry.ts';
import type { JournalContext } from '../context.ts';
import { clearDraft } from '../drafts/drafts.ts';
import { keepEntryVersion } from '../history/versions.ts';
import { readWholeEntry } from '../history/wholeEntry.ts';
import { currentId } from '../people/aliases.ts';
import { tendMarkedPromises } from '../promises/markedPromises.ts';
import { indexEntry, unindexEntry } from '../search/indexEntry.ts';
import { statement } from '../store/statements.ts';
import { dayOfKey, placeEntry } from './entryKey.ts';
import { clearLinks, type EntryLinks, hasLinks, workOutLinks, writeLinks } from './entryLinks.ts';
import { insertEntry } from './insertEntry.ts';

/** Saves a new entry, and clears the draft it was written in. Fails with `badInput`; see {@link insertEntry}. */
export function createEntry(
  context: JournalContext,
  draft: EntryDraft,
  draftSlot: string | undefined,
): { readonly id: string } {
  const { id, personNumbers } = context.db.transaction(() => {
    if (draftSlot !== undefined) clearDraft(context.db, draftSlot);
    return insertEntry(context, draft, { index: 'now' });
  })();
  tellChanged(context, personNumbers, draftSlot);
  return { id };
}

/**
 * Saves a changed entry, and clears the draft it was written in. What it was before is kept; where it is the same,
 * nothing is written. Fails with `notFound` or `badInput`.
 * @returns the id of the version that was kept, or null if nothing changed
 */
export function updateEntry(
  context: JournalContext,
  id: string,
  draft: EntryDraft,
  draftSlot: string | undefined,
): string | null {
  const { kept, people } = context.db.transaction(() => {
    if (draftSlot !== undefined) clearDraft(context.db, draftSlot);
    return rewriteEntry(context, id, draft);
  })();
  tellChanged(context, people, draftSlot);
  return kept;
}

interface WrittenEntry {
  readonly k: number;
  readonly time: string | null;
  readonly channel: string;
  readonly begun_by: string | null;
  readonly title: string;
  readonly body: string;
}

interface Rewritten {
  /** The id of the version that was kept. */
  readonly kept: string | null;
  /** Whom the entry named or names. */
  readonly people: readonly number[];
}

/** Keeps what an entry is, and rewrites its rows. */
function rewriteEntry(context: JournalContext, id: string, given: EntryDraft): Rewritten {
  const { db } = context;
  const draft = { ...given, begunBy: given.begunBy && currentId(db, given.begunBy) };
  const old = statement<[string], WrittenEntry>(
    db,
    `SELECT k, time, channel,
       ifnull(
         (SELECT person.id FROM person_alias JOIN person ON n = person_n WHERE old_id = begun_by), begun_by
       ) AS begun_by,
       title, body
     FROM entry WHERE id = ?`,
  ).get(id);
  if (!old) throw entryNotFound();
  const links = workOutLinks(context, draft, old.body);
  if (isUnchanged(context, old, draft, links)) return { kept: null, people: [] };
  const kept = keepEntryVersion(context, readWholeEntry(db, old.k));
  const k = stays(old, draft) ? old.k : placeEntry(db, draft.day, draft.time, old.k);
  unindexEntry(context, old.k);
  const before = clearLinks(db, old.k);
  statement(
    db,
    `UPDATE entry
     SET k = ?, time = ?, channel = ?, begun_by = ?, title = ?, body = ?, changed_at = ?
     WHERE k = ?`,
  ).run(k, draft.time, draft.channel, draft.begunBy, draft.title, draft.body, context.clock.now(), old.k);
  writeLinks(db, k, links, draft.body);
  tendMarkedPromises(context, k);
  indexEntry(context, k);
  return { kept, people: [...before, ...links.people.keys()] };
}

function stays(old: WrittenEntry, draft: EntryDraft): boolean {
  return dayOfKey(old.k) === draft.day && old.time === draft.time;
}

function isUnchanged(
  { db }: JournalContext,
  old: WrittenEntry,
  draft: EntryDraft,
  links: EntryLinks,
): boolean {
  return (
    stays(old, draft) &&
    old.channel === draft.channel &&
    old.begun_by === draft.begunBy &&
    old.title === draft.title &&
    old.body === draft.body &&
    hasLinks(db, old.k, links)
  );
}

function tellChanged(
  context: JournalContext,
  personNumbers: Iterable<number>,
  draftSlot: string | undefined,
): void {
  context.people.refresh(personNumbers);
  context.changed('entry', 'person', 'tag', ...(draftSlot === undefined ? [] : (['draft'] as const)));
}

/** There is no entry with the id that was asked for. */
export function entryNotFound(): KithError {
  return new KithError('notFound', 'This entry is not in the journal any more.');
}
