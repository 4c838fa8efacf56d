import type { EditorView } from '@codemirror/view';

/** Selects `words` where they stand first in the text, and shows them. Nothing where they are gone. */
export function selectWords(view: EditorView, words: string): void {
  const from = view.state.doc.toString().indexOf(words);
  if (from < 0) return;
  view.dispatch({ selection: { anchor: from, head: from + words.length }, scrollIntoView: true });
  view.focus();
}
