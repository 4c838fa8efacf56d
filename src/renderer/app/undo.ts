import type { UndoneAction } from '../../shared/contract/undo.ts';
import { capitalise } from '../../shared/rules/sayCounts.ts';
import { askJournal } from '../journal-client/index.ts';
import { telling } from '../ui/telling.ts';
import { showToast } from '../ui/toasts.ts';
import { sayRecordChange } from './sayRecordChange.ts';
import { isTyping } from './shortcuts.ts';

/** Undo, as the menu and the key mean it: of typing where one types, otherwise of what was deleted or changed last. */
export function undoHere(): void {
  if (isTyping(document.activeElement)) document.execCommand('undo');
  else void undoLast();
}

/** The same for redo. */
export function redoHere(): void {
  if (isTyping(document.activeElement)) document.execCommand('redo');
  else void redoLast();
}

/** Undoes what was deleted or changed last, says what that was, and offers to do it again. */
export function undoLast(): Promise<boolean> {
  return telling(async () => {
    const undone = await askJournal('undo.undo', {});
    const isUndone = undone !== null && undone.id !== null;
    showToast({
      message: undone ? sayUndone(undone) : 'There is nothing to undo.',
      isUndo: true,
      ...(isUndone ? { action: { label: 'Redo', onPress: () => void redoLast() } } : {}),
    });
  });
}

/** Does again what was undone last. */
export function redoLast(): Promise<boolean> {
  return telling(async () => {
    const redone = await askJournal('undo.redo', {});
    showToast({
      message: redone ? sayRedone(redone) : 'There is nothing to do again.',
      isUndo: true,
      ...(redone ? { action: { label: 'Undo', onPress: () => void undoLast() } } : {}),
    });
  });
}

function sayUndone({ kind, name }: UndoneAction): string {
  switch (kind) {
    case 'entryRemoved':
      return 'The entry is back.';
    case 'personRemoved':
      return `${name} is back.`;
    case 'entryChanged':
      return 'The entry is as it was before it was changed.';
    case 'personChanged':
      return `What was changed about ${name} is undone.`;
    case 'peopleMerged':
      return `${name} and whoever was merged with them are two people again.`;
    case 'peopleRemoved':
      return `${capitalise(name)} ${name === 'one person' ? 'is' : 'are'} back.`;
    case 'peopleChanged':
      return `What was changed about ${name} is undone.`;
    case 'importTakenBack':
      return 'Taking back an import cannot be undone. Import it again to have it back.';
    case 'removedForGood':
      return 'What was deleted for good cannot be brought back.';
    default:
      return sayRecordChange(kind, name, 'undone');
  }
}

function sayRedone({ kind, name }: UndoneAction): string {
  switch (kind) {
    case 'personRemoved':
      return `${name} is deleted again.`;
    case 'peopleMerged':
      return `${name} is one person again.`;
    case 'peopleRemoved':
      return `${capitalise(name)} ${name === 'one person' ? 'is' : 'are'} deleted again.`;
    case 'peopleChanged':
      return `What was changed about ${name} is there again.`;
    case 'entryChanged':
      return 'The entry is changed again.';
    case 'personChanged':
      return `What was changed about ${name} is there again.`;
    case 'entryRemoved':
    // The others cannot be undone, and so never done again.
    case 'importTakenBack':
    case 'removedForGood':
      return 'The entry is deleted again.';
    default:
      return sayRecordChange(kind, name, 'redone');
  }
}

/** {@link telling} for what can be undone: says `message` when it is done, with a way to undo it. */
export function tellingUndoable(
  message: string,
  work: () => Promise<unknown>,
  undo?: () => void,
): Promise<boolean> {
  return telling(async () => {
    await work();
    offerUndo(message, undo);
  });
}

/** Says what was done at the foot of the window, with a way to undo it: that of the menu, if no other is given. */
export function offerUndo(message: string, undo: () => void = () => void undoLast()): void {
  showToast({ message, action: { label: 'Undo', onPress: undo }, isUndo: true });
}

/** {@link offerUndo} for what went into the trash, whatever else was done since. */
export function offerBack(message: string, trashId: string): void {
  offerUndo(message, () => void telling(() => askJournal('trash.restore', { trashId })));
}
