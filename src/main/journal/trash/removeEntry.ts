import type { JournalContext } from '../context.ts';
import { linkedPeople } from '../entries/entryLinks.ts';
import { keyOfEntry, readEntries } from '../entries/readEntries.ts';
import { entryNotFound } from '../entries/writeEntry.ts';
import { unindexEntry } from '../search/indexEntry.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { putInTrash, type TrashedEntry } from './trashContent.ts';

interface SourceSqlRow {
  readonly origin: string | null;
  readonly batch_id: string | null;
}

/** Moves an entry to the trash. Fails with `notFound`. */
export function removeEntry(context: JournalContext, id: string): { readonly trashId: string } {
  const { db } = context;
  const trashId = context.newId();
  const people = db.transaction(() => {
    const k = keyOfEntry(db, id);
    if (k === undefined) throw entryNotFound();
    const linked = linkedPeople(db, k);
    putInTrash(db, trashId, { kind: 'entry', content: readWhole(db, k) }, context.clock.now());
    unindexEntry(context, k);
    statement(db, 'DELETE FROM entry WHERE k = ?').run(k);
    return linked;
  })();
  context.people.refresh(people);
  context.changed('entry', 'person', 'tag', 'trash');
  return { trashId };
}

function readWhole(store: Store, k: number): TrashedEntry {
  const [entry] = readEntries(store, [k]);
  const source = statement<[number], SourceSqlRow>(
    store,
    'SELECT origin, batch_id FROM entry WHERE k = ?',
  ).get(k);
  if (!entry || !source) throw entryNotFound();
  const { id, people, createdAt, changedAt, ...rest } = entry;
  return {
    id,
    entry: rest,
    people: people.map((person) => ({ personId: person.id, role: person.role })),
    origin: source.origin,
    batchId: source.batch_id,
    createdAt,
    changedAt,
  };
}
