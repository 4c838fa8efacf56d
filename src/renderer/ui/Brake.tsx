import { useSyncExternalStore } from 'react';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { brakeStore } from './withBrake.ts';

/** Asks before much is removed at once; see `withBrake`. Put one at the root. */
export function Brake() {
  const question = useSyncExternalStore(brakeStore.subscribe, brakeStore.current);
  return (
    <ConfirmDialog
      title="Remove all of this?"
      isOpen={question !== null}
      // After a yes this says no, which nobody hears any more.
      onClose={() => question?.answer(false)}
      onConfirm={() => question?.answer(true)}
      confirmLabel="Remove it"
      cancelLabel="Keep it"
      danger
    >
      <p>{question?.sentence}</p>
    </ConfirmDialog>
  );
}
