import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { KithError } from '../../shared/contract/errors.ts';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import { useJournal } from '../journal-client/useJournal.ts';
import { useJournalMutation } from '../journal-client/useJournalMutation.ts';
import { Fatal, isFatal } from './Fatal.tsx';
import { Opening } from './Opening.tsx';
import { Unlock, type UnlockProps } from './Unlock.tsx';
import { Welcome } from './Welcome.tsx';

/** Shows `children` once the journal is open, and until then what stands before it. */
export function VaultGate({ children }: { readonly children: ReactNode }) {
  const status = useJournal('vault.status', {});
  const [failure, setFailure] = useState<KithError | null>(null);
  const [held, setHeld] = useState<VaultStatus['state'] | null>(null);
  const again = () => void status.refetch();
  const onFailure = (error: KithError) => setFailure(isFatal(error.kind) ? error : null);
  const retry = () => {
    setFailure(null);
    again();
  };

  const fatal = failure ?? (status.data ? null : status.error);
  // An interruption is mended by itself, and what was on the screen stays there until it is.
  if (fatal && fatal.kind !== 'interrupted') return <Fatal error={fatal} onRetry={retry} />;
  if (status.data === undefined) return <Opening />;
  const { state } = status.data;
  const door = {
    onFailure,
    onOpened: () => {
      setHeld(null);
      again();
    },
    onHold: (isHeld: boolean) => setHeld(isHeld ? state : null),
  };
  switch (held ?? state) {
    case 'absent':
      return <Welcome {...door} />;
    case 'locked':
      return <OpensItself {...door} status={status.data} />;
    case 'open':
      return children;
  }
}

/** Opens by this computer where it may do so unasked, and asks if that fails. */
function OpensItself(props: UnlockProps) {
  const [isTrying, setTrying] = useState(props.status.opensItself);
  const unlock = useJournalMutation('vault.unlock');
  const hasTried = useRef(false);
  useEffect(() => {
    if (!isTrying || hasTried.current) return;
    hasTried.current = true;
    unlock.mutate({ thisComputer: true }, { onSuccess: props.onOpened, onError: () => setTrying(false) });
  });
  return isTrying ? <Opening /> : <Unlock {...props} />;
}
