import { z } from 'zod';
import { id } from '../models/ids.ts';
import { tag } from '../models/tag.ts';
import { method } from './define.ts';
import { peopleQuery } from './people.ts';

/** As many as can be chosen at once. */
export const MOST_CHOSEN = 20_000;

const ids = z.array(id).min(1).max(MOST_CHOSEN);

/** What can be done to many people at once. */
export const bulkChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tag'), tag }),
  z.object({ kind: z.literal('untag'), tag }),
  z.object({ kind: z.literal('circle'), circleId: z.string().nullable() }),
]);
export type BulkChange = Readonly<z.infer<typeof bulkChange>>;

/** Many people at once. Each is one step for undo, whatever their number. */
export const bulk = {
  /** The ids of everybody whom `people.list` would show, in its order. */
  'bulk.ids': method(peopleQuery, z.array(id)),
  /** How many people are others now; who is gone, or is so already, is left as they are. */
  'bulk.change': method(z.object({ ids, change: bulkChange }), z.object({ changed: z.int() })),
  /** Moves people to the trash. Of more than 20, fails with `needsConfirmation` unless their number is confirmed. */
  'bulk.remove': method(z.object({ ids, confirmed: z.int().optional() }), z.object({ removed: z.int() })),
};
