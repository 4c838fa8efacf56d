import { useState } from 'react';
import type { JournalInput } from '../../shared/contract/index.ts';
import { goTo } from '../app/hashPlace.ts';
import { askJournal } from '../journal-client/index.ts';
import { sayError } from '../ui/telling.ts';
import { showToast } from '../ui/toasts.ts';

/** Makes one person of two, shows that person, and offers undo. */
export function useMerge() {
  const [isRunning, setRunning] = useState(false);
  const run = async (wish: JournalInput<'people.merge'>) => {
    setRunning(true);
    try {
      const { trashId } = await askJournal('people.merge', wish);
      goTo(`/person/${wish.keepId}`, { replace: true });
      showToast({
        message: `${wish.person.name} is one person now.`,
        action: { label: 'Undo', onPress: () => void takeBack(trashId) },
        isUndo: true,
      });
    } catch (error) {
      sayError(error);
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning };
}

async function takeBack(trashId: string): Promise<void> {
  try {
    await askJournal('trash.restore', { trashId });
  } catch (error) {
    sayError(error);
  }
}
