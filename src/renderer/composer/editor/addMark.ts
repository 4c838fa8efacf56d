import type { EditorView } from '@codemirror/view';
import type { TextRange } from '../../../shared/rules/markdownCode.ts';
import type { MarkKind } from '../../../shared/rules/markKinds.ts';
import { findMarks } from '../../../shared/rules/marks.ts';
import { sentenceAt } from '../../../shared/rules/sentences.ts';

/** A change of a text: `insert` is written at `at`. */
interface Insertion {
  readonly at: number;
  readonly insert: string;
}

/** Full stops and the like, with what closes behind them. */
const ENDING = /[.!?…]+[”"’')\]*_~]*$/u;

/**
 * How to mark the sentence in which `from` to `to` lies: at its end, or, where the paragraph goes on behind it, before its
 * full stop, so that the mark is not taken for the next one's. Where there is no sentence, at `to`. Null where the
 * sentence has this mark already.
 */
export function markSentence(text: string, from: number, to: number, kind: MarkKind): Insertion | null {
  const sentence = sentenceAt(text, from, to);
  if (!sentence) return { at: to, insert: setApart(text, to, `!${kind}`) };
  const isMarked = findMarks(text).some((mark) => mark.kind === kind && isWithin(mark, sentence));
  return isMarked ? null : { at: placeInSentence(text, sentence), insert: ` !${kind}` };
}

/** `word` with spaces where it would touch others at `at`. */
function setApart(text: string, at: number, word: string): string {
  const isWord = (letter: string | undefined) => letter !== undefined && /\S/u.test(letter);
  return `${isWord(text[at - 1]) ? ' ' : ''}${word}${isWord(text[at]) ? ' ' : ''}`;
}

function isWithin(mark: TextRange, sentence: TextRange): boolean {
  return sentence.from <= mark.from && mark.to <= sentence.to;
}

function placeInSentence(text: string, { from, to }: TextRange): number {
  const endsLine = /^[^\S\n]*(?:\n|$)/u.test(text.slice(to, to + 200));
  return endsLine ? to : to - (ENDING.exec(text.slice(from, to))?.[0].length ?? 0);
}

/** Marks the sentence where the caret is, and lets one write on. */
export function addMark(view: EditorView, kind: MarkKind): void {
  const { from, to, head } = view.state.selection.main;
  const insertion = markSentence(view.state.doc.toString(), from, to, kind);
  if (insertion) {
    const { at, insert } = insertion;
    const caret = head >= at ? head + insert.length : head;
    view.dispatch({
      changes: { from: at, insert },
      selection: { anchor: caret },
      scrollIntoView: true,
      userEvent: 'input',
    });
  }
  view.focus();
}
