import type { JournalInput } from '../../shared/contract/index.ts';
import type { PersonalPromise } from '../../shared/models/promise.ts';
import { tellingUndoable } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';

type Named = Pick<PersonalPromise, 'id'>;

/** Makes a promise of a suggestion. Whether it is one. */
export function acceptPromise(input: JournalInput<'promises.accept'>): Promise<boolean> {
  const said = input.madeBy === 'me' ? 'Kept among your promises.' : 'Kept among what was promised to you.';
  return tellingUndoable(said, () => askJournal('promises.accept', input));
}

/** Says that a suggestion is no promise. Whether that is noted. */
export function dismissPromise(input: JournalInput<'promises.dismiss'>): Promise<boolean> {
  return tellingUndoable('It will not be suggested again.', () => askJournal('promises.dismiss', input));
}

const closed = {
  kept: 'Kept.',
  letGo: 'Let go.',
  open: 'It is open again.',
} as const;

/** Says what became of a promise, and offers to take that back. */
export function closePromise({ id }: Named, state: keyof typeof closed): Promise<boolean> {
  return tellingUndoable(closed[state], () => askJournal('promises.close', { id, state }));
}

/** Puts a promise off to a day, or to none. */
export function changeDue({ id }: Named, due: string | null): Promise<boolean> {
  const said = due === null ? 'It has no day any more.' : 'It has another day.';
  return tellingUndoable(said, () => askJournal('promises.update', { id, promise: { due } }));
}

/** Deletes a promise and offers it back. */
export function removePromise({ id }: Named): Promise<boolean> {
  return tellingUndoable('Deleted.', () => askJournal('promises.remove', { id }));
}

/** Says that a message needs no reply. */
export function dismissReply(personId: string, entryId: string): Promise<boolean> {
  return tellingUndoable('Nothing is owed for it.', () =>
    askJournal('replies.dismiss', { personId, entryId }),
  );
}
