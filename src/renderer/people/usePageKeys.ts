import { useEffect, useRef } from 'react';

export interface PageKeys {
  /** A letter was typed, or `/`: it belongs into the field that finds. */
  readonly onFind: () => void;
  readonly onAdd: () => void;
  /** Down was pressed while nothing on the page had focus. */
  readonly onDown: () => void;
}

/** Keys of the whole page, as long as they are not typed into something: letters find, `n` adds, Down goes to the list. */
export function usePageKeys(keys: PageKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isElsewhere(event)) handleKey(event, latest.current);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function handleKey(event: KeyboardEvent, { onAdd, onFind, onDown }: PageKeys): void {
  if (event.key === 'n') onAdd();
  else if (event.key === '/') onFind();
  else if (event.key === 'ArrowDown' && isOnNothing(event.target)) onDown();
  else {
    // The field has focus before the letter arrives, so the letter is typed into it.
    if (/^[\p{L}\p{N}]$/u.test(event.key)) onFind();
    return;
  }
  event.preventDefault();
}

const FIELDS = 'input, textarea, select, [contenteditable="true"]';
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Whether a key belongs to something else: a shortcut, a field, a menu, a dialog. */
function isElsewhere(event: KeyboardEvent): boolean {
  const { defaultPrevented, ctrlKey, metaKey, altKey, isComposing, target } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return true;
  return target instanceof HTMLElement && target.closest(`${FIELDS}, ${OVERLAYS}`) !== null;
}

function isOnNothing(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof HTMLElement && target.matches('h1, main'));
}
