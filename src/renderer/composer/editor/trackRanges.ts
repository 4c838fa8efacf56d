import { type Extension, StateEffect, StateField } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

interface TrackedRange {
  readonly key: symbol;
  readonly from: number;
  readonly to: number;
}

const follow = StateEffect.define<TrackedRange>();
const unfollow = StateEffect.define<symbol>();

const trackedField = StateField.define<readonly TrackedRange[]>({
  create: () => [],
  update: (ranges, transaction) => {
    let next = ranges.map((range) => ({
      ...range,
      from: transaction.changes.mapPos(range.from, 1),
      to: transaction.changes.mapPos(range.to, -1),
    }));
    for (const effect of transaction.effects) {
      if (effect.is(follow)) next = [...next, effect.value];
      if (effect.is(unfollow)) next = next.filter((range) => range.key !== effect.value);
    }
    return next;
  },
});

/** Lets {@link trackRange} follow places in the text while an answer is awaited. */
export function trackedRanges(): Extension {
  return trackedField;
}

/**
 * Follows a range while the text around it changes. The function that it returns ends that, and tells where the range
 * is, or null if any of its text has changed.
 */
export function trackRange(
  view: EditorView,
  from: number,
  to: number,
): () => { readonly from: number; readonly to: number } | null {
  const key = Symbol('range');
  const text = view.state.sliceDoc(from, to);
  view.dispatch({ effects: follow.of({ key, from, to }) });
  return () => {
    const range = view.state.field(trackedField).find((one) => one.key === key);
    view.dispatch({ effects: unfollow.of(key) });
    return range && view.state.sliceDoc(range.from, range.to) === text ? range : null;
  };
}
