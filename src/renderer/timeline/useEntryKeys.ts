import { type RefObject, useEffect, useRef } from 'react';
import type { VirtualListHandle } from '../ui/VirtualList.tsx';
import { isForPage } from './isForPage.ts';

export interface EntryKeys {
  readonly list: RefObject<VirtualListHandle | null>;
  readonly count: number;
  /** While an entry is edited in the list the keys rest, but for those of the editor. */
  readonly isEditing: boolean;
  readonly idAt: (index: number) => string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onEdit: (id: string) => void;
  readonly onRemove: (id: string, index: number) => void;
}

/**
 * The keys of a list of entries, wherever on the page focus is, unless one types: `j` and `k` go to the next and the
 * one before. On the focused entry, the arrows do too, Enter opens, `e` edits, and Delete or Backspace deletes.
 */
export function useEntryKeys(keys: EntryKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isForPage(event) && handle(event, latest.current)) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

const steps: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

function handle(event: KeyboardEvent, keys: EntryKeys): boolean {
  const article = focusedEntry();
  const step = steps[event.key];
  if (step !== undefined) {
    if (event.key.startsWith('Arrow') && !article) return false;
    return move(keys, article, step);
  }
  const index = article ? indexOf(article) : -1;
  const id = keys.idAt(index);
  if (!article || id === undefined || keys.isEditing) return false;
  switch (event.key) {
    case 'Enter':
      keys.onOpen(id);
      return true;
    case 'e':
      keys.onEdit(id);
      return true;
    case 'Delete':
    case 'Backspace':
      keys.onRemove(id, index);
      return true;
    default:
      return false;
  }
}

function move(keys: EntryKeys, article: HTMLElement | null, step: number): boolean {
  const from = article ? indexOf(article) : firstSeen(keys.list.current) - (step > 0 ? 1 : 0);
  const to = Math.min(keys.count - 1, Math.max(0, from + step));
  if (keys.count === 0) return false;
  keys.list.current?.focusIndex(to);
  return true;
}

/** The entry that has focus itself: not one whose button has it, for Enter and Delete mean something else there. */
function focusedEntry(): HTMLElement | null {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused.dataset['entry'] !== undefined ? focused : null;
}

function indexOf(article: HTMLElement): number {
  return Number(article.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
}

/** The first row of which more than a sliver is on the screen. */
function firstSeen(list: VirtualListHandle | null): number {
  const scroller = list?.element();
  if (!scroller) return 0;
  const top = scroller.getBoundingClientRect().top;
  const rows = [...scroller.querySelectorAll<HTMLElement>('[data-index]')];
  const first = rows.find((row) => row.getBoundingClientRect().bottom > top + 40);
  return Number(first?.dataset['index'] ?? 0);
}
