import { z } from 'zod';
import { day, timeOfDay } from './day.ts';
import { id, instant } from './ids.ts';
import { personName } from './person.ts';
import { tag } from './tag.ts';

/** How something passed between people. `note` is for what one writes to oneself. */
export const channels = [
  'note',
  'inPerson',
  'call',
  'video',
  'message',
  'email',
  'letter',
  'social',
  'event',
] as const;
export const channel = z.enum(channels);
export type Channel = z.infer<typeof channel>;

/** `with`: took part. `mentioned`: only named in the text. */
export const role = z.enum(['with', 'mentioned']);
export type Role = z.infer<typeof role>;

export const participant = z.object({ personId: id, role });

/** What a user writes. */
export const entryDraft = z.object({
  day,
  time: timeOfDay.nullable(),
  channel,
  /** Who began it: the user (`me`), a person's id, or nobody said. */
  begunBy: z.union([z.literal('me'), id]).nullable(),
  /** Mostly empty; notes that were imported may bring one. */
  title: z.string().trim().max(500),
  /** Markdown, kept byte for byte. */
  body: z.string().max(2_000_000),
  people: z.array(participant).max(1000),
  /** Includes the `#tags` of the body. */
  tags: z.array(tag).max(200),
});
export type EntryDraft = Readonly<z.infer<typeof entryDraft>>;

/** The ids by which an entry's body may mention one of its people. */
export function idsOf({
  id,
  oldIds = [],
}: Pick<Entry['people'][number], 'id' | 'oldIds'>): readonly string[] {
  return [id, ...oldIds];
}

/** An entry as it is read: `people` carry their names, so that a list needs no second question. */
export const entry = entryDraft.extend({
  id,
  people: z.array(
    personName.extend({
      role,
      /** By which the body may mention them, too, since others were merged with them. Not there if there are none. */
      oldIds: z.array(id).readonly().optional(),
    }),
  ),
  createdAt: instant,
  changedAt: instant,
});
export type Entry = Readonly<z.infer<typeof entry>>;
