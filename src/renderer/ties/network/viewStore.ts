import type { View } from './view.ts';

/** How the picture is moved, for those who draw: many times a second, so that no more of the page is told of it. */
export interface ViewStore {
  readonly get: () => View;
  readonly set: (view: View) => void;
  /** Answers with what ends it. */
  readonly subscribe: (onChange: () => void) => () => void;
}

export function createViewStore(): ViewStore {
  let view: View = { k: 1, x: 0, y: 0 };
  const listeners = new Set<() => void>();
  return {
    get: () => view,
    set: (next) => {
      view = next;
      for (const tell of listeners) tell();
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
