import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonIfAny, writeDurably } from '../store/durableFiles.ts';
import type { Store } from '../store/openStore.ts';

/** Beside the journal: on which page each table begins. It has no word of the journal, only names that every one has. */
export const ROOTS_FILE = 'table-roots.json';

const tableRoots = z.object({
  version: z.literal(1),
  /** The version of the journal's schema. */
  schema: z.int().min(1),
  /** By the name of the table or index. Pages count from 1. */
  roots: z.record(z.string(), z.int().min(1)),
  /** Vouches for the rest with the journal's key: roots of another journal would mix up its tables. */
  mark: z.string(),
});

/** Where the tables of a journal begin, in the words of {@link tableRoots}. */
export type TableRoots = Omit<Readonly<z.infer<typeof tableRoots>>, 'mark'>;

/**
 * Writes where the tables of the journal in `dataFolder` begin, if what is written there says otherwise. SQLite's own
 * list stands in the first pages of the file, and without it not a row can be found. It changes only with the schema,
 * or when another file takes the journal's place, so it is enough to do this at each opening.
 */
export function noteTableRoots(dataFolder: string, store: Store, key: Uint8Array): void {
  const roots = store
    .prepare<[], [string, number]>(
      'SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0 ORDER BY rootpage',
    )
    .raw()
    .all();
  const found: TableRoots = {
    version: 1,
    schema: Number(store.pragma('user_version', { simple: true })),
    roots: Object.fromEntries(roots),
  };
  const known = readTableRoots(dataFolder, key);
  if (known !== null && sayRoots(known) === sayRoots(found)) return;
  writeDurably(join(dataFolder, ROOTS_FILE), `${JSON.stringify({ ...found, mark: markOf(found, key) })}\n`);
}

/** What {@link noteTableRoots} wrote, or null if it did not, or for a journal of another key. */
export function readTableRoots(dataFolder: string, key: Uint8Array): TableRoots | null {
  const parsed = tableRoots.safeParse(readJsonIfAny(join(dataFolder, ROOTS_FILE)));
  if (!parsed.success) return null;
  const { mark, ...roots } = parsed.data;
  return mark === markOf(roots, key) ? roots : null;
}

const sayRoots = ({ schema, roots }: TableRoots) => JSON.stringify([schema, Object.entries(roots)]);

const markOf = (roots: TableRoots, key: Uint8Array) =>
  createHmac('sha256', key)
    .update(`kith table roots 1 ${sayRoots(roots)}`)
    .digest('hex');
