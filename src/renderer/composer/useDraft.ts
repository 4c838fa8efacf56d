import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useConnection } from '../journal-client/index.ts';
import type { DraftContent } from './draftContent.ts';
import { draftKeeper, openSlot } from './draftKeepers.ts';
import type { DraftStatus } from './keepDraft.ts';
import { localNow } from './localNow.ts';

export type ChangeDraft = (change: (draft: DraftContent) => DraftContent) => void;

export interface UseDraft {
  readonly draft: DraftContent;
  /** Changes the draft and keeps it soon. The first change of a new entry dates it. */
  readonly change: ChangeDraft;
  /** The newest draft, also between two renderings. */
  readonly newest: () => DraftContent;
  readonly status: DraftStatus;
}

/** What is being written in `slot`, kept as it changes. */
export function useDraft(slot: string, initial: DraftContent): UseDraft {
  const keeper = draftKeeper(slot);
  const latest = useRef(initial);
  const [draft, setDraft] = useState(initial);
  const status = useSyncExternalStore(keeper.subscribe, keeper.status);
  const connection = useConnection();

  const change = useCallback<ChangeDraft>(
    (update) => {
      const before = latest.current;
      const after = update(before);
      if (after === before) return;
      latest.current = after.when ? after : { ...after, when: localNow() };
      setDraft(latest.current);
      keeper.write(() => JSON.stringify(latest.current));
    },
    [keeper],
  );

  useEffect(() => {
    if (connection !== 'interrupted') keeper.retry();
  }, [connection, keeper]);

  useEffect(() => openSlot(slot), [slot]);

  // Leaving keeps at once what waits.
  useEffect(() => () => keeper.retry(), [keeper]);

  return { draft, change, newest: useCallback(() => latest.current, []), status };
}
