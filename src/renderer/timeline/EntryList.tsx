import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import type { EntryFilter } from '../../shared/contract/entries.ts';
import { goTo } from '../app/hashPlace.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useToday } from '../ui/useToday.ts';
import { VirtualList, type VirtualListHandle } from '../ui/VirtualList.tsx';
import { EntryRow } from './EntryRow.tsx';
import { estimateRow } from './estimateRow.ts';
import { removeEntry } from './removeEntry.ts';
import type { TimelineRow } from './timelineRows.ts';
import { useEntryKeys } from './useEntryKeys.ts';
import { useStayAtTop } from './useStayAtTop.ts';
import { type Timeline, useTimeline } from './useTimeline.ts';

// The editor is the largest part of the window, and reading needs none of it.
const EntryEditor = lazy(async () => ({
  default: (await import('../composer/EntryEditor.tsx')).EntryEditor,
}));

export interface EntryListProps {
  /** Give the same object while nothing changed. */
  readonly filter?: EntryFilter;
  /** Begin at this day instead of at the newest entry. For another one, give the list another `key`. */
  readonly startDay?: string | null;
  /** Names the list for screen readers. */
  readonly label: string;
  /** Shown in place of rows when there are none. */
  readonly empty: ReactNode;
  /** Scrolls with the entries, above the first and below the last. */
  readonly header?: ReactNode;
  readonly footer?: ReactNode;
  /** Leave out this person from each entry's line where the whole page is about them. */
  readonly withoutPerson?: string;
  readonly width?: 'reading' | 'wide' | 'full';
}

const noFilter: EntryFilter = {};
const keyOf = (row: TimelineRow) => row.entry.id;

/**
 * Entries by day, newest first, of a journal of any length: only what is near the screen is asked for. Each entry can
 * be opened, edited in place and deleted, by the keys of {@link useEntryKeys} as well.
 */
export function EntryList(props: EntryListProps) {
  const { filter = noFilter, startDay = null, label, empty, header, footer, withoutPerson, width } = props;
  const timeline = useTimeline(filter, startDay);
  const today = useToday();
  const list = useRef<VirtualListHandle>(null);
  useStayAtTop(list, timeline.rows[0]?.entry.id, timeline.atTop);
  const [editing, setEditing] = useState<string | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  const remove = useCallback(async (id: string, index: number) => {
    if (await removeEntry(id)) requestAnimationFrame(() => list.current?.focusIndex(index));
  }, []);
  const stopEditing = useCallback((index: number) => {
    setEditing(null);
    requestAnimationFrame(() => list.current?.focusIndex(index));
  }, []);
  const showWhole = useCallback((id: string) => setOpen((before) => new Set(before).add(id)), []);
  useEntryKeys({
    list,
    count: timeline.rows.length,
    isEditing: editing !== null,
    idAt: (index) => timeline.rows[index]?.entry.id,
    onOpen: (id) => goTo(`/entry/${id}`),
    onEdit: setEditing,
    onRemove: remove,
  });

  return (
    <VirtualList
      ref={list}
      items={timeline.rows}
      keyOf={keyOf}
      estimateSize={estimateRow}
      label={label}
      onReachStart={timeline.loadNewer}
      onReachEnd={timeline.loadOlder}
      header={
        <>
          {header}
          <InPlaceOfRows timeline={timeline} empty={empty} />
        </>
      }
      footer={footer}
      {...(width ? { width } : {})}
    >
      {(row, index) =>
        editing === row.entry.id ? (
          <Suspense fallback={<Spinner />}>
            <EntryEditor entry={row.entry} onClose={() => stopEditing(index)} />
          </Suspense>
        ) : (
          <EntryRow
            row={row}
            index={index}
            today={today}
            isOpen={open.has(row.entry.id)}
            onShowWhole={showWhole}
            onEdit={setEditing}
            onRemove={remove}
            {...(withoutPerson ? { withoutPerson } : {})}
          />
        )
      }
    </VirtualList>
  );
}

interface InPlaceOfRowsProps {
  readonly timeline: Timeline;
  readonly empty: ReactNode;
}

/** What stands under the header while there are no rows. The header stays where it is, and what has focus in it keeps it. */
function InPlaceOfRows({ timeline, empty }: InPlaceOfRowsProps) {
  switch (timeline.state) {
    case 'loading':
      return <Spinner label="Opening the journal" />;
    case 'failed':
      return (
        <EmptyState
          title="These entries could not be read"
          action={<Button onPress={timeline.retry}>Try again</Button>}
        >
          {timeline.error?.message}
        </EmptyState>
      );
    case 'ready':
      return timeline.rows.length === 0 && empty;
  }
}
