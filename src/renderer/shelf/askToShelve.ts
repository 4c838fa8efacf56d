import type { ShelfItem } from '../../shared/models/shelf.ts';

const listeners = new Set<(item: ShelfItem | null) => void>();

/** Opens the sheet for a thing of the shelf over whatever is shown: for a new one, or for `item`. */
export function askToShelve(item: ShelfItem | null = null): void {
  for (const listener of listeners) listener(item);
}

/** Calls `onAsked` when the sheet is asked for. Returns a way to stop. */
export function onShelveAsked(onAsked: (item: ShelfItem | null) => void): () => void {
  listeners.add(onAsked);
  return () => void listeners.delete(onAsked);
}
