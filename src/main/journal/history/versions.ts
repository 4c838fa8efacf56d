import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalContext } from '../context.ts';
import { keyOfEntry } from '../entries/readEntries.ts';
import { entryNotFound } from '../entries/writeEntry.ts';
import { requirePerson } from '../people/getPerson.ts';
import { overwritePerson } from '../people/writePerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { overwriteEntry, readWholeEntry, type WholeEntry, wholeEntry } from './wholeEntry.ts';
import { readWholePerson, type WholePerson, wholePerson, withKnownCircle } from './wholePerson.ts';

// Kith saves only when somebody says so (what is typed in between is a draft), so every save that changes something
// keeps the version before it, and none are folded together.

interface ContentSqlRow {
  readonly content: string;
}

/** Keeps a version of an entry that is about to be overwritten, inside the caller's transaction. Says its id. */
export function keepEntryVersion({ db, newId }: JournalContext, whole: WholeEntry): string {
  const versionId = newId();
  statement(db, 'INSERT INTO entry_history (id, entry_id, written_at, content) VALUES (?, ?, ?, ?)').run(
    versionId,
    whole.id,
    whole.changedAt,
    JSON.stringify(whole),
  );
  return versionId;
}

/** The same for a person. */
export function keepPersonVersion({ db, newId }: JournalContext, whole: WholePerson): string {
  const versionId = newId();
  statement(db, 'INSERT INTO person_history (id, person_id, written_at, content) VALUES (?, ?, ?, ?)').run(
    versionId,
    whole.id,
    whole.changedAt,
    JSON.stringify(whole),
  );
  return versionId;
}

/** An earlier version of an entry. Fails with `notFound`. */
export function readEntryVersion(store: Store, versionId: string): WholeEntry {
  const row = statement<[string], ContentSqlRow>(store, 'SELECT content FROM entry_history WHERE id = ?').get(
    versionId,
  );
  if (!row) throw versionNotFound();
  return wholeEntry.parse(JSON.parse(row.content));
}

/** An earlier version of a person. Fails with `notFound`. */
export function readPersonVersion(store: Store, versionId: string): WholePerson {
  const row = statement<[string], ContentSqlRow>(
    store,
    'SELECT content FROM person_history WHERE id = ?',
  ).get(versionId);
  if (!row) throw versionNotFound();
  return wholePerson.parse(JSON.parse(row.content));
}

/**
 * Changes places: the entry becomes what the version is, to the last row, and the version keeps what the entry was. So
 * the same call undoes a change and does it again, and nothing is ever lost by either. Fails with `notFound`.
 */
export function swapEntryVersion(context: JournalContext, versionId: string): void {
  const { db } = context;
  const people = db.transaction(() => {
    const version = readEntryVersion(db, versionId);
    const k = keyOfEntry(db, version.id);
    if (k === undefined) throw entryNotFound();
    const now = readWholeEntry(db, k);
    statement(db, 'UPDATE entry_history SET written_at = ?, content = ? WHERE id = ?').run(
      now.changedAt,
      JSON.stringify(now),
      versionId,
    );
    return overwriteEntry(context, k, version);
  })();
  context.people.refresh(people);
  context.changed('entry', 'person', 'tag');
}

/** {@link swapEntryVersion} for a person. */
export function swapPersonVersion(context: JournalContext, versionId: string): void {
  const n = context.db.transaction(() => swapPersonRows(context, versionId))();
  context.people.refresh([n]);
  context.changed('person', 'circle', 'entry');
}

/** The work of {@link swapPersonVersion}, inside the caller's transaction. Says whom to refresh. */
export function swapPersonRows(context: JournalContext, versionId: string): number {
  const { db } = context;
  const version = readPersonVersion(db, versionId);
  const n = requirePerson(context, version.id);
  const now = readWholePerson(db, n);
  statement(db, 'UPDATE person_history SET written_at = ?, content = ? WHERE id = ?').run(
    now.changedAt,
    JSON.stringify(now),
    versionId,
  );
  overwritePerson(context, n, withKnownCircle(db, version.person), version.changedAt);
  return n;
}

/**
 * Brings an earlier version of an entry back as a change like any other: what it replaces is kept in its turn.
 * @returns the id of the version that was kept, or null where the entry is the same already
 */
export function restoreEntryVersion(
  context: JournalContext,
  versionId: string,
): { readonly id: string; readonly kept: string | null } {
  const { db } = context;
  const { id, kept, people } = db.transaction(() => {
    const version = readEntryVersion(db, versionId);
    const k = keyOfEntry(db, version.id);
    if (k === undefined) throw entryNotFound();
    const now = readWholeEntry(db, k);
    if (isSameEntry(now, version)) return { id: version.id, kept: null, people: [] };
    return {
      id: version.id,
      kept: keepEntryVersion(context, now),
      people: overwriteEntry(context, k, { ...version, changedAt: context.clock.now() }),
    };
  })();
  if (kept !== null) {
    context.people.refresh(people);
    context.changed('entry', 'person', 'tag');
  }
  return { id, kept };
}

function isSameEntry(a: WholeEntry, b: WholeEntry): boolean {
  const people = (whole: WholeEntry) => whole.people.map(({ personId, role }) => [personId, role]);
  return JSON.stringify([a.entry, people(a)]) === JSON.stringify([b.entry, people(b)]);
}

function versionNotFound(): KithError {
  return new KithError('notFound', 'This version is not in the journal any more.');
}
