import { useEffect } from 'react';
import { goTo } from '../app/hashPlace.ts';
import { askJournal } from '../journal-client/ask.ts';
import { showToast } from '../ui/toasts.ts';

/** Says, when the journal is opened, that its recovery key was shown but is not on paper, as after a lock meanwhile. */
export function useRecoveryReminder(): void {
  useEffect(() => {
    let isHere = true;
    askJournal('vault.status', {}).then(
      ({ recoveryKeyWritten }) => {
        if (isHere && recoveryKeyWritten === false) remind();
      },
      // Whatever is wrong with the journal is told where it matters.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
}

function remind(): void {
  showToast({
    message: 'Your recovery key is not on paper yet. Without it, a forgotten passphrase is final.',
    action: { label: 'Make a new one', onPress: () => goTo('/settings') },
  });
}
