import { z } from 'zod';
import { day } from '../models/day.ts';
import { channel } from '../models/entry.ts';
import { id } from '../models/ids.ts';
import { personName } from '../models/person.ts';
import { promise, promiseDraft } from '../models/promise.ts';
import { method } from './define.ts';

/** A promise with the day of its entry; null where there is none, or none any more. */
export const promiseWithSource = promise.extend({ entryDay: day.nullable() });
export type PromiseWithSource = Readonly<z.infer<typeof promiseWithSource>>;

/** A sentence of an entry that seems to make a promise. */
export const suggestedPromise = promiseDraft
  .pick({ madeBy: true, due: true })
  .extend({ sentence: z.string(), people: z.array(personName) });
export type SuggestedPromise = Readonly<z.infer<typeof suggestedPromise>>;

/** A message that somebody wrote to the user, and that nothing has answered since. */
export const replyOwed = z.object({
  person: personName,
  entryId: id,
  day,
  channel,
  /** The beginning of what they wrote, as Markdown. */
  opening: z.string(),
});
export type ReplyOwed = Readonly<z.infer<typeof replyOwed>>;

const written = promiseDraft.pick({ madeBy: true, sentence: true });

/** What is owed, on either side. All that changes something can be undone. */
export const promises = {
  /**
   * A stretch of the promises of one state. Open ones by the day on which they are due, those without one last; the
   * others by when they were closed, newest first. People in the trash are left out.
   */
  'promises.list': method(
    z.object({
      state: z.enum(['open', 'kept', 'letGo']),
      madeBy: promiseDraft.shape.madeBy.optional(),
      personId: id.optional(),
      offset: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ total: z.int(), promises: z.array(promiseWithSource) }),
  ),
  /** The promises that were made in an entry, whatever became of them. */
  'promises.ofEntry': method(z.object({ entryId: id }), z.array(promise)),
  /** What in an entry seems to be a promise, and was neither accepted nor dismissed. */
  'promises.suggested': method(z.object({ entryId: id }), z.array(suggestedPromise)),
  /** Makes a promise of a sentence of an entry. One that was dismissed becomes one; one that is one already, stays. */
  'promises.accept': method(
    written.extend({ entryId: id, personIds: promiseDraft.shape.personIds, due: day.nullable() }),
    z.object({ id }),
  ),
  /** Says that a sentence of an entry is no promise: it is not suggested again. */
  'promises.dismiss': method(written.extend({ entryId: id }), z.object({ id })),
  /** Writes a promise down by hand. Without `madeOn`, it was made on the day of its entry, or today. */
  'promises.create': method(
    z.object({ promise: promiseDraft.partial().required({ madeBy: true, sentence: true }) }),
    z.object({ id }),
  ),
  'promises.update': method(z.object({ id, promise: promiseDraft.partial() }), z.null()),
  /** Says what became of a promise, today; with `open`, that nothing did. */
  'promises.close': method(z.object({ id, state: z.enum(['open', 'kept', 'letGo']) }), z.null()),
  'promises.remove': method(z.object({ id }), z.null()),
  /** The replies that the user owes: to the newest letters and messages first. */
  'replies.owed': method(z.object({ limit: z.int().min(1).max(500).default(100) }), z.array(replyOwed)),
  /** Says that a message needs no reply. */
  'replies.dismiss': method(z.object({ personId: id, entryId: id }), z.null()),
};
