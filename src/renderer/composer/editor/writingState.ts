import { EditorState, type Extension } from '@codemirror/state';

/**
 * A state that holds `body` byte for byte: {@link bodyOf} gives it back unless something was typed. CodeMirror would
 * turn every line end into `\n`, so a text with others keeps its own: `\r\n` where all its lines end so, and otherwise
 * a `\r` is a character in its line.
 */
export function createWritingState(body: string, extensions: Extension): EditorState {
  const lineEnd = lineEndOf(body);
  return EditorState.create({
    doc: body,
    extensions: [lineEnd === null ? [] : EditorState.lineSeparator.of(lineEnd), extensions],
  });
}

/** The text as it is saved. */
export function bodyOf(state: EditorState): string {
  return state.sliceDoc();
}

/** Null where CodeMirror may choose, for `\n` is all there is. */
function lineEndOf(body: string): string | null {
  if (!body.includes('\r')) return null;
  const whole = body.split('\r\n').join('');
  return whole.includes('\r') || whole.includes('\n') ? '\n' : '\r\n';
}
