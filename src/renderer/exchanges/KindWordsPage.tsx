import { useRef } from 'react';
import { usePageAddress } from '../app/usePageAddress.ts';
import { askToWrite } from '../app/writing.ts';
import { useJournal } from '../journal-client/index.ts';
import { PeopleTabs } from '../people/PeopleTabs.tsx';
import { PersonPicker } from '../timeline/PersonPicker.tsx';
import { usePageKeys } from '../timeline/usePageKeys.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import tools from '../ui/ListTools.module.css';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useToday } from '../ui/useToday.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { ExchangeLine } from './ExchangeLine.tsx';
import styles from './KindWordsPage.module.css';
import {
  allKindWords,
  type KindWordsQuery,
  kindWordsHref,
  readKindWordsAddress,
} from './kindWordsAddress.ts';
import { useKindWords } from './useKindWords.ts';

/** About as high as a row with one line of words. */
const ROW_HEIGHT = 78;

/** What people said of the user or for them, kept for the day when it is needed, with a way to thank them. */
export function KindWordsPage() {
  const { value: query, set, setNow } = usePageAddress(readKindWordsAddress, kindWordsHref);
  const { found, state, error, loadMore } = useKindWords(query);
  const today = useToday();
  const field = useRef<HTMLInputElement>(null);
  usePageKeys({ n: () => askToWrite(), '/': () => field.current?.focus() });
  const isNarrowed = query.text.trim() !== '' || query.personId !== null;
  const isEmpty = state === 'ready' && found.length === 0;
  return (
    <Page scroll={false}>
      <PageHeader title="Kind words" subtitle="What people said of you, or for you." />
      <PeopleTabs />
      {!(isEmpty && !isNarrowed) && (
        <div className={tools['tools']}>
          <SearchField
            label="Find words"
            placeholder="Find words"
            value={query.text}
            onChange={(text) => set((before) => ({ ...before, text }))}
            maxLength={200}
            inputRef={field}
            className={tools['find'] ?? ''}
          />
          <OfPerson personId={query.personId} onChange={(personId) => setNow({ ...query, personId })} />
        </div>
      )}
      {state === 'loading' && <Spinner label="Looking for kind words" />}
      {state === 'failed' && <EmptyState title="Kind words cannot be shown">{error?.message}</EmptyState>}
      {isEmpty && <NoKindWords isNarrowed={isNarrowed} onShowAll={() => setNow(allKindWords)} />}
      {found.length > 0 && (
        <VirtualList
          items={found}
          keyOf={({ entryId }, index) => `${entryId} ${index}`}
          estimateSize={() => ROW_HEIGHT}
          label="Kind words"
          onReachEnd={loadMore}
          className={styles['list'] ?? ''}
        >
          {(exchange) => (
            <div className={styles['row']}>
              <ExchangeLine exchange={exchange} today={today} />
            </div>
          )}
        </VirtualList>
      )}
    </Page>
  );
}

interface OfPersonProps {
  readonly personId: KindWordsQuery['personId'];
  readonly onChange: (personId: KindWordsQuery['personId']) => void;
}

/** By whom: everybody, or one person. */
function OfPerson({ personId, onChange }: OfPersonProps) {
  const ids = personId === null ? [] : [personId];
  const [person] = useJournal('people.names', { ids }, { enabled: personId !== null }).data ?? [];
  if (personId !== null) {
    return (
      <Chip icon="person" onRemove={() => onChange(null)} removeLabel="Show the words of everybody">
        {person?.name ?? 'A person'}
      </Chip>
    );
  }
  return (
    <PersonPicker
      label="Words of a person"
      trigger={
        <Button size="s" variant="plain" icon="person">
          Of a person
        </Button>
      }
      onPick={({ id }) => onChange(id)}
    />
  );
}

function NoKindWords({
  isNarrowed,
  onShowAll,
}: {
  readonly isNarrowed: boolean;
  readonly onShowAll: () => void;
}) {
  if (isNarrowed) {
    return (
      <EmptyState title="No such words" action={<Button onPress={onShowAll}>Show all kind words</Button>}>
        Nothing kind that you marked is like that.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No kind words yet"
      action={
        <Button variant="primary" icon="pen" onPress={() => askToWrite()}>
          Write some down
        </Button>
      }
    >
      When somebody says something kind of you, or speaks for you, write it down and put !kind behind the
      sentence. It is kept here for a day on which you need it, with a way to thank them.
    </EmptyState>
  );
}
