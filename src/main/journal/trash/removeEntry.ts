import type { JournalContext } from '../context.ts';
import { linkedPeople } from '../entries/entryLinks.ts';
import { keyOfEntry } from '../entries/readEntries.ts';
import { entryNotFound } from '../entries/writeEntry.ts';
import { readWholeEntry } from '../history/wholeEntry.ts';
import { unindexEntry } from '../search/indexEntry.ts';
import { statement } from '../store/statements.ts';
import { putInTrash } from './trashContent.ts';

/** Moves an entry to the trash. Fails with `notFound`. */
export function removeEntry(context: JournalContext, id: string): { readonly trashId: string } {
  const { db } = context;
  const trashId = context.newId();
  const people = db.transaction(() => {
    const k = keyOfEntry(db, id);
    if (k === undefined) throw entryNotFound();
    const linked = linkedPeople(db, k);
    putInTrash(db, trashId, { kind: 'entry', content: readWholeEntry(db, k) }, context.clock.now());
    unindexEntry(context, k);
    statement(db, 'DELETE FROM entry WHERE k = ?').run(k);
    return linked;
  })();
  context.people.refresh(people);
  context.changed('entry', 'person', 'tag', 'trash');
  return { trashId };
}
