import { useState } from 'react';
import type { ImportBatch } from '../../shared/contract/transfer.ts';
import { capitalise, sayPeopleAndEntries } from '../../shared/rules/sayCounts.ts';
import { sayMomentAgo } from '../../shared/rules/sayTime.ts';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './EarlierImports.module.css';
import { useImportWork } from './importWork.ts';
import { RunningWork } from './RunningWork.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import { useTakeBack } from './useTakeBack.ts';

/** Every import so far, with a way to take each back. Nothing while there is none. */
export function EarlierImports() {
  const work = useImportWork();
  const { data: batches = [] } = useJournal('transfer.batches', {});
  const [asked, setAsked] = useState<ImportBatch | null>(null);
  const [taken, setTaken] = useState<string | null>(null);
  const takingBack = useTakeBack();
  if (batches.length === 0) return null;
  const isBusy = work.step === 'importing' || takingBack.job !== null;
  return (
    <Section title="Earlier imports">
      <ul className={styles['list']}>
        {batches.map((batch) => (
          <li key={batch.id} className={styles['batch']}>
            {takingBack.job && taken === batch.id ? (
              <RunningWork
                job={takingBack.job}
                label={`Taking back “${batch.sourceName}”`}
                stopping={false}
                stoppingLabel="Stopping"
                onStop={takingBack.stop}
              />
            ) : (
              <BatchLine batch={batch} isBusy={isBusy} onTakeBack={() => setAsked(batch)} />
            )}
          </li>
        ))}
      </ul>
      <TakeBackDialog
        batch={asked}
        onClose={() => setAsked(null)}
        onConfirm={(confirmed) => {
          setTaken(confirmed.id);
          void takingBack.takeBack(confirmed);
        }}
      />
    </Section>
  );
}

interface BatchLineProps {
  readonly batch: ImportBatch;
  readonly isBusy: boolean;
  readonly onTakeBack: () => void;
}

function BatchLine({ batch, isBusy, onTakeBack }: BatchLineProps) {
  const isLeft = batch.peopleCount + batch.entryCount > 0;
  return (
    <>
      <div className={styles['words']}>
        <span className={styles['name']}>{batch.sourceName}</span>
        <span className={styles['aside']}>
          <time dateTime={new Date(batch.startedAt).toISOString()}>
            {capitalise(sayMomentAgo(batch.startedAt, Date.now()))}
          </time>
          {' · '}
          {sayState(batch)}
        </span>
      </div>
      {isLeft && batch.state !== 'takenBack' && (
        <Button
          size="s"
          icon="undo"
          isDisabled={isBusy}
          onPress={onTakeBack}
          aria-label={`Take back “${batch.sourceName}”`}
        >
          Take back
        </Button>
      )}
    </>
  );
}

function sayState({ state, peopleCount, entryCount }: ImportBatch): string {
  const what = sayPeopleAndEntries(peopleCount, entryCount);
  switch (state) {
    case 'done':
      return what === 'nothing' ? 'nothing of it is left' : what;
    case 'takenBack':
      return what === 'nothing' ? 'taken back' : `taken back, but for ${what} that you have made your own`;
    case 'unfinished':
      if (what === 'nothing') return 'interrupted before it brought anything';
      return `interrupted after ${what}. Import it again to complete it, or take it back`;
  }
}
