import type { ShelfItem } from '../../shared/models/shelf.ts';
import { undoLast } from '../app/undo.ts';
import { askDesktop, askJournal } from '../journal-client/index.ts';
import { sayError } from '../people/useRemovePerson.ts';
import { showToast } from '../ui/toasts.ts';

/** Deletes a thing and offers it back. */
export function removeItem({ id }: Pick<ShelfItem, 'id'>): Promise<void> {
  return saying('It is off the shelf.', () => askJournal('shelf.remove', { id }));
}

/** Notes that a thing was shared with somebody, or, with `isShared` false, that it was not. */
export function shareItem(
  { id }: Pick<ShelfItem, 'id'>,
  person: { readonly id: string; readonly name: string },
  isShared = true,
): Promise<void> {
  const said = isShared ? `Shared with ${person.name}.` : `Not shared with ${person.name}, then.`;
  return saying(said, () => askJournal('shelf.share', { id, personId: person.id, isShared }));
}

/** Puts the words and the address of a thing on the clipboard, to be sent. */
export async function copyItem({ title, body, url }: ShelfItem): Promise<void> {
  const text = [title, body.trim(), url].filter((part) => part !== '').join('\n\n');
  try {
    await askDesktop('desktop.copyText', { text });
    showToast({ message: 'Copied.' });
  } catch (error) {
    sayError(error);
  }
}

/** Does something that can be undone, and says a failure in words. */
export async function saying(message: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    showToast({ message, action: { label: 'Undo', onPress: () => void undoLast() }, isUndo: true });
  } catch (error) {
    sayError(error);
  }
}
