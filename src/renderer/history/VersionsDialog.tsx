import { type ReactNode, useId, useState } from 'react';
import { sayMomentAgo } from '../../shared/rules/sayTime.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './VersionsDialog.module.css';

/** In the time zone of the computer, as the moments of saving are its own. */
const exactly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

export interface ListedVersion {
  readonly id: string;
  /** When it was saved. */
  readonly writtenAt: number;
  /** What is another now, in words. */
  readonly differs: string;
}

export interface VersionsDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly versions: readonly ListedVersion[];
  /** Brings more of them; undefined when all are here. */
  readonly onMore: (() => void) | undefined;
  /** A version to be read. */
  readonly children: (versionId: string, isMarked: boolean) => ReactNode;
  readonly onBringBack: (versionId: string) => void;
}

/** Earlier versions by their moments, one of them open to be read and brought back. */
export function VersionsDialog(props: VersionsDialogProps) {
  const { title, onClose, versions, onMore, children, onBringBack } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [isMarked, setMarked] = useState(true);
  const box = useId();
  const open = versions.find(({ id }) => id === chosen) ?? versions[0];
  const now = Date.now();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="l"
      actions={
        open && (
          <Button variant="primary" icon="undo" onPress={() => onBringBack(open.id)}>
            Bring this version back
          </Button>
        )
      }
    >
      {!open ? (
        <p className={styles['none']}>
          Nothing has been changed so far. When something is, what was there before is kept here.
        </p>
      ) : (
        <div className={styles['columns']}>
          <nav aria-label="Versions" className={styles['list']}>
            <ol>
              {versions.map(({ id, writtenAt, differs }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={styles['version']}
                    aria-current={id === open.id ? 'true' : undefined}
                    onClick={() => setChosen(id)}
                  >
                    <span>Saved {sayMomentAgo(writtenAt, now)}</span>
                    <time className={styles['differs']} dateTime={new Date(writtenAt).toISOString()}>
                      {exactly.format(writtenAt)}
                    </time>
                    <span className={styles['differs']}>{differs}</span>
                  </button>
                </li>
              ))}
            </ol>
            {onMore && (
              <Button size="s" variant="plain" onPress={onMore}>
                Show older ones
              </Button>
            )}
          </nav>
          <section className={styles['reading']} aria-label="This version">
            <label htmlFor={box} className={styles['marked']}>
              <input
                id={box}
                type="checkbox"
                checked={isMarked}
                onChange={() => setMarked((marked) => !marked)}
              />
              Mark what is different now
            </label>
            {children(open.id, isMarked)}
          </section>
        </div>
      )}
    </Dialog>
  );
}
