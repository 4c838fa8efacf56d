import { KithError } from '../../../shared/contract/errors.ts';
import type { EntryDraft } from '../../../shared/models/entry.ts';
import type { JournalContext } from '../context.ts';
import { clearDraft } from '../drafts/drafts.ts';
import { indexEntry, unindexEntry } from '../search/indexEntry.ts';
import { statement } from '../store/statements.ts';
import { dayOfKey, placeEntry } from './entryKey.ts';
import { clearLinks, workOutLinks, writeLinks } from './entryLinks.ts';
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

/** Saves a changed entry, and clears the draft it was written in. Fails with `notFound` or `badInput`. */
export function updateEntry(
  context: JournalContext,
  id: string,
  draft: EntryDraft,
  draftSlot: string | undefined,
): void {
  const people = context.db.transaction(() => {
    if (draftSlot !== undefined) clearDraft(context.db, draftSlot);
    return rewriteEntry(context, id, draft);
  })();
  tellChanged(context, people, draftSlot);
}

interface WrittenEntry {
  readonly k: number;
  readonly time: string | null;
  readonly body: string;
}

/** Rewrites the rows of an entry and says whom it named or names. */
function rewriteEntry(context: JournalContext, id: string, draft: EntryDraft): readonly number[] {
  const { db } = context;
  const old = statement<[string], WrittenEntry>(db, 'SELECT k, time, body FROM entry WHERE id = ?').get(id);
  if (!old) throw entryNotFound();
  const links = workOutLinks(context, draft, old.body);
  const stays = dayOfKey(old.k) === draft.day && old.time === draft.time;
  const k = stays ? old.k : placeEntry(db, draft.day, draft.time, old.k);
  unindexEntry(context, old.k);
  const before = clearLinks(db, old.k);
  statement(
    db,
    `UPDATE entry
     SET k = ?, time = ?, channel = ?, begun_by = ?, title = ?, body = ?, changed_at = ?
     WHERE k = ?`,
  ).run(k, draft.time, draft.channel, draft.begunBy, draft.title, draft.body, context.clock.now(), old.k);
  writeLinks(db, k, links);
  indexEntry(context, k);
  return [...before, ...links.people.keys()];
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
