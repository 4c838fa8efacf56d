import { z } from 'zod';
import { day } from '../models/day.ts';
import { channel } from '../models/entry.ts';
import { id, instant } from '../models/ids.ts';
import { recordKind } from '../models/record.ts';
import { method } from './define.ts';

export const trashItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    trashId: id,
    deletedAt: instant,
    name: z.string(),
    /** Who they turned out to be, if they are here for that: that person's name then. */
    mergedWith: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('entry'),
    trashId: id,
    deletedAt: instant,
    day,
    channel,
    title: z.string(),
    /** How its words begin, as plain text on one line. */
    opening: z.string(),
  }),
  /** A fact, a promise or another small record; its name is how its words begin. */
  z.object({
    kind: z.literal('record'),
    trashId: id,
    deletedAt: instant,
    record: recordKind,
    name: z.string(),
  }),
]);
export type TrashItem = Readonly<z.infer<typeof trashItem>>;

/** Where to go on from: what the last item of a page says. */
const place = z.object({ deletedAt: instant, trashId: id });

const trashIds = z.array(id).min(1).max(1000);
/** The number that the user was asked about, where much goes at once. */
const confirmed = z.int().optional();

export const trash = {
  /** What was deleted, newest first, and how much there is in all. */
  'trash.list': method(
    z.object({ after: place.nullable().default(null), limit: z.int().min(1).max(200).default(60) }),
    z.object({
      items: z.array(trashItem),
      more: z.boolean(),
      people: z.int(),
      entries: z.int(),
      /** Small records. */
      records: z.int(),
    }),
  ),
  'trash.restore': method(
    z.object({ trashId: id }),
    z.object({
      kind: z.enum(['person', 'entry', 'record']),
      /** Of the person or entry; of a small record, the one it had in the trash. */
      id,
    }),
  ),
  /** Restores several, as far as they can be: how many were, and why the first of the others was not. */
  'trash.restoreSeveral': method(
    z.object({ trashIds }),
    z.object({ restored: z.int(), failed: z.int(), why: z.string().nullable() }),
  ),
  /** Deletes for good. Of more than 20, fails with `needsConfirmation` unless their number is confirmed. */
  'trash.remove': method(z.object({ trashIds, confirmed }), z.object({ removed: z.int() })),
  /** The same with all that is in the trash. */
  'trash.empty': method(z.object({ confirmed }), z.object({ removed: z.int() })),
};
