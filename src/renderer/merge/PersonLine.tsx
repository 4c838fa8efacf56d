import type { PersonRow } from '../../shared/models/person.ts';
import { capitalise, sayEntries } from '../../shared/rules/sayCounts.ts';
import { sayLastTalk } from '../people/personTimes.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { useToday } from '../ui/useToday.ts';
import styles from './PersonLine.module.css';

/** One of two people who may be one: who they are, and how much is known of them. Their name leads to them. */
export function PersonLine({ person }: { readonly person: PersonRow }) {
  const today = useToday();
  const entries = capitalise(sayEntries(person.entryCount));
  return (
    <div className={styles['line']}>
      <Avatar id={person.id} name={person.name} photoId={person.photoId} />
      <div className={styles['words']}>
        <a href={`#/person/${person.id}`} className={styles['name']}>
          <bdi>{person.name}</bdi>
        </a>
        <span className={styles['about']}>
          {person.lastTalk === null ? entries : `${entries}, last talk ${sayLastTalk(person, today)}`}
        </span>
      </div>
    </div>
  );
}
