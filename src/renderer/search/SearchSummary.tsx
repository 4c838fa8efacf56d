import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './SearchSummary.module.css';
import type { ShownAnswer } from './useSearchAnswer.ts';

export interface SearchSummaryProps {
  readonly answer: ShownAnswer;
  readonly isFound: boolean;
  readonly onWrite: (text: string) => void;
  readonly onOrder: (order: 'best' | 'newest') => void;
}

/** A quiet line under the field: what could have been meant, what a filter did not find, and in what order one reads. */
export function SearchSummary({ answer, isFound, onWrite, onOrder }: SearchSummaryProps) {
  const { didYouMean, notes, mode, count, more } = answer;
  return (
    <div className={styles['summary']}>
      {didYouMean !== null && isFound && (
        <p>
          Did you mean{' '}
          <button type="button" className={styles['link']} onClick={() => onWrite(didYouMean)}>
            {didYouMean}
          </button>
          ?
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className={styles['note']}>
          {note}
        </p>
      ))}
      {count > 0 && (mode !== 'typing' || more) && (
        <div className={styles['order']}>
          {mode === 'typing' ? (
            <span className={styles['hint']}>
              From the newest matches. <Kbd keys="Enter" /> goes through all of them.
            </span>
          ) : (
            <ToggleButtonGroup
              aria-label="Order"
              disallowEmptySelection
              selectedKeys={[mode]}
              onSelectionChange={([key]) => onOrder(key === 'newest' ? 'newest' : 'best')}
              className={styles['orders'] ?? ''}
            >
              <ToggleButton id="best" className={styles['choice'] ?? ''}>
                Best first
              </ToggleButton>
              <ToggleButton id="newest" className={styles['choice'] ?? ''}>
                Newest first
              </ToggleButton>
            </ToggleButtonGroup>
          )}
        </div>
      )}
    </div>
  );
}
