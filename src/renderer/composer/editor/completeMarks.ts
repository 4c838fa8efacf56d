import type { Completion, CompletionSource } from '@codemirror/autocomplete';
import { fold } from '../../../shared/rules/fold.ts';
import { type MarkKind, markKinds } from '../../../shared/rules/markKinds.ts';
import { markWords } from '../../../shared/rules/markWords.ts';
import { isInCode } from './completeTags.ts';

/** A mark that is being typed: it begins where a word would. */
const MARK_BEFORE = /(?<!\S)!\p{L}{0,20}$/u;

/** Completes `!gave` and the other marks, by the first letters of their names or of a word of their labels. */
export function completeMarks(): CompletionSource {
  return (context) => {
    const typed = context.matchBefore(MARK_BEFORE);
    if (!typed || isInCode(context, typed.from)) return null;
    const wanted = fold(typed.text.slice(1));
    const options = markKinds
      .filter((kind) => kind !== wanted && wordsOf(kind).some((word) => word.startsWith(wanted)))
      .map(optionFor);
    return options.length === 0 ? null : { from: typed.from, filter: false, options };
  };
}

function wordsOf(kind: MarkKind): readonly string[] {
  return [kind, ...markWords[kind].label.split(' ')];
}

function optionFor(kind: MarkKind): Completion {
  return { label: `!${kind}`, detail: markWords[kind].meaning, type: 'mark' };
}
