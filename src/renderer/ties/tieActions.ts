import { callName } from '../../shared/models/person.ts';
import type { Tie, TieDraft } from '../../shared/models/tie.ts';
import { offerUndo, tellingUndoable } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { trying } from '../ui/telling.ts';

/** Who is on the other side of a tie: somebody of the journal, or somebody new, who has no id yet. */
export interface OtherPerson {
  readonly id: string | null;
  readonly name: string;
}

/** What a form says of a tie. */
export interface WrittenTie extends Omit<TieDraft, 'personId' | 'otherId'> {
  readonly other: OtherPerson;
}

/** Adds a tie, and the other person if they are new. Answers with a sentence where that failed. */
export function addTie(personId: string, written: WrittenTie): Promise<string | null> {
  return trying(async () => {
    const tie = await draftOf(personId, written);
    await askJournal('ties.create', { tie });
    offerUndo(`${written.other.name} was added.`);
  });
}

/** Makes another of a tie. Answers with a sentence where that failed. */
export function changeTie(id: string, personId: string, written: WrittenTie): Promise<string | null> {
  return trying(async () => {
    await askJournal('ties.update', { id, tie: await draftOf(personId, written) });
  });
}

/** Deletes a tie and offers it back. */
export function removeTie({ id, other }: Pick<Tie, 'id' | 'other'>): Promise<boolean> {
  const said = `What you wrote of ${callName(other)} here was deleted.`;
  return tellingUndoable(said, () => askJournal('ties.remove', { id }));
}

async function draftOf(personId: string, { other, ...rest }: WrittenTie): Promise<TieDraft> {
  const otherId = other.id ?? (await askJournal('people.create', { person: { name: other.name } })).id;
  return { ...rest, personId, otherId };
}
