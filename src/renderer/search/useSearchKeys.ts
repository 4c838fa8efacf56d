import type { KeyboardEvent } from 'react';
import { moveSelection } from './moveSelection.ts';
import type { CompletionState } from './useCompletion.ts';

export interface SearchKeysOptions {
  readonly completion: Pick<CompletionState, 'isOpen' | 'active' | 'step' | 'dismiss'>;
  readonly hitCount: number;
  readonly selected: number | null;
  readonly isEmpty: boolean;
  readonly onAccept: () => void;
  readonly onSelect: (index: number | null) => void;
  readonly onOpen: (index: number) => void;
  /** Asks for all matches by exact rank. */
  readonly onRun: () => void;
  readonly onClear: () => void;
}

/** The keys of the field: first for what could stand at the caret, then for what was found, then for the field itself. */
export function useSearchKeys(options: SearchKeysOptions): (event: KeyboardEvent<HTMLInputElement>) => void {
  return (event) => {
    // While a word is being composed (Japanese, Chinese…), its keys belong to that.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (completionKey(event.key, options) || hitKey(event.key, options)) event.preventDefault();
  };
}

/** Whether the key was for the completion. */
function completionKey(key: string, { completion, onAccept }: SearchKeysOptions): boolean {
  if (!completion.isOpen) return false;
  switch (key) {
    case 'ArrowDown':
      completion.step(1);
      return true;
    case 'ArrowUp':
      completion.step(-1);
      return true;
    case 'Tab':
      onAccept();
      return true;
    case 'Enter':
      if (completion.active === null) completion.dismiss();
      else onAccept();
      return completion.active !== null;
    case 'Escape':
      completion.dismiss();
      return true;
    default:
      return false;
  }
}

/** Whether the key was for the hits or the field. */
function hitKey(key: string, options: SearchKeysOptions): boolean {
  const { selected, hitCount, onSelect, onOpen, onRun, onClear, isEmpty } = options;
  const moved = moveSelection(key, selected, hitCount);
  if (moved !== undefined) {
    onSelect(moved);
    return true;
  }
  if (key === 'Enter') {
    if (selected === null) onRun();
    else onOpen(selected);
    return true;
  }
  if (key !== 'Escape') return false;
  if (selected !== null) onSelect(null);
  else if (!isEmpty) onClear();
  return true;
}
