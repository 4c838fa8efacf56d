import type { JournalContext } from '../context.ts';
import { readWholePerson } from '../history/wholePerson.ts';
import { requirePerson } from '../people/getPerson.ts';
import { tendLinksOf } from '../people/tendLinks.ts';
import { unindexPerson } from '../search/indexPerson.ts';
import { statement } from '../store/statements.ts';
import { putInTrash } from './trashContent.ts';

export interface TrashedNow {
  readonly n: number;
  readonly trashId: string;
  readonly name: string;
}

/**
 * Moves a person to the trash. Entries keep their words, mentions included, and their links to the person, which
 * nothing shows while the person is not there. Fails with `notFound`. Their number is never given to anybody else.
 */
export function removePerson(context: JournalContext, id: string): Omit<TrashedNow, 'n'> {
  const { n, trashId, name } = context.db.transaction(() => trashPerson(context, id))();
  context.people.refresh([n]);
  context.changed('person', 'circle', 'entry', 'trash');
  return { trashId, name };
}

/** The work of {@link removePerson}, inside the caller's transaction. */
export function trashPerson(context: JournalContext, id: string): TrashedNow {
  const { db } = context;
  const trashId = context.newId();
  const n = requirePerson(context, id);
  const whole = readWholePerson(db, n);
  putInTrash(db, trashId, { kind: 'person', content: whole }, context.clock.now());
  unindexPerson(context, n);
  statement(db, 'DELETE FROM person WHERE n = ?').run(n);
  tendLinksOf(db, n);
  return { n, trashId, name: whole.person.name };
}
