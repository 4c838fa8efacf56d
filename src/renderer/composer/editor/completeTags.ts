import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { findCode } from '../../../shared/rules/markdownCode.ts';

/** A tag that is being typed: it begins where no word does, and a heading has a space where this has a letter. */
const TAG_BEFORE = /(?<![\p{L}\p{N}_/&#])#[\p{L}\p{N}_][\p{L}\p{M}\p{N}_/-]{0,99}$/u;

/**
 * Completes `#tag` with the tags of the journal.
 * @param suggest tags that begin like a text, most used first
 */
export function completeTags(suggest: (text: string) => Promise<readonly string[]>): CompletionSource {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const typed = context.matchBefore(TAG_BEFORE);
    if (!typed || isInCode(context, typed.from)) return null;
    const tags = await suggest(typed.text.slice(1));
    if (context.aborted) return null;
    const others = tags.filter((tag) => `#${tag}` !== typed.text);
    if (others.length === 0) return null;
    return {
      from: typed.from,
      filter: false,
      options: others.map((tag) => ({ label: `#${tag}`, type: 'tag' })),
    };
  };
}

/** Whether what stands at `at` is code, where neither mentions nor tags are read. */
export function isInCode({ state }: CompletionContext, at: number): boolean {
  return findCode(state.doc.toString()).some(({ from, to }) => from <= at && at < to);
}
