import { type ReactNode, useState } from 'react';
import type { KithError } from '../../shared/contract/errors.ts';
import { useJournal } from '../journal-client/useJournal.ts';
import { Fatal, isFatal } from './Fatal.tsx';
import { Opening } from './Opening.tsx';
import { Unlock } from './Unlock.tsx';
import { Welcome } from './Welcome.tsx';

/** Shows `children` once the journal is open, and until then what stands before it. */
export function VaultGate({ children }: { readonly children: ReactNode }) {
  const status = useJournal('vault.status', {});
  const [failure, setFailure] = useState<KithError | null>(null);
  const again = () => void status.refetch();
  const onFailure = (error: KithError) => setFailure(isFatal(error.kind) ? error : null);

  const retry = () => {
    setFailure(null);
    again();
  };

  const fatal = failure ?? (status.data ? null : status.error);
  // An interruption is mended by itself, and what was on the screen stays there until it is.
  if (fatal && fatal.kind !== 'interrupted') return <Fatal error={fatal} onRetry={retry} />;
  switch (status.data?.state) {
    case undefined:
      return <Opening />;
    case 'absent':
      return <Welcome onOpened={again} onFailure={onFailure} />;
    case 'locked':
      return <Unlock onOpened={again} onFailure={onFailure} />;
    case 'open':
      return children;
  }
}
