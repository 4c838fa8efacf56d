import { useRef, useState } from 'react';
import type { PromiseWithSource } from '../../shared/contract/promises.ts';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { useToday } from '../ui/useToday.ts';
import { ClosedPromises } from './ClosedPromises.tsx';
import { NewPromise } from './NewPromise.tsx';
import styles from './PersonPromises.module.css';
import { PromiseList } from './PromiseList.tsx';

/** As many as the page of a person shows. */
const MOST = 100;

/** What you owe somebody, and what they owe you. */
export function PersonPromises({ personId }: { readonly personId: string }) {
  const today = useToday();
  const [isWriting, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { data } = useJournal('promises.list', { state: 'open', personId, limit: MOST });
  const { data: names } = useJournal('people.names', { ids: [personId] });
  if (!data || !names) return null;
  const mine = data.promises.filter(({ madeBy }) => madeBy === 'me');
  const theirs = data.promises.filter(({ madeBy }) => madeBy === 'them');
  const close = () => {
    setWriting(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <section className={styles['promises']} aria-label="Promises">
      {mine.length > 0 && (
        <Side title="What you owe them" promises={mine} today={today} personId={personId} />
      )}
      {theirs.length > 0 && (
        <Side title="What they owe you" promises={theirs} today={today} personId={personId} />
      )}
      <ClosedPromises state="kept" today={today} personId={personId} />
      <ClosedPromises state="letGo" today={today} personId={personId} />
      {isWriting ? (
        <NewPromise people={names} today={today} onClose={close} />
      ) : (
        <Button
          ref={opener}
          variant="plain"
          size="s"
          icon="plus"
          className={styles['add'] ?? ''}
          onPress={() => setWriting(true)}
        >
          Write down a promise
        </Button>
      )}
    </section>
  );
}

interface SideProps {
  readonly title: string;
  readonly promises: readonly PromiseWithSource[];
  readonly today: string;
  readonly personId: string;
}

function Side({ title, promises, today, personId }: SideProps) {
  return (
    <div className={styles['side']}>
      <h2 className={styles['title']}>{title}</h2>
      <PromiseList label={title} promises={promises} today={today} withoutPerson={personId} />
    </div>
  );
}
