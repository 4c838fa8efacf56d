import { z } from 'zod';
import { day } from './day.ts';
import { id, instant } from './ids.ts';
import { personName } from './person.ts';

/** Something owed, by the user (`me`) or by the people it names (`them`). */
export const promiseDraft = z.object({
  madeBy: z.enum(['me', 'them']),
  /** The words that made it. */
  sentence: z.string().trim().min(1, 'A promise needs some words.').max(2_000),
  personIds: z.array(id).max(50),
  madeOn: day,
  due: day.nullable(),
  /** The entry in which it was made. */
  entryId: id.nullable(),
});
export type PromiseDraft = Readonly<z.infer<typeof promiseDraft>>;

/** `dismissed`: found in an entry, and the user said that it is none. */
export const promiseState = z.enum(['open', 'kept', 'letGo', 'dismissed']);
export type PromiseState = z.infer<typeof promiseState>;

export const promise = promiseDraft.omit({ personIds: true }).extend({
  id,
  people: z.array(personName),
  state: promiseState,
  closedOn: day.nullable(),
  createdAt: instant,
  changedAt: instant,
});
/** Not `Promise`, which is something else to every reader of TypeScript. */
export type PersonalPromise = Readonly<z.infer<typeof promise>>;
