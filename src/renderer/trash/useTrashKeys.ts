import { type RefObject, useEffect, useRef } from 'react';
import { isForPage } from '../timeline/isForPage.ts';
import type { VirtualListHandle } from '../ui/VirtualList.tsx';

export interface TrashKeys {
  readonly list: RefObject<VirtualListHandle | null>;
  readonly count: number;
  readonly onRestore: (index: number) => void;
  readonly onRemove: (index: number) => void;
  readonly onSelect: (index: number) => void;
}

const steps: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

/**
 * The keys of the trash: `j` and `k` or the arrows go to the next and the one before. On the focused row Enter or `r`
 * restores, Delete or Backspace deletes for good, `x` chooses it.
 */
export function useTrashKeys(keys: TrashKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isForPage(event) && handle(event.key, latest.current)) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function handle(key: string, keys: TrashKeys): boolean {
  const index = focusedIndex();
  const step = steps[key];
  if (step !== undefined) {
    if (keys.count === 0) return false;
    const to = index === null ? 0 : index + step;
    keys.list.current?.focusIndex(Math.min(keys.count - 1, Math.max(0, to)));
    return true;
  }
  if (index === null) return false;
  switch (key) {
    case 'Enter':
    case 'r':
      keys.onRestore(index);
      return true;
    case 'Delete':
    case 'Backspace':
      keys.onRemove(index);
      return true;
    case 'x':
      keys.onSelect(index);
      return true;
    default:
      return false;
  }
}

/** Of the row that has focus itself: on its buttons the keys mean something else. */
function focusedIndex(): number | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused.dataset['trash'] === undefined) return null;
  return Number(focused.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? 0);
}
