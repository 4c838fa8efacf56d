import type { ShelfItem } from '../../shared/models/shelf.ts';
import { tellingUndoable } from '../app/undo.ts';
import { askDesktop, askJournal } from '../journal-client/index.ts';
import { telling } from '../ui/telling.ts';
import { showToast } from '../ui/toasts.ts';

/** Deletes a thing and offers it back. */
export function removeItem({ id }: Pick<ShelfItem, 'id'>): Promise<boolean> {
  return tellingUndoable('It is off the shelf.', () => askJournal('shelf.remove', { id }));
}

/** Notes that a thing was shared with somebody, or, with `isShared` false, that it was not. */
export function shareItem(
  { id }: Pick<ShelfItem, 'id'>,
  person: { readonly id: string; readonly name: string },
  isShared = true,
): Promise<boolean> {
  const said = isShared ? `Shared with ${person.name}.` : `Not shared with ${person.name}, then.`;
  return tellingUndoable(said, () => askJournal('shelf.share', { id, personId: person.id, isShared }));
}

/** Puts the words and the address of a thing on the clipboard, to be sent. */
export function copyItem({ title, body, url }: ShelfItem): Promise<boolean> {
  const text = [title, body.trim(), url].filter((part) => part !== '').join('\n\n');
  return telling(async () => {
    await askDesktop('desktop.copyText', { text });
    showToast({ message: 'Copied.' });
  });
}
