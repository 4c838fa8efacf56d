import { z } from 'zod';
import { role } from '../../../../shared/models/entry.ts';
import type { Store } from '../../store/openStore.ts';
import { statement } from '../../store/statements.ts';

/** That somebody was in an entry who became one with somebody else: goes to the trash and comes back with the entry. */
export const mergedEntryLink = z.object({
  gone: z.int(),
  /** Who they were one with when the entry was read. */
  kept: z.int(),
  role,
  position: z.int(),
  keptRole: role.nullable(),
});
export type MergedEntryLink = z.infer<typeof mergedEntryLink>;

/** Who was in the entry at `k` and is one with somebody else now. */
export function readMergedLinks(store: Store, k: number): MergedEntryLink[] {
  return statement<[number], MergedEntryLink>(
    store,
    `SELECT gone_n AS gone, person_n AS kept, role, position, kept_role AS keptRole
     FROM merged_link JOIN person_alias ON old_n = gone_n WHERE k = ? ORDER BY gone_n`,
  ).all(k);
}

/**
 * Notes them again for the entry that came back to `k`, inside the caller's transaction, once it has its people; those
 * who are no longer one with the other are in the entry themselves again.
 */
export function restoreMergedLinks(store: Store, k: number, links: readonly MergedEntryLink[]): void {
  for (const link of links) {
    const isMerged = statement<[number]>(store, 'SELECT 1 FROM person_alias WHERE old_n = ?').get(link.gone);
    if (isMerged === undefined) separate(store, k, link);
    else noteLink(store, k, link);
  }
}

function noteLink(store: Store, k: number, { gone, role, position, keptRole }: MergedEntryLink): void {
  // For taking it back, which is possible as long as it lies in the trash.
  statement(
    store,
    `INSERT OR IGNORE INTO merged_link (gone_n, k, role, position, kept_role)
     SELECT ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM trash WHERE person_n = ?)`,
  ).run(gone, k, role, position, keptRole, gone);
}

function separate(store: Store, k: number, { gone, kept, role, position, keptRole }: MergedEntryLink): void {
  const isThere = statement<[number]>(store, 'SELECT 1 FROM person WHERE n = ?').get(gone);
  if (isThere === undefined) return;
  const insert = statement(
    store,
    'INSERT OR IGNORE INTO entry_person (person_n, role, k, position) VALUES (?, ?, ?, ?)',
  );
  // Taken out and put in, never updated: triggers count what is put in and taken out.
  const own = statement<[number, number], number>(
    store,
    'DELETE FROM entry_person WHERE person_n = ? AND k = ? RETURNING position',
  )
    .pluck()
    .get(kept, k);
  if (own !== undefined && keptRole !== null) insert.run(kept, keptRole, k, own);
  insert.run(gone, role, k, position);
}
