import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { discardDraft, draftKeeper, loadDraft } from '../composer/draftKeepers.ts';
import { sayError } from '../ui/telling.ts';

export interface KeptDraft {
  /** What was typed and not saved, if anything. */
  readonly read: () => Promise<string | null>;
  /** Keeps soon what `content` makes then. */
  readonly keep: (content: () => string) => void;
  /** Forgets it: it was saved, or is not wanted. Says so if it can’t. */
  readonly discard: () => Promise<void>;
}

/** Why what is typed into a form can’t be kept for now; null while it can. */
export function useDraftFailure(slot: string): string | null {
  const keeper = draftKeeper(slot);
  const { state, error } = useSyncExternalStore(keeper.subscribe, keeper.status);
  return state === 'failed' ? (error?.message ?? 'It is tried again.') : null;
}

/** What is typed into a form, kept by the journal until it is saved, so that neither a crash nor a wrong key loses it. */
export function useKeptDraft(slot: string): KeptDraft {
  // Leaving keeps at once what waits.
  useEffect(() => () => draftKeeper(slot).retry(), [slot]);
  return useMemo(
    () => ({
      read: () => loadDraft(slot),
      keep: (content) => draftKeeper(slot).write(content),
      discard: () => discardDraft(slot).catch(sayError),
    }),
    [slot],
  );
}
