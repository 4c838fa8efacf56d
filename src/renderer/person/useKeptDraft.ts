import { useCallback, useEffect, useRef } from 'react';
import { askJournal } from '../journal-client/index.ts';

/** Long enough to not write at every letter, short enough that a crash costs a word at most. */
const KEEP_AFTER_MS = 400;

export interface KeptDraft {
  /** What was typed and not saved, if anything. */
  readonly read: () => Promise<string | null>;
  /** Keeps what is typed, soon. */
  readonly keep: (content: string) => void;
  /** Forgets it: it was saved, or is not wanted. */
  readonly discard: () => Promise<void>;
}

/** What is typed into a form, kept by the journal until it is saved, so that neither a crash nor a wrong key loses it. */
export function useKeptDraft(slot: string): KeptDraft {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const waiting = useRef<string | null>(null);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const content = waiting.current;
    waiting.current = null;
    if (content !== null) void askJournal('drafts.save', { slot, content });
  }, [slot]);

  useEffect(() => flush, [flush]);

  return {
    read: useCallback(async () => (await askJournal('drafts.get', { slot }))?.content ?? null, [slot]),
    keep: useCallback(
      (content: string) => {
        waiting.current = content;
        clearTimeout(timer.current);
        timer.current = setTimeout(flush, KEEP_AFTER_MS);
      },
      [flush],
    ),
    discard: useCallback(async () => {
      clearTimeout(timer.current);
      waiting.current = null;
      await askJournal('drafts.discard', { slot });
    }, [slot]),
  };
}
