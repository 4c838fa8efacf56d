import type { ErrorKind, KithError } from '../../shared/contract/errors.ts';
import { DamageWizard } from '../backups/DamageWizard.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './DoorPage.module.css';
import { DoorPage } from './DoorPage.tsx';

interface Words {
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

const words: Partial<Record<ErrorKind, Words>> = {
  newerSchema: {
    title: 'This journal is from a newer Kith',
    what: 'It was written by a newer version of Kith than this one. Nothing has been changed.',
    next: 'Install the newest Kith and open it again. Your journal is safe where it is.',
  },
  damaged: {
    title: 'This journal cannot be read',
    what: 'Part of the file is damaged, so Kith has not opened it. Nothing has been changed.',
    next: 'Go on with a backup, or with what can still be read. Whatever you choose, the damaged file is kept.',
  },
  missing: {
    title: 'The journal is not where it was',
    // Which file is missing, the error says.
    what: '',
    next: 'If it lives on a disk that is not connected, connect it and try again. If it was moved, move it back.',
  },
};

const otherwise: Words = {
  title: 'The journal could not be opened',
  what: '',
  next: 'Nothing that was saved is lost. Try again; if it happens once more, restart the computer and open Kith again.',
};

/** Whether an error of this kind means that the journal cannot be opened at all. */
export function isFatal(kind: ErrorKind): boolean {
  return kind in words || kind === 'storage' || kind === 'diskFull' || kind === 'bug';
}

export interface FatalProps {
  readonly error: KithError;
  readonly onRetry: () => void;
}

/** Says what is wrong with the journal and what to do about it. */
export function Fatal({ error, onRetry }: FatalProps) {
  const { title, what, next } = words[error.kind] ?? otherwise;
  return (
    <DoorPage title={title}>
      <div className={styles['words']} role="alert">
        <p>{what || error.message}</p>
        <p>{next}</p>
      </div>
      {error.kind === 'damaged' || error.kind === 'missing' ? (
        <DamageWizard error={error} onRetry={onRetry} />
      ) : (
        <div className={styles['actions']}>
          <Button onPress={onRetry}>Try again</Button>
        </div>
      )}
    </DoorPage>
  );
}
