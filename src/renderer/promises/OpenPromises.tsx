import { useState } from 'react';
import type { JournalInput } from '../../shared/contract/index.ts';
import { type DueGroupName, groupByDue } from '../../shared/rules/promises/groupByDue.ts';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './OpenPromises.module.css';
import { PromiseList } from './PromiseList.tsx';

/** As many at first, and so many more at each wish. */
const STEP = 50;

const names: Readonly<Record<DueGroupName, string>> = {
  overdue: 'Overdue',
  soon: 'Within a week',
  later: 'Later',
  noDay: 'Without a day',
};

export interface OpenPromisesProps {
  readonly title: string;
  readonly madeBy: NonNullable<JournalInput<'promises.list'>['madeBy']>;
  readonly today: string;
}

/** The open promises of one side, by when they are due. Nothing where there is none. */
export function OpenPromises({ title, madeBy, today }: OpenPromisesProps) {
  const [limit, setLimit] = useState(STEP);
  const { data } = useJournal('promises.list', { state: 'open', madeBy, limit }, { keepPrevious: true });
  if (!data || data.total === 0) return null;
  return (
    <Section title={title}>
      {groupByDue(data.promises, today).map((group) => (
        <div key={group.name} className={styles['group']}>
          <h3 className={styles['name']}>{names[group.name]}</h3>
          <PromiseList label={`${title}: ${names[group.name]}`} promises={group.promises} today={today} />
        </div>
      ))}
      {data.total > data.promises.length && (
        <Button
          variant="plain"
          size="s"
          className={styles['more'] ?? ''}
          onPress={() => setLimit(limit + STEP)}
        >
          Show more
        </Button>
      )}
    </Section>
  );
}
