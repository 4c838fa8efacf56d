import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalContext } from '../context.ts';
import { insertWholeEntry } from '../history/wholeEntry.ts';
import { withKnownCircle } from '../history/wholePerson.ts';
import { insertPerson } from '../people/insertPerson.ts';
import { tellMerged } from '../people/merge/mergePeople.ts';
import { unmergePeople } from '../people/merge/unmergePeople.ts';
import { tendLinksOf } from '../people/tendLinks.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { dropFromTrash, readTrash, type TrashedPerson } from './trashContent.ts';

/**
 * Puts back what was deleted, under the id it had. A person comes back into those of their entries that are still
 * there; an entry, with those of its people. Fails with `notFound` when the trash does not hold it (any more), and
 * with `alreadyThere` when the id, or the place in an import's source, has been taken since.
 */
export function restoreTrash(context: JournalContext, trashId: string): Pick<Restored, 'kind' | 'id'> {
  const { kind, id, people, wasMerged } = context.db.transaction(() => restoreRows(context, trashId))();
  if (wasMerged) context.people.refreshAliases();
  context.people.refresh(people);
  if (wasMerged) tellMerged(context);
  else context.changed('entry', 'person', 'circle', 'tag', 'trash');
  return { kind, id };
}

export interface Restored {
  readonly kind: 'person' | 'entry';
  readonly id: string;
  /** Whom to refresh after the commit. */
  readonly people: readonly number[];
  /** Whether they are two people again who had been merged. */
  readonly wasMerged: boolean;
}

/** The work of {@link restoreTrash}, inside the caller's transaction. */
export function restoreRows(context: JournalContext, trashId: string): Restored {
  const trashed = readTrash(context.db, trashId);
  if (!trashed) throw new KithError('notFound', 'This is not in the trash any more.');
  const people =
    trashed.kind === 'person'
      ? restorePerson(context, trashed.content)
      : insertWholeEntry(context, trashed.content);
  // In this order, for what leaves the trash for good takes its history along.
  dropFromTrash(context.db, trashId);
  const wasMerged = trashed.kind === 'person' && trashed.content.merged !== undefined;
  return { kind: trashed.kind, id: trashed.content.id, people, wasMerged };
}

function restorePerson(context: JournalContext, whole: TrashedPerson): readonly number[] {
  const { db } = context;
  const batchId = batchIfThere(db, whole.batchId);
  if (whole.merged) return unmergePeople(context, whole, batchId, whole.merged);
  const { n } = insertPerson(context, withKnownCircle(db, whole.person), {
    ...whole,
    batchId,
  });
  tendLinksOf(db, n);
  return [n];
}

function batchIfThere(store: Store, id: string | null): string | null {
  return (
    statement<[string | null], string>(store, 'SELECT id FROM import_batch WHERE id = ?').pluck().get(id) ??
    null
  );
}
