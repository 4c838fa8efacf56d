import { useRef, useState } from 'react';
import { goTo } from '../app/hashPlace.ts';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useToday } from '../ui/useToday.ts';
import { ClosedPromises } from './ClosedPromises.tsx';
import { NewPromise } from './NewPromise.tsx';
import { OpenPromises } from './OpenPromises.tsx';
import styles from './PromisesPage.module.css';
import { RepliesOwed } from './RepliesOwed.tsx';
import { usePromiseKeys } from './usePromiseKeys.ts';

/** What you owe others, and what they owe you. */
export function PromisesPage() {
  const today = useToday();
  const [isWriting, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  usePromiseKeys(
    () => body.current,
    () => setWriting(true),
  );
  const close = () => {
    setWriting(false);
    opener.current?.focus();
  };
  return (
    <Page>
      <PageHeader
        title="Promises"
        subtitle="What you owe others, and what they owe you."
        actions={
          <>
            <Button variant="plain" onPress={() => goTo('/kind-words')}>
              Kind words
            </Button>
            <Button
              ref={opener}
              icon="plus"
              aria-keyshortcuts="n"
              isDisabled={isWriting}
              onPress={() => setWriting(true)}
            >
              Write one down
            </Button>
          </>
        }
      />
      {isWriting && <NewPromise people={[]} today={today} onClose={close} />}
      <div ref={body} className={styles['sections']}>
        <OpenPromises title="I promised" madeBy="me" today={today} />
        <OpenPromises title="I was promised" madeBy="them" today={today} />
        <RepliesOwed today={today} />
        <NothingOpen />
        <ClosedPromises state="kept" today={today} />
        <ClosedPromises state="letGo" today={today} />
      </div>
    </Page>
  );
}

/** Where nothing is owed on either side. */
function NothingOpen() {
  const open = useJournal('promises.list', { state: 'open', limit: 1 }).data;
  const replies = useJournal('replies.owed', {}).data;
  if (!open || !replies || open.total > 0 || replies.length > 0) return null;
  return (
    <EmptyState title="Nothing is owed">
      When you write “I’ll send her the book by Friday” in an entry, Kith asks below it whether that is a
      promise. What you keep stands here until it is kept or let go. So does what others promised you, and who
      waits for a reply.
    </EmptyState>
  );
}
