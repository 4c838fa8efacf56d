import { useState } from 'react';
import { useJournal } from '../journal-client/index.ts';
import { applyCompletion, type Completion, type CompletionOption, stepThrough } from './completion.ts';

const nothing: Completion = { from: 0, to: 0, options: [] };

export interface CompletionState extends Completion {
  readonly isOpen: boolean;
  readonly active: number | null;
  readonly step: (by: 1 | -1) => void;
  readonly dismiss: () => void;
  /** The query with the active option put in, or with the first; null if there is none. */
  readonly accept: (option?: CompletionOption) => { readonly text: string; readonly caret: number } | null;
}

/**
 * What could stand at the caret. Offered while one types, until it is dismissed or taken; moving about in a query, or
 * coming back to it, offers nothing.
 * @param typed how often something was typed; every time offers afresh
 */
export function useCompletion(text: string, caret: number, typed: number): CompletionState {
  const [handled, setHandled] = useState({ typed: 0, active: null as number | null, isDismissed: true });
  const isFresh = handled.typed !== typed;
  const isDismissed = isFresh ? false : handled.isDismissed;
  const isWanted = typed > 0 && !isDismissed && text.slice(0, caret).trim() !== '';
  const { data } = useJournal('search.complete', { text, caret }, { enabled: isWanted, keepPrevious: true });
  const completion = isWanted ? (data ?? nothing) : nothing;
  const isUsable = completion.options.length > 0 && isWorthOffering(text, caret, completion);
  const active = isFresh ? null : handled.active;
  return {
    ...completion,
    isOpen: isWanted && isUsable,
    active,
    step: (by) =>
      setHandled({ typed, isDismissed, active: stepThrough(active, by, completion.options.length) }),
    dismiss: () => setHandled({ typed, active: null, isDismissed: true }),
    accept: (option) => {
      const chosen = option ?? completion.options[active ?? 0];
      if (chosen === undefined) return null;
      // An answer to an earlier key ends before what was typed since, which belongs to what is replaced.
      return applyCompletion(text, { from: completion.from, to: Math.max(completion.to, caret) }, chosen);
    },
  };
}

/** Any word may begin like a filter’s name; with two letters of it, it is likely. */
const NAME_LETTERS = 2;

function isWorthOffering(text: string, caret: number, { from, to, options }: Completion): boolean {
  // An answer to an earlier key may reach beyond the text, and then can’t be put in.
  if (to > text.length) return false;
  const isAsTyped = options.length === 1 && options[0]?.text === text.slice(from, to);
  const areNames = options.every((option) => option.text.endsWith(':'));
  return !isAsTyped && !(areNames && caret - from < NAME_LETTERS);
}
