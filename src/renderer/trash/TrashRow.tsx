import { memo } from 'react';
import type { TrashItem } from '../../shared/contract/trash.ts';
import { sayMomentAgo } from '../../shared/rules/sayTime.ts';
import { sayTimeLeft } from '../../shared/rules/trashTime.ts';
import { sayFullDay } from '../timeline/sayDayHeading.ts';
import { Button } from '../ui/Button.tsx';
import { ChannelIcon } from '../ui/ChannelIcon.tsx';
import { Icon } from '../ui/Icon.tsx';
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
        {item.kind === 'person' ? (
          <Icon name="person" size={18} />
        ) : (
          <ChannelIcon channel={item.channel} size={18} silent />
        )}
      </span>
      <div className={styles['words']}>
        <p className={styles['name']}>
          <bdi>{item.kind === 'person' ? item.name : item.title || sayFullDay(item.day)}</bdi>
        </p>
        {item.kind === 'entry' && item.opening !== '' && <p className={styles['opening']}>{item.opening}</p>}
        <p className={styles['when']}>
          {item.kind === 'person'
            ? 'A person'
            : item.title
              ? `An entry of ${sayFullDay(item.day)}`
              : 'An entry'}
          , deleted <time dateTime={new Date(deletedAt).toISOString()}>{sayMomentAgo(deletedAt, now)}</time>.
          Kept for {sayTimeLeft(deletedAt, now)} more.
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

function nameOf(item: TrashItem): string {
  if (item.kind === 'person') return item.name;
  return item.title ? `“${item.title}”` : `the entry of ${sayFullDay(item.day)}`;
}
