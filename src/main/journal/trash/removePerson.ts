import type { JournalContext } from '../context.ts';
import { readWholePerson } from '../history/wholePerson.ts';
import { requirePerson } from '../people/getPerson.ts';
import { tendLinksOf } from '../people/tendLinks.ts';
import { unindexPerson } from '../search/indexPerson.ts';
import { statement } from '../store/statements.ts';
import { putInTrash } from './trashContent.ts';

/**
 * Moves a person to the trash. Entries keep their words, mentions included, and their links to the person, which
 * nothing shows while the person is not there. Fails with `notFound`. Their number is never given to anybody else.
 */
export function removePerson(
  context: JournalContext,
  id: string,
): { readonly trashId: string; readonly name: string } {
  const { db } = context;
  const trashId = context.newId();
  const { n, name } = db.transaction(() => {
    const number = requirePerson(context, id);
    const whole = readWholePerson(db, number);
    putInTrash(db, trashId, { kind: 'person', content: whole }, context.clock.now());
    unindexPerson(context, number);
    statement(db, 'DELETE FROM person WHERE n = ?').run(number);
    tendLinksOf(db, number);
    return { n: number, name: whole.person.name };
  })();
  context.people.refresh([n]);
  context.changed('person', 'circle', 'entry', 'trash');
  return { trashId, name };
}
