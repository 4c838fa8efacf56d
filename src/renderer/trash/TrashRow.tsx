import { memo } from 'react';
import type { TrashItem } from '../../shared/contract/trash.ts';
import type { RecordKind } from '../../shared/models/record.ts';
import { sayMomentAgo } from '../../shared/rules/sayTime.ts';
import { sayTimeLeft } from '../../shared/rules/trashTime.ts';
import { sayFullDay } from '../timeline/sayDayHeading.ts';
import { Button } from '../ui/Button.tsx';
import { ChannelIcon } from '../ui/ChannelIcon.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './TrashRow.module.css';

export interface TrashRowProps {
  readonly item: TrashItem;
  readonly now: number;
  readonly isChosen: boolean;
  readonly onChoose: (trashId: string) => void;
  readonly onRestore: (trashId: string) => void;
  readonly onRemove: (trashId: string) => void;
}

/** One deleted thing: what it was, when it was deleted, and how long it is kept. It takes focus, for the keys. */
export const TrashRow = memo(function TrashRow(props: TrashRowProps) {
  const { item, now, isChosen, onChoose, onRestore, onRemove } = props;
  const { trashId, deletedAt } = item;
  const name = nameOf(item);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: j and k move between rows, and their keys work on the focused one.
    <article className={styles['row']} tabIndex={0} data-trash={trashId} aria-label={name}>
      <input
        type="checkbox"
        className={styles['choose']}
        aria-label={`Choose ${name}`}
        checked={isChosen}
        onChange={() => onChoose(trashId)}
      />
      <span className={styles['icon']}>
        {item.kind === 'entry' ? (
          <ChannelIcon channel={item.channel} size={18} silent />
        ) : (
          <Icon name={item.kind === 'person' ? 'person' : recordIcons[item.record]} size={18} />
        )}
      </span>
      <div className={styles['words']}>
        <p className={styles['name']}>
          <bdi>{item.kind === 'entry' ? item.title || sayFullDay(item.day) : item.name}</bdi>
        </p>
        {item.kind === 'entry' && item.opening !== '' && <p className={styles['opening']}>{item.opening}</p>}
        <p className={styles['when']}>
          {sayWhat(item)}{' '}
          <time dateTime={new Date(deletedAt).toISOString()}>{sayMomentAgo(deletedAt, now)}</time>. Kept for{' '}
          {sayTimeLeft(deletedAt, now)} more.
        </p>
      </div>
      <span className={styles['actions']}>
        <Button size="s" icon="undo" aria-label={`Restore ${name}`} onPress={() => onRestore(trashId)}>
          Restore
        </Button>
        <IconButton
          size="s"
          icon="trash"
          label={`Delete ${name} for good`}
          onPress={() => onRemove(trashId)}
        />
      </span>
    </article>
  );
});

/** What it was and what was done to it, before the moment of that. */
function sayWhat(item: TrashItem): string {
  switch (item.kind) {
    case 'person':
      return item.mergedWith === null ? 'A person, deleted' : `Made one with ${item.mergedWith}`;
    case 'entry':
      return item.title ? `An entry of ${sayFullDay(item.day)}, deleted` : 'An entry, deleted';
    case 'record':
      return `${recordWords[item.record]}, deleted`;
  }
}

const recordWords: Readonly<Record<RecordKind, string>> = {
  fact: 'A fact',
  tie: 'A tie between two people',
  promise: 'A promise',
  shelfItem: 'A thing from the shelf',
  circle: 'A circle',
  nudgeAct: 'What was done about a suggestion',
};

const recordIcons: Readonly<Record<RecordKind, IconName>> = {
  fact: 'note',
  tie: 'people',
  promise: 'check',
  shelfItem: 'note',
  circle: 'people',
  nudgeAct: 'check',
};

function nameOf(item: TrashItem): string {
  if (item.kind === 'person') return item.name;
  if (item.kind === 'record') return `“${item.name}”`;
  return item.title ? `“${item.title}”` : `the entry of ${sayFullDay(item.day)}`;
}
