import { useState } from 'react';
import type { ShelfItem } from '../../shared/models/shelf.ts';
import { sayMomentAgo } from '../../shared/rules/sayTime.ts';
import { nameOfItem } from '../../shared/rules/shelf.ts';
import { openExternal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { Menu } from '../ui/Menu.tsx';
import { askToShelve } from './askToShelve.ts';
import { SharedWith } from './SharedWith.tsx';
import styles from './ShelfCard.module.css';
import { copyItem, removeItem } from './shelfActions.ts';
import { Takers } from './Takers.tsx';

export interface ShelfCardProps {
  readonly item: ShelfItem;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly onTopic: (topic: string) => void;
}

const icons: Readonly<Record<ShelfItem['kind'], IconName>> = {
  link: 'external',
  text: 'letter',
  note: 'note',
};

/** One thing of the shelf: what it is, whom it was shared with, and who would like it. */
export function ShelfCard({ item, today, onTopic }: ShelfCardProps) {
  const name = nameOfItem(item);
  return (
    <article className={styles['card']} aria-label={name}>
      <span className={styles['icon']}>
        <Icon name={icons[item.kind]} size={18} />
      </span>
      <div className={styles['what']}>
        {item.title !== '' && (
          <h2 className={styles['title']}>
            <bdi>{item.title}</bdi>
          </h2>
        )}
        {item.url !== '' && <Address url={item.url} />}
        {item.body.trim() !== '' && <Body body={item.body} />}
        <p className={styles['about']}>
          {item.isMyNews && <Chip icon="person">News of mine</Chip>}
          {item.topics.map((topic) => (
            <Chip key={topic} icon="tag" onPress={() => onTopic(topic)}>
              {topic}
            </Chip>
          ))}
          <span className={styles['since']}>{sayMomentAgo(item.createdAt, Date.now())}</span>
        </p>
        <SharedWith item={item} today={today} />
        <Takers item={item} />
      </div>
      <Tools item={item} name={name} />
    </article>
  );
}

function Tools({ item, name }: { readonly item: ShelfItem; readonly name: string }) {
  return (
    <div className={styles['tools']}>
      <IconButton label={`Copy “${name}”`} icon="copy" size="s" onPress={() => void copyItem(item)} />
      <Menu
        label={`More about “${name}”`}
        trigger={<IconButton label={`More about “${name}”`} icon="more" size="s" />}
        actions={[
          { id: 'edit', label: 'Change', icon: 'pen', onAction: () => askToShelve(item) },
          {
            id: 'remove',
            label: 'Delete',
            icon: 'trash',
            danger: true,
            onAction: () => void removeItem(item),
          },
        ]}
      />
    </div>
  );
}

/** Opened only after the user was asked, outside of Kith. */
function Address({ url }: { readonly url: string }) {
  return (
    <a
      href={url}
      rel="noreferrer"
      className={styles['address']}
      onClick={(event) => {
        event.preventDefault();
        void openExternal(url);
      }}
    >
      <bdi>{url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</bdi>
    </a>
  );
}

/** Texts of more letters begin folded. */
const LONG = 600;

function Body({ body }: { readonly body: string }) {
  const isLong = body.length > LONG;
  const [isWhole, setWhole] = useState(!isLong);
  return (
    <>
      <Markdown body={isWhole ? body : `${body.slice(0, LONG).trimEnd()}…`} size="small" />
      {isLong && (
        <Button variant="plain" size="s" className={styles['more'] ?? ''} onPress={() => setWhole(!isWhole)}>
          {isWhole ? 'Show less' : 'Show all of it'}
        </Button>
      )}
    </>
  );
}
