import { z } from 'zod';
import { entryDraft, participant, role } from '../../../shared/models/entry.ts';
import { id, instant } from '../../../shared/models/ids.ts';
import { personDraft } from '../../../shared/models/person.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** A person in the trash: everything, and in which entries they were. */
const trashedPerson = z.object({
  n: z.int(),
  id,
  // What lies in the trash was valid when it was written; today's limits must not keep it there.
  person: personDraft.extend({ name: z.string().min(1), notes: z.string() }),
  batchId: z.string().nullable(),
  createdAt: instant,
  changedAt: instant,
  links: z.array(z.object({ entryId: id, role, position: z.int() })),
});
export type TrashedPerson = z.infer<typeof trashedPerson>;

/** An entry in the trash: everything, and who was in it. */
const trashedEntry = z.object({
  id,
  entry: entryDraft.omit({ people: true }).extend({ title: z.string(), body: z.string() }),
  people: z.array(participant),
  origin: z.string().nullable(),
  batchId: z.string().nullable(),
  createdAt: instant,
  changedAt: instant,
});
export type TrashedEntry = z.infer<typeof trashedEntry>;

export type Trashed =
  | { readonly kind: 'person'; readonly content: TrashedPerson }
  | { readonly kind: 'entry'; readonly content: TrashedEntry };

interface TrashSqlRow {
  readonly id: string;
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
    'INSERT INTO trash (id, kind, subject_id, content, deleted_at) VALUES (?, ?, ?, ?, ?)',
  ).run(trashId, kind, content.id, JSON.stringify(content), deletedAt);
}

/** Takes out of the trash what lies there under `trashId`, inside the caller's transaction; undefined if nothing does. */
export function takeFromTrash(store: Store, trashId: string): Trashed | undefined {
  const row = statement<[string], TrashSqlRow>(
    store,
    'DELETE FROM trash WHERE id = ? RETURNING id, kind, content',
  ).get(trashId);
  if (!row) return undefined;
  const content: unknown = JSON.parse(row.content);
  return row.kind === 'person'
    ? { kind: 'person', content: trashedPerson.parse(content) }
    : { kind: 'entry', content: trashedEntry.parse(content) };
}

/**
 * Notes for people who lie in the trash that an entry they were in has come back, so that they find it again when
 * they come back themselves. `links` are of people who are not in the journal; those who are nowhere are passed over.
 */
export function linkTrashedPeople(
  store: Store,
  entryId: string,
  links: readonly {
    readonly personId: string;
    readonly role: z.infer<typeof role>;
    readonly position: number;
  }[],
): void {
  for (const { personId, role, position } of links) {
    const row = statement<[string], TrashSqlRow>(
      store,
      `SELECT id, kind, content FROM trash WHERE subject_id = ? AND kind = 'person'
       ORDER BY deleted_at DESC, id DESC LIMIT 1`,
    ).get(personId);
    if (!row) continue;
    const content = trashedPerson.parse(JSON.parse(row.content));
    const others = content.links.filter((link) => link.entryId !== entryId);
    const changed: TrashedPerson = { ...content, links: [...others, { entryId, role, position }] };
    statement(store, 'UPDATE trash SET content = ? WHERE id = ?').run(JSON.stringify(changed), row.id);
  }
}
