import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalContext } from '../context.ts';
import { insertEntry } from '../entries/insertEntry.ts';
import { keyOfEntry } from '../entries/readEntries.ts';
import { personNumber } from '../people/getPerson.ts';
import { insertPerson } from '../people/insertPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { linkTrashedPeople, type TrashedEntry, type TrashedPerson, takeFromTrash } from './trashContent.ts';

interface Restored {
  readonly kind: 'person' | 'entry';
  readonly id: string;
  readonly personNumbers: Iterable<number>;
}

/**
 * Puts back what was deleted, under the id it had. A person comes back into those of their entries that are still
 * there; an entry, with those of its people. Fails with `notFound` when the trash does not hold it (any more), and
 * with `alreadyThere` when the id, or the place in an import's source, has been taken since.
 */
export function restoreTrash(
  context: JournalContext,
  trashId: string,
): { readonly kind: 'person' | 'entry'; readonly id: string } {
  const { kind, id, personNumbers } = context.db.transaction(() => {
    const trashed = takeFromTrash(context.db, trashId);
    if (!trashed) throw new KithError('notFound', 'This is not in the trash any more.');
    return trashed.kind === 'person'
      ? restorePerson(context, trashed.content)
      : restoreEntry(context, trashed.content);
  })();
  context.people.refresh(personNumbers);
  context.changed('entry', 'person', 'circle', 'tag', 'trash');
  return { kind, id };
}

function restorePerson(context: JournalContext, trashed: TrashedPerson): Restored {
  const { db } = context;
  const { id, n } = insertPerson(
    context,
    { ...trashed.person, circleId: stillThere(db, 'circle', trashed.person.circleId) },
    { ...trashed, batchId: stillThere(db, 'batch', trashed.batchId) },
  );
  for (const { entryId, role, position } of trashed.links) {
    const k = keyOfEntry(db, entryId);
    if (k === undefined) continue;
    statement(db, 'INSERT INTO entry_person (person_n, role, k, position) VALUES (?, ?, ?, ?)').run(
      n,
      role,
      k,
      position,
    );
  }
  return { kind: 'person', id, personNumbers: [n] };
}

function restoreEntry(context: JournalContext, trashed: TrashedEntry): Restored {
  const { db } = context;
  const people = trashed.people.map((person, position) => ({ ...person, position }));
  const isHere = ({ personId }: { readonly personId: string }) =>
    personNumber(context, personId) !== undefined;
  const { id, personNumbers } = insertEntry(
    context,
    { ...trashed.entry, people: people.filter(isHere) },
    { ...trashed, batchId: stillThere(db, 'batch', trashed.batchId), index: 'now' },
  );
  linkTrashedPeople(
    db,
    id,
    people.filter((person) => !isHere(person)),
  );
  return { kind: 'entry', id, personNumbers };
}

/** `id` if there is still a circle or import batch with it, otherwise null. */
function stillThere(store: Store, table: 'circle' | 'batch', id: string | null): string | null {
  if (id === null) return null;
  const sql =
    table === 'circle' ? 'SELECT id FROM circle WHERE id = ?' : 'SELECT id FROM import_batch WHERE id = ?';
  return statement<[string], string>(store, sql).pluck().get(id) ?? null;
}
