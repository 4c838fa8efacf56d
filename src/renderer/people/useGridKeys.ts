import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import type { PersonRow } from '../../shared/models/person.ts';
import type { Chosen } from './useChosen.ts';

/** Which row the keyboard is at. */
export interface GridFocus {
  readonly index: number;
  /** Counts the times that focus was sent to a row; 0 as long as nobody asked. */
  readonly request: number;
  /** Moves focus to a row. */
  readonly go: (index: number) => void;
  /** Remembers a row that took focus by itself, as by a click. */
  readonly note: (index: number) => void;
}

/** Which row the keyboard is at, to begin with and from then on. */
export function useGridFocus(start: () => number): GridFocus {
  const [{ index, request }, setFocus] = useState(() => ({ index: start(), request: 0 }));
  const go = useCallback((to: number) => setFocus((now) => ({ index: to, request: now.request + 1 })), []);
  const note = useCallback(
    (at: number) => setFocus((now) => (now.index === at ? now : { ...now, index: at })),
    [],
  );
  return useMemo(() => ({ index, request, go, note }), [index, request, go, note]);
}

export interface GridKeysOptions {
  readonly total: number;
  readonly active: number;
  readonly pageRows: number;
  readonly row: PersonRow | undefined;
  /** A row by its index, if it is read. */
  readonly rowAt: (index: number) => PersonRow | undefined;
  readonly chosen: Chosen;
  readonly focus: GridFocus;
  readonly onOpen: (row: PersonRow, index: number) => void;
  readonly onRemove: (row: PersonRow) => void;
  /** Deletes all who are chosen. */
  readonly onRemoveChosen: () => void;
  readonly onLeaveTop: () => void;
}

/** What the keys do while a row, or the button in it, has focus. */
export function useGridKeys(options: GridKeysOptions): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (chooseAll(event, options) || isForSomethingElse(event)) return;
    const target = rowForKey(event.key, options);
    const isDone = target === null ? doInRow(event, options) : goTo(target, event.shiftKey, options);
    if (isDone) event.preventDefault();
  };
}

/** A shortcut, or a key in a menu of the row, which lies elsewhere on the page. */
function isForSomethingElse(event: KeyboardEvent<HTMLElement>): boolean {
  const { currentTarget, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  return !(target instanceof Node && currentTarget.contains(target));
}

/** With Shift, whoever is on the way is chosen. */
function goTo(target: number, isChoosing: boolean, options: GridKeysOptions): boolean {
  const { active, row, rowAt, chosen, focus, onLeaveTop } = options;
  if (target < 0) {
    onLeaveTop();
    return true;
  }
  const next = rowAt(target);
  if (isChoosing && row && !chosen.ids.has(row.id)) chosen.choose(row, active, false);
  if (isChoosing && next) chosen.choose(next, target, true);
  focus.go(target);
  return true;
}

/** Ctrl or Cmd and A. */
function chooseAll(event: KeyboardEvent<HTMLElement>, { chosen }: GridKeysOptions): boolean {
  const isAll = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 'a';
  if (!isAll || event.defaultPrevented) return false;
  chosen.chooseAll();
  event.preventDefault();
  return true;
}

/** Whether the key meant something to the row that has focus. */
function doInRow(event: KeyboardEvent<HTMLElement>, options: GridKeysOptions): boolean {
  const { active, chosen, focus, row, onOpen, onRemove } = options;
  const isOnRow = event.target instanceof HTMLElement && event.target.role === 'row';
  switch (event.key) {
    case 'ArrowRight':
      event.currentTarget.querySelector<HTMLElement>(`[data-index="${active}"] button`)?.focus();
      return true;
    case 'ArrowLeft':
      if (!isOnRow) focus.go(active);
      return !isOnRow;
    case 'Escape':
      if (!isOnRow) focus.go(active);
      else chosen.chooseNone();
      return true;
    case ' ':
      if (isOnRow && row) chosen.choose(row, active, event.shiftKey);
      return isOnRow;
    case 'Enter':
      if (isOnRow && row) onOpen(row, active);
      return isOnRow;
    case 'Delete':
      if (row && chosen.ids.has(row.id)) options.onRemoveChosen();
      else if (row) onRemove(row);
      return true;
    default:
      return false;
  }
}

function rowForKey(key: string, { active, total, pageRows }: GridKeysOptions): number | null {
  const last = total - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, active + 1);
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return Math.min(last, active + pageRows);
    case 'PageUp':
      return Math.max(0, active - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
