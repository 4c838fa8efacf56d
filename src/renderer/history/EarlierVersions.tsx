import { lazy, Suspense, useState } from 'react';
import type { Entry } from '../../shared/models/entry.ts';
import { sayMomentAgo } from '../../shared/rules/sayTime.ts';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './EarlierVersions.module.css';

// Comparing texts is seldom wanted, and the first screen needs none of it.
const EntryHistory = lazy(async () => ({ default: (await import('./EntryHistory.tsx')).EntryHistory }));

/** A quiet line under an entry that was changed: when, and the way to what it was before. */
export function EarlierVersions({ entry }: { readonly entry: Entry }) {
  const [isOpen, setOpen] = useState(false);
  const { data } = useJournal('history.entry', { id: entry.id, limit: 1 });
  if (!data || data.total === 0) return null;
  return (
    <footer className={styles['line']}>
      <span>Changed {sayMomentAgo(entry.changedAt, Date.now())}</span>
      <Button variant="plain" size="s" onPress={() => setOpen(true)}>
        Earlier versions
      </Button>
      {isOpen && (
        <Suspense>
          <EntryHistory entry={entry} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </footer>
  );
}
