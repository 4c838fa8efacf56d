import type { JournalInput } from '../../shared/contract/index.ts';
import type { Fact } from '../../shared/models/fact.ts';
import { offerUndo, tellingUndoable } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { trying } from '../ui/telling.ts';
import type { WrittenFact } from './fieldsOfFact.ts';

/** Keeps a new fact. Answers with a sentence where it could not be kept. */
export function addFact(
  personId: string,
  fact: JournalInput<'facts.create'>['fact'],
  said: string,
): Promise<string | null> {
  return trying(async () => {
    await askJournal('facts.create', { personId, fact });
    offerUndo(said);
  });
}

/** Changes a fact. Answers with a sentence where that failed. */
export function changeFact(id: string, fact: WrittenFact): Promise<string | null> {
  return trying(() => askJournal('facts.update', { id, fact }));
}

/** Deletes a fact and offers it back. */
export function removeFact({ id }: Pick<Fact, 'id'>): Promise<boolean> {
  return tellingUndoable('Deleted.', () => askJournal('facts.remove', { id }));
}

/** Says that a fact is true no more from today on, or, with null, that it is. */
export function retireFact({ id }: Pick<Fact, 'id'>, on: string | null): Promise<boolean> {
  const said = on === null ? 'It is true again.' : 'Noted: this is true no longer.';
  return tellingUndoable(said, () => askJournal('facts.retire', { id, on }));
}
