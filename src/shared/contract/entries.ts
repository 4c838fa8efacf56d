import { z } from 'zod';
import { day } from '../models/day.ts';
import { channel, entry, entryDraft } from '../models/entry.ts';
import { id, instant } from '../models/ids.ts';
import { tag } from '../models/tag.ts';
import { method } from './define.ts';

/** Which entries to read. What is set must all hold. */
export const entryFilter = z.object({
  personId: id.optional(),
  /** With `personId`: only entries in which the person took part (`with`), or is only named (`mentioned`). */
  role: z.enum(['with', 'mentioned']).optional(),
  circleId: z.string().optional(),
  channel: channel.optional(),
  tag: tag.optional(),
});
export type EntryFilter = Readonly<z.infer<typeof entryFilter>>;

/** A place in the order of time. Opaque to whoever holds it. */
const cursor = z.int();
/** One that is handed back. The bounds are far beyond any day, and the place after them is a number still. */
const givenCursor = z
  .int()
  .min(-(2 ** 40))
  .max(2 ** 40);

/** What is being written and not saved yet. Kept as the composer has it, bad dates included. */
export const draft = z.object({
  /** `new`, or the id of the entry that is being edited. */
  slot: z.string().max(60),
  content: z.string().max(2_100_000),
  changedAt: instant,
});

export const entries = {
  /**
   * A stretch of the journal, newest first. Without `from` it begins at the newest entry; with a day it begins at
   * the newest entry of that day, or the next older one. `older` and `newer` go on from a cursor of an earlier answer.
   */
  'entries.timeline': method(
    z.object({
      filter: entryFilter.default({}),
      from: z
        .union([z.object({ day }), z.object({ older: givenCursor }), z.object({ newer: givenCursor })])
        .optional(),
      limit: z.int().min(1).max(200).default(40),
    }),
    z.object({
      entries: z.array(entry),
      /** Go on from here for older entries; null at the end. */
      older: cursor.nullable(),
      /** Go on from here for newer entries; null at the top. */
      newer: cursor.nullable(),
    }),
  ),
  /** The newest and the oldest day with an entry, or null in an empty journal. */
  'entries.span': method(z.object({}), z.object({ first: day, last: day }).nullable()),
  'entries.get': method(z.object({ id }), entry),
  /** Saved when this answers: the words are on the disk. Clears the draft in `draftSlot` in the same transaction. */
  'entries.create': method(
    z.object({ entry: entryDraft, draftSlot: z.string().optional() }),
    z.object({ id }),
  ),
  'entries.update': method(z.object({ id, entry: entryDraft, draftSlot: z.string().optional() }), z.null()),
  /** Moves an entry to the trash. Undo with `trash.restore`. */
  'entries.remove': method(z.object({ id }), z.object({ trashId: id })),
  'drafts.get': method(z.object({ slot: draft.shape.slot }), draft.nullable()),
  'drafts.save': method(draft.omit({ changedAt: true }), z.null()),
  'drafts.discard': method(z.object({ slot: draft.shape.slot }), z.null()),
  /** Tags that begin like `text`, most used first. */
  'tags.suggest': method(
    z.object({ text: z.string().max(100), limit: z.int().min(1).max(100).default(20) }),
    z.array(z.object({ tag, entryCount: z.int() })),
  ),
};
