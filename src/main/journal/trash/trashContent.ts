import type { z } from 'zod';
import { type WholeEntry, wholeEntry } from '../history/wholeEntry.ts';
import { wholePerson } from '../history/wholePerson.ts';
import { merged } from '../people/merge/merged.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** A person, and how they were merged, if they are here because they turned out to be somebody else. */
const trashedPerson = wholePerson.extend({ merged: merged.optional() });
export type TrashedPerson = z.infer<typeof trashedPerson>;

export type Trashed =
  | { readonly kind: 'person'; readonly content: TrashedPerson }
  | { readonly kind: 'entry'; readonly content: WholeEntry };

interface TrashSqlRow {
  readonly kind: 'person' | 'entry';
  readonly content: string;
}

/** Puts what was deleted into the trash, inside the caller's transaction. */
export function putInTrash(
  store: Store,
  trashId: string,
  { kind, content }: Trashed,
  deletedAt: number,
): void {
  statement(
    store,
    'INSERT INTO trash (id, kind, subject_id, content, deleted_at, person_n) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(trashId, kind, content.id, JSON.stringify(content), deletedAt, kind === 'person' ? content.n : null);
}

/** What lies in the trash under `trashId`; undefined if nothing does. */
export function readTrash(store: Store, trashId: string): Trashed | undefined {
  const row = statement<[string], TrashSqlRow>(store, 'SELECT kind, content FROM trash WHERE id = ?').get(
    trashId,
  );
  if (!row) return undefined;
  const content: unknown = JSON.parse(row.content);
  return row.kind === 'person'
    ? { kind: 'person', content: trashedPerson.parse(content) }
    : { kind: 'entry', content: wholeEntry.parse(content) };
}

/** Takes what lies under `trashId` out of the trash. Its history goes too, unless it is back in the journal by then. */
export function dropFromTrash(store: Store, trashId: string): boolean {
  return statement(store, 'DELETE FROM trash WHERE id = ?').run(trashId).changes > 0;
}
