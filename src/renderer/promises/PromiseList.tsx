import { useState } from 'react';
import type { PromiseWithSource } from '../../shared/contract/promises.ts';
import { askJournal } from '../journal-client/index.ts';
import { PromiseForm } from './PromiseForm.tsx';
import styles from './PromiseList.module.css';
import { PromiseRow } from './PromiseRow.tsx';
import { returnFocusTo } from './returnFocus.ts';
import { namePromise } from './sayPromise.ts';

export interface PromiseListProps {
  readonly label: string;
  readonly promises: readonly PromiseWithSource[];
  readonly today: string;
  readonly withoutPerson?: string | undefined;
}

/** Promises one below the other; the one that is edited is a form. */
export function PromiseList({ label, promises, today, withoutPerson }: PromiseListProps) {
  const [editedId, setEdited] = useState<string | null>(null);
  const close = (id: string) => {
    returnFocusTo(id);
    setEdited(null);
  };
  return (
    <ul aria-label={label} className={styles['list']}>
      {promises.map((promise) => (
        <li key={promise.id}>
          {promise.id === editedId ? (
            <PromiseForm
              label={`Edit “${namePromise(promise)}”`}
              initial={promise}
              today={today}
              saveLabel="Save"
              onSave={async ({ people, ...words }) => {
                const personIds = people.map(({ id }) => id);
                await askJournal('promises.update', { id: promise.id, promise: { ...words, personIds } });
              }}
              onClose={() => close(promise.id)}
            />
          ) : (
            <PromiseRow promise={promise} today={today} onEdit={setEdited} withoutPerson={withoutPerson} />
          )}
        </li>
      ))}
    </ul>
  );
}
