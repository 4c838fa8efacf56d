import { KithError } from '../../shared/contract/errors.ts';
import type { JournalInput } from '../../shared/contract/index.ts';
import type { Fact } from '../../shared/models/fact.ts';
import { undoLast } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { sayError } from '../people/useRemovePerson.ts';
import { showToast } from '../ui/toasts.ts';
import type { WrittenFact } from './fieldsOfFact.ts';

const undo = { label: 'Undo', onPress: () => void undoLast() };

/** Keeps a new fact. Answers with a sentence where it could not be kept. */
export function addFact(
  personId: string,
  fact: JournalInput<'facts.create'>['fact'],
  said: string,
): Promise<string | null> {
  return trying(async () => {
    await askJournal('facts.create', { personId, fact });
    showToast({ message: said, action: undo, isUndo: true });
  });
}

/** Changes a fact. Answers with a sentence where that failed. */
export function changeFact(id: string, fact: WrittenFact): Promise<string | null> {
  return trying(() => askJournal('facts.update', { id, fact }));
}

/** Deletes a fact and offers it back. */
export function removeFact({ id }: Pick<Fact, 'id'>): Promise<void> {
  return saying('Deleted.', () => askJournal('facts.remove', { id }));
}

/** Says that a fact is true no more from today on, or, with null, that it is. */
export function retireFact({ id }: Pick<Fact, 'id'>, on: string | null): Promise<void> {
  const said = on === null ? 'It is true again.' : 'Noted: this is true no longer.';
  return saying(said, () => askJournal('facts.retire', { id, on }));
}

async function saying(message: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    showToast({ message, action: undo, isUndo: true });
  } catch (error) {
    sayError(error);
  }
}

async function trying(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    return error.message;
  }
}
