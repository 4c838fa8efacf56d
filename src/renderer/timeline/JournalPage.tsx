import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { goTo } from '../app/hashPlace.ts';
import { usePageAddress } from '../app/usePageAddress.ts';
import { useWritingAsked, type WritingStart } from '../app/writing.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { EntryList } from './EntryList.tsx';
import { EmptyJournal, NothingFound } from './emptyStates.tsx';
import { FilterBar } from './FilterBar.tsx';
import styles from './JournalPage.module.css';
import { isFiltered, journalHref, readJournalAddress } from './journalAddress.ts';
import { usePageKeys } from './usePageKeys.ts';
import { useUnsavedDraft } from './useUnsavedDraft.ts';
import { WritePrompt } from './WritePrompt.tsx';

const loadNewEntry = async () => ({ default: (await import('../composer/NewEntry.tsx')).NewEntry });
// The editor is the largest part of the window, and reading needs none of it. It is fetched once the page stands.
const NewEntry = lazy(loadNewEntry);

/** All entries by day, newest first, and at the top a sheet to write the next one on. */
export function JournalPage() {
  const { value: address, setNow } = usePageAddress(readJournalAddress, journalHref);
  const [writing, setWriting] = useState<WritingStart | null>(null);
  const [isJumping, setJumping] = useState(false);
  const prompt = useRef<HTMLButtonElement>(null);
  const draft = useUnsavedDraft();
  useWritingAsked(setWriting);
  useEffect(() => {
    void loadNewEntry();
  }, []);
  const write = () => setWriting((before) => before ?? {});
  usePageKeys({ n: write, g: () => setJumping(true), '/': () => goTo('/search') });
  const stopWriting = () => {
    setWriting(null);
    requestAnimationFrame(() => prompt.current?.focus());
  };
  return (
    <div className={styles['page']}>
      <div className={styles['top']}>
        <div className={styles['column']}>
          <PageHeader title="Journal" />
          {writing ? (
            <div className={styles['sheet']}>
              <Suspense fallback={<Spinner label="Opening a sheet" />}>
                <NewEntry
                  key={`${writing.personId ?? ''} ${writing.mark ?? ''}`}
                  start={writing}
                  onClose={stopWriting}
                />
              </Suspense>
            </div>
          ) : (
            <WritePrompt ref={prompt} draft={draft} onWrite={write} />
          )}
          <FilterBar address={address} onChange={setNow} isJumping={isJumping} onJumping={setJumping} />
        </div>
      </div>
      <EntryList
        key={journalHref(address)}
        filter={address.filter}
        startDay={address.day}
        label="Entries"
        width="reading"
        empty={
          isFiltered(address) ? (
            <NothingFound onShowAll={() => setNow({ filter: {}, day: null })} />
          ) : (
            <EmptyJournal onWrite={write} />
          )
        }
      />
    </div>
  );
}
