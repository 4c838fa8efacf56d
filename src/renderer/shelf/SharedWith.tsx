import type { ShelfItem } from '../../shared/models/shelf.ts';
import { sayDay } from '../../shared/rules/sayTime.ts';
import { askToWrite } from '../app/writing.ts';
import { PeopleLinks } from '../today/PeopleLinks.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { shareItem } from './shelfActions.ts';
import styles from './Takers.module.css';

/** With whom a thing was shared. What was shared today can be written about at once. */
export function SharedWith({ item, today }: { readonly item: ShelfItem; readonly today: string }) {
  if (item.sharedWith.length === 0) return null;
  return (
    <ul className={styles['list']} aria-label="Shared with">
      {item.sharedWith.map(({ person, day }) => (
        <li key={person.id} className={styles['shared']}>
          <Icon name="check" size={16} />
          <span className={styles['words']}>
            Shared with <PeopleLinks people={[person]} /> {sayDay(day, today)}
          </span>
          {day === today && (
            <Button size="s" variant="plain" icon="pen" onPress={() => askToWrite({ personId: person.id })}>
              Write about it
            </Button>
          )}
          <IconButton
            label={`Not shared with ${person.name}`}
            icon="close"
            size="s"
            onPress={() => void shareItem(item, person, false)}
          />
        </li>
      ))}
    </ul>
  );
}
