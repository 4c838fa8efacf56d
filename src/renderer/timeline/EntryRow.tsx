import { memo } from 'react';
import { goTo } from '../app/hashPlace.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './EntryRow.module.css';
import { EntryView } from './EntryView.tsx';
import { sayDayHeading } from './sayDayHeading.ts';
import type { TimelineRow } from './timelineRows.ts';

export interface EntryRowProps {
  readonly row: TimelineRow;
  readonly index: number;
  readonly today: string;
  readonly isOpen: boolean;
  readonly onShowWhole: (id: string) => void;
  readonly onEdit: (id: string) => void;
  readonly onRemove: (id: string, index: number) => void;
  readonly withoutPerson?: string;
}

/** An entry in the journal, under the heading of its day if it is the first of it. It takes focus, for the keys. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { row, index, today, isOpen, onShowWhole, onEdit, onRemove, withoutPerson } = props;
  const { id } = row.entry;
  return (
    <div className={styles['row']}>
      {row.beginsDay && (
        <h2 className={styles['day']}>
          <time dateTime={row.entry.day}>{sayDayHeading(row.entry.day, today)}</time>
        </h2>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: j and k move between entries, and their keys work on the focused one. */}
      <article className={styles['entry']} tabIndex={0} data-entry={id} aria-label={labelOf(row, today)}>
        <EntryView
          entry={row.entry}
          clamp={{ isOpen, onOpen: () => onShowWhole(id) }}
          actions={
            <span className={styles['actions']}>
              <IconButton size="s" icon="book" label="Open" onPress={() => goTo(`/entry/${id}`)} />
              <IconButton size="s" icon="pen" label="Edit" onPress={() => onEdit(id)} />
              <IconButton size="s" icon="trash" label="Delete" onPress={() => onRemove(id, index)} />
            </span>
          }
          {...(withoutPerson ? { withoutPerson } : {})}
        />
      </article>
    </div>
  );
});

function labelOf({ entry }: TimelineRow, today: string): string {
  const day = sayDayHeading(entry.day, today);
  return entry.time ? `Entry of ${day}, ${entry.time}` : `Entry of ${day}`;
}
