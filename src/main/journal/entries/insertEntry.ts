import type { EntryDraft } from '../../../shared/models/entry.ts';
import type { JournalContext } from '../context.ts';
import { currentId } from '../people/aliases.ts';
import { tendMarkedPromises } from '../promises/markedPromises.ts';
import { indexEntry } from '../search/indexEntry.ts';
import { statement } from '../store/statements.ts';
import { refuseTaken } from '../store/storeErrors.ts';
import { placeEntry } from './entryKey.ts';
import { workOutLinks, writeLinks } from './entryLinks.ts';

export interface InsertEntryOptions {
  /** A fresh one if not given. */
  readonly id?: string;
  /** What it was in an import's source; two entries never share one. */
  readonly origin?: string | null;
  readonly batchId?: string | null;
  /** Instants; now if not given. */
  readonly createdAt?: number;
  readonly changedAt?: number;
  /** `later` leaves the full-text index to quiet moments: for imports. */
  readonly index: 'now' | 'later';
}

export interface InsertedEntry {
  readonly id: string;
  readonly k: number;
  /** Everybody the entry names: `people.refresh` them once the transaction is committed. */
  readonly personNumbers: Iterable<number>;
}

/**
 * Adds an entry inside the caller's transaction, with its people, and the mentions and `#tags` of its body. `draft` is
 * valid by `entryDraft`. Fails with `badInput` when `people` names somebody unknown, or when the day is full; with
 * `alreadyThere` when the id or the origin is taken; then nothing was written. After the commit the caller refreshes
 * `people` and tells `changed`.
 */
export function insertEntry(
  context: JournalContext,
  draft: EntryDraft,
  options: InsertEntryOptions,
): InsertedEntry {
  const { db } = context;
  const now = context.clock.now();
  const id = options.id ?? context.newId();
  const links = workOutLinks(context, draft);
  const k = placeEntry(db, draft.day, draft.time);
  refuseTaken('That entry is in the journal already.', () =>
    statement(
      db,
      `INSERT INTO entry (k, id, time, channel, begun_by, title, body, origin, batch_id, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      k,
      id,
      draft.time,
      draft.channel,
      draft.begunBy && currentId(db, draft.begunBy),
      draft.title,
      draft.body,
      options.origin ?? null,
      options.batchId ?? null,
      options.createdAt ?? now,
      options.changedAt ?? now,
    ),
  );
  writeLinks(db, k, links, draft.body);
  tendMarkedPromises(context, k);
  if (options.index === 'now') indexEntry(context, k);
  else statement(db, 'INSERT INTO index_pending (k) VALUES (?)').run(k);
  return { id, k, personNumbers: links.people.keys() };
}
