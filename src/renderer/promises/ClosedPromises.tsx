import { useState } from 'react';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ClosedPromises.module.css';
import { PromiseList } from './PromiseList.tsx';

const STEP = 50;

export interface ClosedPromisesProps {
  readonly state: 'kept' | 'letGo';
  readonly today: string;
  readonly personId?: string;
}

const titles = { kept: 'Kept', letGo: 'Let go' } as const;

/** What became of promises, folded until it is wanted. Nothing where there is none. */
export function ClosedPromises({ state, today, personId }: ClosedPromisesProps) {
  const [limit, setLimit] = useState(STEP);
  const [isOpen, setOpen] = useState(false);
  const about = personId === undefined ? {} : { personId };
  // Folded, only how many there are is shown.
  const input = { state, ...about, limit: isOpen ? limit : 1 } as const;
  const { data } = useJournal('promises.list', input, { keepPrevious: true });
  if (!data || data.total === 0) return null;
  return (
    <details
      className={styles['closed']}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {titles[state]} ({data.total})
      </summary>
      {isOpen && (
        <PromiseList label={titles[state]} promises={data.promises} today={today} withoutPerson={personId} />
      )}
      {isOpen && data.total > data.promises.length && (
        <Button variant="plain" size="s" onPress={() => setLimit(limit + STEP)}>
          Show more
        </Button>
      )}
    </details>
  );
}
