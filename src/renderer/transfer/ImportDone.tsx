import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ImportBatch } from '../../shared/contract/transfer.ts';
import { capitalise, sayCount, sayPeopleAndEntries } from '../../shared/rules/sayCounts.ts';
import { Button } from '../ui/Button.tsx';
import { FileNotices } from './FileNotices.tsx';
import { type ImportResult, startOver } from './importWork.ts';
import styles from './PreviewedImport.module.css';
import { RunningWork } from './RunningWork.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import { useTakeBack } from './useTakeBack.ts';

/** What an import brought, in words, and the ways on from here. */
export function ImportDone({ result }: { readonly result: ImportResult }) {
  const { batch, warnings, skipped } = result;
  const [asked, setAsked] = useState<ImportBatch | null>(null);
  const [, goTo] = useLocation();
  const takingBack = useTakeBack();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (takingBack.job) {
    return (
      <RunningWork
        job={takingBack.job}
        label={`Taking back “${batch.sourceName}”`}
        stopping={false}
        stoppingLabel="Stopping"
        onStop={takingBack.stop}
      />
    );
  }
  const total = batch.peopleCount + batch.entryCount;
  const brought = capitalise(sayPeopleAndEntries(batch.peopleCount, batch.entryCount));
  return (
    <div className={styles['sheet']}>
      <h3 ref={heading} tabIndex={-1} className={styles['title']}>
        {brought} came in
      </h3>
      <p className={styles['known']}>
        {total === 1 ? 'It is' : 'They are'} part of your journal now, and can be found by search.
      </p>
      <FileNotices
        title={sayCount(warnings.length, 'thing to look at', 'things to look at')}
        notices={warnings}
      />
      <FileNotices title="Files left out, and why" notices={skipped} />
      <div className={styles['buttons']}>
        <Button variant="primary" onPress={() => goTo('/')}>
          Open the journal
        </Button>
        <Button icon="undo" onPress={() => setAsked(batch)}>
          Take back this import
        </Button>
        <Button variant="plain" onPress={startOver}>
          Bring in more
        </Button>
      </div>
      <TakeBackDialog
        batch={asked}
        onClose={() => setAsked(null)}
        onConfirm={async (confirmed) => {
          if (await takingBack.takeBack(confirmed)) startOver();
        }}
      />
    </div>
  );
}
