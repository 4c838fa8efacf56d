import { useRef } from 'react';
import type { ShelfItem } from '../../shared/models/shelf.ts';
import { usePageAddress } from '../app/usePageAddress.ts';
import { useJournal } from '../journal-client/index.ts';
import { usePageKeys } from '../timeline/usePageKeys.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import tools from '../ui/ListTools.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useToday } from '../ui/useToday.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { askToShelve } from './askToShelve.ts';
import { ShelfCard } from './ShelfCard.tsx';
import styles from './ShelfPage.module.css';
import { readShelfAddress, type ShelfQuery, shelfHref } from './shelfAddress.ts';
import { useShelf } from './useShelf.ts';

/** About as high as a link with two lines of words and one person who would like it. */
const CARD_HEIGHT = 240;

/** Things worth sharing, and who would like them. */
export function ShelfPage() {
  const { value: query, set } = usePageAddress(readShelfAddress, shelfHref);
  const { items, error, loadMore } = useShelf(query);
  const today = useToday();
  const field = useRef<HTMLInputElement>(null);
  usePageKeys({ n: () => askToShelve(), '/': () => field.current?.focus() });
  const change = (changes: Partial<ShelfQuery>) => set((now) => ({ ...now, ...changes }));
  const isWhole = query.text.trim() === '' && query.topic === null;
  const isEmpty = items?.length === 0;
  return (
    <VirtualList<ShelfItem>
      items={items ?? none}
      keyOf={({ id }) => id}
      estimateSize={() => CARD_HEIGHT}
      label="What is on the shelf"
      onReachEnd={loadMore}
      width="reading"
      header={
        <>
          <PageHeader
            title="Shelf"
            subtitle="Things worth sharing, kept until you know with whom."
            actions={
              <Button variant="primary" icon="plus" onPress={() => askToShelve()}>
                Put on the shelf
              </Button>
            }
          />
          {!(isEmpty && isWhole) && (
            <div className={tools['tools']}>
              <SearchField
                label="Find on the shelf"
                placeholder="Find on the shelf"
                value={query.text}
                onChange={(text) => change({ text })}
                maxLength={200}
                inputRef={field}
                className={tools['find'] ?? ''}
              />
              <TopicFilter topic={query.topic} onChange={(topic) => change({ topic })} />
            </div>
          )}
          {error && <p className={styles['error']}>{error.message}</p>}
          {!items && !error && <Spinner label="Looking at the shelf" />}
          {isEmpty && isWhole && <NothingYet />}
          {isEmpty && !isWhole && <NothingFound onShowAll={() => change({ text: '', topic: null })} />}
        </>
      }
      footer={<div className={styles['end']} />}
    >
      {(item) => <ShelfCard item={item} today={today} onTopic={(topic) => change({ topic })} />}
    </VirtualList>
  );
}

const none: readonly ShelfItem[] = [];

/** No topic is named so: topics have words in them. */
const ALL = ' ';

interface TopicFilterProps {
  readonly topic: string | null;
  readonly onChange: (topic: string | null) => void;
}

function TopicFilter({ topic, onChange }: TopicFilterProps) {
  const known = useJournal('shelf.topics', {}).data?.map((one) => one.topic) ?? [];
  const topics = topic === null || known.includes(topic) ? known : [topic, ...known];
  if (topics.length === 0) return null;
  return (
    <Select
      label="Topic"
      hideLabel
      value={topic ?? ALL}
      options={[{ value: ALL, label: 'All topics' }, ...topics.map((one) => ({ value: one, label: one }))]}
      onChange={(value) => onChange(value === ALL ? null : value)}
    />
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="Things worth sharing wait here"
      action={
        <Button variant="primary" icon="plus" onPress={() => askToShelve()}>
          Put something on the shelf
        </Button>
      }
    >
      <p>
        A link, somebody’s words, a thought, news of your own. Say what it is about, and Kith tells you who
        would like it, by what you know of them.
      </p>
    </EmptyState>
  );
}

function NothingFound({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <EmptyState
      title="Nothing like that is on the shelf"
      action={<Button onPress={onShowAll}>Show all of it</Button>}
    >
      <p>Words are looked for in titles, texts, addresses and topics.</p>
    </EmptyState>
  );
}
