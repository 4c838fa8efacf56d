/** What was done and can be undone, and what was undone and can be done again; the last of each is the next. */
export interface UndoStack<Action> {
  readonly done: readonly Action[];
  readonly undone: readonly Action[];
}

/** Nobody undoes more one by one; what is older is still in the trash and in the history. */
const MOST = 100;

export const emptyStack: UndoStack<never> = { done: [], undone: [] };

/** Something new was done: what had been undone before cannot be done again. */
export function pushAction<Action>({ done }: UndoStack<Action>, action: Action): UndoStack<Action> {
  return { done: [...done, action].slice(-MOST), undone: [] };
}

/** The stack after its last action was undone; unchanged if there is none. */
export function markUndone<Action>({ done, undone }: UndoStack<Action>): UndoStack<Action> {
  const last = done.at(-1);
  return last === undefined ? { done, undone } : { done: done.slice(0, -1), undone: [...undone, last] };
}

/** The stack after what was undone last was done again, perhaps with another token: `action` stands for it now. */
export function markRedone<Action>({ done, undone }: UndoStack<Action>, action: Action): UndoStack<Action> {
  return { done: [...done, action].slice(-MOST), undone: undone.slice(0, -1) };
}

/** The stack without the actions that cannot be undone or done again any more. */
export function dropActions<Action>(
  { done, undone }: UndoStack<Action>,
  isGone: (action: Action) => boolean,
): UndoStack<Action> {
  const stays = (action: Action) => !isGone(action);
  return { done: done.filter(stays), undone: undone.filter(stays) };
}
