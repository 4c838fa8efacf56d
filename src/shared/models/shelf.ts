import { z } from 'zod';
import { day } from './day.ts';
import { id, instant } from './ids.ts';
import { personName } from './person.ts';

/** A thing worth sharing, kept until it is shared with somebody who would like it. */
export const shelfItemDraft = z.object({
  kind: z.enum(['text', 'link', 'note']),
  title: z.string().trim().max(500),
  body: z.string().max(100_000),
  url: z.string().trim().max(2_000),
  topics: z.array(z.string().trim().min(1).max(100)).max(50),
  /** News of the user's own, to be told to those who have not heard it. */
  isMyNews: z.boolean(),
});
export type ShelfItemDraft = Readonly<z.infer<typeof shelfItemDraft>>;

export const shelfItem = shelfItemDraft.extend({
  id,
  sharedWith: z.array(z.object({ person: personName, day })),
  createdAt: instant,
  changedAt: instant,
});
export type ShelfItem = Readonly<z.infer<typeof shelfItem>>;
