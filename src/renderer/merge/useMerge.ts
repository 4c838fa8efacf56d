import { useState } from 'react';
import type { JournalInput } from '../../shared/contract/index.ts';
import { goTo } from '../app/hashPlace.ts';
import { offerBack } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { telling } from '../ui/telling.ts';

/** Makes one person of two, shows that person, and offers undo. */
export function useMerge() {
  const [isRunning, setRunning] = useState(false);
  const run = async (wish: JournalInput<'people.merge'>) => {
    setRunning(true);
    try {
      await telling(async () => {
        const { trashId } = await askJournal('people.merge', wish);
        goTo(`/person/${wish.keepId}`, { replace: true });
        offerBack(`${wish.person.name} is one person now.`, trashId);
      });
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning };
}
