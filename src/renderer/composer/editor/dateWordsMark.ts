import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** Marks the words that the composer offers to date the entry by, or none. */
export const markDateWords = StateEffect.define<{ readonly from: number; readonly to: number } | null>();

const mark = Decoration.mark({ class: 'date-words' });

const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(markDateWords)) continue;
      const { value } = effect;
      const inside = value && value.from < value.to && value.to <= transaction.state.doc.length;
      next = inside ? Decoration.set(mark.range(value.from, value.to)) : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Underlines date words quietly while they are offered. */
export function dateWordsMark(): Extension {
  return markField;
}
