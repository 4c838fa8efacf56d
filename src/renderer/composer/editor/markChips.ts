import { type EditorState, type Extension, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { type MarkKind, markKinds } from '../../../shared/rules/markKinds.ts';
import { findMarkPlaces } from '../../../shared/rules/marks.ts';
import { markWords } from '../../../shared/rules/markWords.ts';

const chips = new Map<MarkKind, Decoration>(
  markKinds.map((kind) => [
    kind,
    Decoration.mark({ class: 'mark-chip', attributes: { title: markWords[kind].meaning } }),
  ]),
);

const chipsField = StateField.define<DecorationSet>({
  create: readChips,
  update: (before, transaction) => (transaction.docChanged ? readChips(transaction.state) : before),
  provide: (field) => EditorView.decorations.from(field),
});

function readChips(state: EditorState): DecorationSet {
  return Decoration.set(
    findMarkPlaces(state.doc.toString()).flatMap(
      ({ from, to, kind }) => chips.get(kind)?.range(from, to) ?? [],
    ),
  );
}

/** Shows each mark as a quiet chip. It stays text, which the caret walks through. */
export function markChips(): Extension {
  return chipsField;
}
