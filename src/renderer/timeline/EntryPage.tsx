import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import type { Entry } from '../../shared/models/entry.ts';
import { goTo } from '../app/hashPlace.ts';
import { takeEditAsked } from '../app/writing.ts';
import { EarlierVersions } from '../history/EarlierVersions.tsx';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './EntryPage.module.css';
import { EntryView } from './EntryView.tsx';
import { journalHref } from './journalAddress.ts';
import { removeEntry } from './removeEntry.ts';
import { sayFullDay } from './sayDayHeading.ts';
import { showPlace } from './showPlace.ts';
import { useNeighbours } from './useNeighbours.ts';
import { usePageKeys } from './usePageKeys.ts';

const EntryEditor = lazy(async () => ({
  default: (await import('../composer/EntryEditor.tsx')).EntryEditor,
}));

/** One entry, whole. With `?at=` it opens at that offset of its text. */
export function EntryPage({ id }: { readonly id: string }) {
  const { data: entry, error } = useJournal('entries.get', { id });
  if (error) {
    return (
      <Page>
        <PageHeader title="Entry" />
        <EmptyState
          title="This entry cannot be shown"
          action={<Button onPress={() => goTo('/')}>To the journal</Button>}
        >
          {error.message}
        </EmptyState>
      </Page>
    );
  }
  return entry ? <OpenEntry entry={entry} /> : <Spinner label="Opening the entry" />;
}

function OpenEntry({ entry }: { readonly entry: Entry }) {
  const [isEditing, setEditing] = useState(() => takeEditAsked(entry.id));
  const { newer, older } = useNeighbours(entry);
  const words = useRef<HTMLElement>(null);
  const at = new URLSearchParams(useSearch()).get('at');

  useEffect(() => {
    if (at !== null && !isEditing && words.current) return showPlace(words.current, Number(at));
    return undefined;
  }, [at, isEditing]);

  const toJournal = journalHref({ filter: {}, day: entry.day });
  const open = (other: Entry | null) => other && goTo(`/entry/${other.id}`);
  const remove = async () => {
    const next = older ?? newer;
    if (await removeEntry(entry.id)) goTo(next ? `/entry/${next.id}` : '/', { replace: true });
  };
  usePageKeys({
    j: () => open(older),
    k: () => open(newer),
    e: () => setEditing(true),
    Delete: () => void remove(),
    Escape: () => goTo(toJournal),
  });
  return (
    <Page>
      <PageHeader
        title={<time dateTime={entry.day}>{sayFullDay(entry.day)}</time>}
        subtitle={<a href={`#${toJournal}`}>In the journal</a>}
        actions={
          <>
            <IconButton
              icon="chevronUp"
              label="Newer entry (k)"
              isDisabled={!newer}
              onPress={() => open(newer)}
            />
            <IconButton
              icon="chevronDown"
              label="Older entry (j)"
              isDisabled={!older}
              onPress={() => open(older)}
            />
            <IconButton icon="pen" label="Edit (e)" isDisabled={isEditing} onPress={() => setEditing(true)} />
            <IconButton icon="trash" label="Delete" isDisabled={isEditing} onPress={() => void remove()} />
          </>
        }
      />
      {isEditing ? (
        <Suspense fallback={<Spinner label="Opening the entry" />}>
          <EntryEditor entry={entry} onClose={() => setEditing(false)} />
        </Suspense>
      ) : (
        <article ref={words} className={styles['entry']}>
          <EntryView entry={entry} />
        </article>
      )}
      {!isEditing && <EarlierVersions entry={entry} />}
    </Page>
  );
}
