import { lazy, Suspense, useRef, useState } from 'react';
import type { FactWithSource } from '../../shared/contract/facts.ts';
import { Button } from '../ui/Button.tsx';
import styles from './FactList.module.css';
import { FactRow } from './FactRow.tsx';
import { changeFact } from './factActions.ts';
import { fieldsOfFact } from './fieldsOfFact.ts';

const FactForm = lazy(async () => ({ default: (await import('./FactForm.tsx')).FactForm }));

export interface FactListProps {
  /** Names the list for screen readers. */
  readonly label: string;
  readonly facts: readonly FactWithSource[];
  readonly today: string;
  /** Whether these hold today. */
  readonly isTrue: boolean;
}

/** As many are shown at once. */
const SHOWN_AT_ONCE = 12;

/** Facts of one kind, each to be changed in its place. */
export function FactList({ label, facts, today, isTrue }: FactListProps) {
  const [isWhole, setWhole] = useState(false);
  const { list, editing, edit, stop } = useEditingInPlace();
  const shown = isWhole ? facts : facts.slice(0, SHOWN_AT_ONCE);
  return (
    <>
      <ul ref={list} aria-label={label} className={styles['list']}>
        {shown.map((fact) => (
          <li key={fact.id} data-fact={fact.id}>
            {editing === fact.id ? (
              <Suspense>
                <FactForm
                  label="What to remember"
                  initial={fieldsOfFact(fact)}
                  saveLabel="Save"
                  onSave={async (written) => {
                    const failed = await changeFact(fact.id, written);
                    if (failed === null) stop();
                    return failed;
                  }}
                  onCancel={stop}
                />
              </Suspense>
            ) : (
              <FactRow fact={fact} today={today} isTrue={isTrue} onEdit={() => edit(fact.id)} />
            )}
          </li>
        ))}
      </ul>
      {shown.length < facts.length && (
        <Button variant="plain" size="s" className={styles['all'] ?? ''} onPress={() => setWhole(true)}>
          Show all {facts.length}
        </Button>
      )}
    </>
  );
}

/** Which fact is being changed. When that is over, focus goes back to its row. */
function useEditingInPlace() {
  const [editing, setEditing] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const stop = () => {
    const id = editing;
    setEditing(null);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-fact="${id}"] button`)?.focus(),
    );
  };
  return { list, editing, edit: setEditing, stop };
}
