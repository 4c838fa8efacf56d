import type { Role } from '../../../shared/models/entry.ts';
import type { JournalContext } from '../context.ts';
import { requirePerson } from '../people/getPerson.ts';
import { readContactWays, readDetails } from '../people/personParts.ts';
import { readNicknames } from '../people/readPeople.ts';
import { unindexPerson } from '../search/indexPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { putInTrash, type TrashedPerson } from './trashContent.ts';

interface PersonSqlRow {
  readonly id: string;
  readonly name: string;
  readonly preferred_name: string;
  readonly circle_id: string | null;
  readonly notes: string;
  readonly batch_id: string | null;
  readonly created_at: number;
  readonly changed_at: number;
}

interface LinkSqlRow {
  readonly entryId: string;
  readonly role: Role;
  readonly position: number;
}

/**
 * Moves a person to the trash. Entries keep their words, mentions included. Fails with `notFound`.
 * Their number is never given to anybody else, so index tokens of it may stay behind.
 */
export function removePerson(context: JournalContext, id: string): { readonly trashId: string } {
  const { db } = context;
  const trashId = context.newId();
  const n = db.transaction(() => {
    const number = requirePerson(context, id);
    putInTrash(db, trashId, { kind: 'person', content: readWhole(db, number) }, context.clock.now());
    unindexPerson(context, number);
    statement(db, 'DELETE FROM person WHERE n = ?').run(number);
    return number;
  })();
  context.people.refresh([n]);
  context.changed('person', 'circle', 'entry', 'trash');
  return { trashId };
}

function readWhole(store: Store, n: number): TrashedPerson {
  const row = statement<[number], PersonSqlRow>(
    store,
    `SELECT id, name, preferred_name, circle_id, notes, batch_id, created_at, changed_at
     FROM person WHERE n = ?`,
  ).get(n) as PersonSqlRow;
  const links = statement<[number], LinkSqlRow>(
    store,
    `SELECT entry.id AS entryId, link.role, link.position
     FROM entry_person AS link CROSS JOIN entry ON entry.k = link.k WHERE link.person_n = ?`,
  ).all(n);
  return {
    n,
    id: row.id,
    person: {
      name: row.name,
      preferredName: row.preferred_name,
      nicknames: readNicknames(store, n),
      contactWays: readContactWays(store, n),
      circleId: row.circle_id,
      notes: row.notes,
      details: readDetails(store, n),
    },
    batchId: row.batch_id,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    links,
  };
}
