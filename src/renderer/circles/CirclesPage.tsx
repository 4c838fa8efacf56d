import { useState } from 'react';
import { useJournal } from '../journal-client/index.ts';
import { PeopleTabs } from '../people/PeopleTabs.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useToday } from '../ui/useToday.ts';
import { CircleEditor } from './CircleEditor.tsx';
import styles from './CirclesPage.module.css';
import { CircleTable } from './CircleTable.tsx';
import { RingsPicture } from './RingsPicture.tsx';
import { sayRings } from './sayDrift.ts';

/** Who is how close, as rings round the middle and as a table, and who is drifting outwards. */
export function CirclesPage() {
  const { data: rings, error } = useJournal('circles.rings', {});
  const today = useToday();
  const [isEditing, setEditing] = useState(false);
  const isEmpty = rings?.every(({ peopleCount }) => peopleCount === 0);
  return (
    <Page width="wide">
      <PageHeader
        title="People"
        actions={
          <Button icon="pen" onPress={() => setEditing(true)}>
            Change the circles
          </Button>
        }
      />
      <PeopleTabs />
      {error && <p className={styles['error']}>{error.message}</p>}
      {rings && isEmpty && (
        <EmptyState title="Nobody is in a circle yet">
          <p>
            A circle says how close you want to keep somebody, and how often to turn to them. Choose one on a
            person’s page; then this page shows who is near, and who is drifting outwards.
          </p>
        </EmptyState>
      )}
      {rings && !isEmpty && (
        <>
          <p className={styles['summary']}>{sayRings(rings, today)}</p>
          <RingsPicture rings={rings} today={today} />
          <CircleTable rings={rings} today={today} />
        </>
      )}
      {rings && isEditing && <CircleEditor circles={rings} onClose={() => setEditing(false)} />}
    </Page>
  );
}
