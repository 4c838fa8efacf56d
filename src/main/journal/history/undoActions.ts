import { KithError } from '../../../shared/contract/errors.ts';
import type { UndoneAction } from '../../../shared/contract/undo.ts';
import type { PersonDraft } from '../../../shared/models/person.ts';
import type { RecordAction } from '../../../shared/models/record.ts';
import {
  dropActions,
  emptyStack,
  markRedone,
  markUndone,
  pushAction,
  type UndoStack,
} from '../../../shared/rules/undoStack.ts';
import type { JournalContext } from '../context.ts';
import { type BulkAction, redoBulk, undoBulk } from '../people/bulk.ts';
import { mergePeople } from '../people/merge/mergePeople.ts';
import { removeEntry } from '../trash/removeEntry.ts';
import { removePerson } from '../trash/removePerson.ts';
import { restoreTrash } from '../trash/restoreTrash.ts';
import { swapRecordChange } from './recordChanges.ts';
import { swapEntryVersion, swapPersonVersion } from './versions.ts';

/** Something that was deleted or overwritten. The words themselves are in the trash and in the history, not here. */
export type Action =
  | {
      readonly kind: 'entryRemoved' | 'personRemoved';
      readonly id: string;
      readonly name: string;
      readonly trashId: string;
    }
  | {
      readonly kind: 'entryChanged' | 'personChanged';
      readonly id: string;
      readonly name: string;
      readonly versionId: string;
    }
  | {
      readonly kind: 'recordsChanged';
      readonly action: RecordAction;
      /** Of the change; see recordChanges.ts. */
      readonly id: string;
      readonly name: string;
    }
  | {
      readonly kind: 'peopleMerged';
      /** Who was kept, and what they were made. */
      readonly id: string;
      readonly name: string;
      readonly person: PersonDraft;
      readonly otherId: string;
      readonly trashId: string;
      readonly mergedAt: number;
    }
  | BulkAction
  | { readonly kind: 'importTakenBack' | 'removedForGood' };

/** What was done since the journal was opened. */
const stacks = new WeakMap<JournalContext, UndoStack<Action>>();

const stackOf = (context: JournalContext): UndoStack<Action> => stacks.get(context) ?? emptyStack;

/** Notes what was done, so that it is the next to be undone. */
export function rememberAction(context: JournalContext, action: Action): void {
  stacks.set(context, pushAction(stackOf(context), action));
}

/**
 * Undoes what was done last, and says what it was; null if there is nothing. What cannot be undone is only named, and
 * then what lies before it is next. Fails as restoring does; then, too, what lies before it is next.
 */
export function undoLast(context: JournalContext): UndoneAction | null | Promise<UndoneAction> {
  const action = stackOf(context).done.at(-1);
  if (action === undefined) return null;
  if (isBulk(action)) return undoMany(context, action);
  return attempt(context, action, () => {
    switch (action.kind) {
      case 'entryRemoved':
      case 'personRemoved':
      case 'peopleMerged':
        restoreTrash(context, action.trashId);
        break;
      case 'entryChanged':
        swapEntryVersion(context, action.versionId);
        break;
      case 'personChanged':
        swapPersonVersion(context, action.versionId);
        break;
      case 'recordsChanged':
        swapRecordChange(context, action.id, 'back');
        break;
      case 'importTakenBack':
      case 'removedForGood':
        forgetActions(context, (other) => other === action);
        return;
    }
    stacks.set(context, markUndone(stackOf(context)));
  });
}

/** Does again what was undone last, and says what it was; null if there is nothing. */
export function redoLast(context: JournalContext): UndoneAction | null | Promise<UndoneAction> {
  const action = stackOf(context).undone.at(-1);
  if (action === undefined) return null;
  if (isBulk(action)) return redoMany(context, action);
  return attempt(context, action, () => {
    stacks.set(context, markRedone(stackOf(context), doAgain(context, action)));
  });
}

/** Deleting gives a new place in the trash; a version and what replaced it change places again. */
function doAgain(context: JournalContext, action: Exclude<Action, BulkAction>): Action {
  switch (action.kind) {
    case 'entryRemoved':
      return { ...action, trashId: removeEntry(context, action.id).trashId };
    case 'personRemoved':
      return { ...action, trashId: removePerson(context, action.id).trashId };
    case 'peopleMerged': {
      const { id: keepId, otherId, person, mergedAt } = action;
      return { ...action, trashId: mergePeople(context, { keepId, otherId, person }, mergedAt).trashId };
    }
    case 'entryChanged':
      swapEntryVersion(context, action.versionId);
      return action;
    case 'personChanged':
      swapPersonVersion(context, action.versionId);
      return action;
    case 'recordsChanged':
      swapRecordChange(context, action.id, 'forth');
      return action;
    case 'importTakenBack':
    case 'removedForGood':
      return action;
  }
}

function isBulk(action: Action): action is BulkAction {
  return action.kind === 'peopleRemoved' || action.kind === 'peopleChanged';
}

/** Others may be done while this goes on: it leaves its place first. */
async function undoMany(context: JournalContext, action: BulkAction): Promise<UndoneAction> {
  stacks.set(context, markUndone(stackOf(context)));
  try {
    await undoBulk(context, action);
  } catch (error) {
    forgetActions(context, (other) => other === action);
    throw error;
  }
  return { kind: action.kind, id: action.ids[0] ?? null, name: action.name };
}

async function redoMany(context: JournalContext, action: BulkAction): Promise<UndoneAction> {
  forgetActions(context, (other) => other === action);
  const again = await redoBulk(context, action);
  // What else had been undone can still be done again.
  const { done, undone } = stackOf(context);
  stacks.set(context, markRedone({ done, undone: [...undone, action] }, again));
  return { kind: action.kind, id: action.ids[0] ?? null, name: action.name };
}

/** Something came back from the trash by another way than undo. If it was deleted last, it can be deleted again by redo. */
export function settleRestored(context: JournalContext, trashId: string): void {
  const stack = stackOf(context);
  const isIt = (action: Action) =>
    ('trashId' in action && action.trashId === trashId) ||
    (action.kind === 'recordsChanged' && action.id === trashId);
  const last = stack.done.at(-1);
  stacks.set(context, last !== undefined && isIt(last) ? markUndone(stack) : dropActions(stack, isIt));
}

/** Forgets the actions that cannot be undone any more. */
export function forgetActions(context: JournalContext, isGone: (action: Action) => boolean): void {
  stacks.set(context, dropActions(stackOf(context), isGone));
}

function attempt(context: JournalContext, action: Action, work: () => void): UndoneAction {
  try {
    work();
  } catch (error) {
    // It would fail again, and stand in the way of what lies before it.
    if (error instanceof KithError) forgetActions(context, (other) => other === action);
    throw error;
  }
  if (action.kind === 'recordsChanged') return { kind: action.action, id: action.id, name: action.name };
  return 'id' in action
    ? { kind: action.kind, id: action.id, name: action.name }
    : { kind: action.kind, id: null, name: '' };
}
