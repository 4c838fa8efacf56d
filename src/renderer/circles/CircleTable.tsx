import { sayCount } from '../../shared/rules/sayCounts.ts';
import { CircleSelect } from '../people/CircleSelect.tsx';
import { everybody, peopleHref } from '../people/peopleAddress.ts';
import { sayLastTalk } from '../people/personTimes.ts';
import { classes } from '../ui/classes.ts';
import styles from './CircleTable.module.css';
import type { Rings } from './ringLayout.ts';
import { isDrifting, sayDrift } from './sayDrift.ts';
import { sayRhythm } from './sayRhythm.ts';
import { useMovePerson } from './useMovePerson.ts';

/** What the picture shows, as tables: a circle each, with who is in it and how near. */
export function CircleTable({ rings, today }: { readonly rings: Rings; readonly today: string }) {
  return rings.map((ring) => <OneCircle key={ring.id} ring={ring} rings={rings} today={today} />);
}

interface OneCircleProps {
  readonly ring: Rings[number];
  readonly rings: Rings;
  readonly today: string;
}

function OneCircle({ ring, rings, today }: OneCircleProps) {
  const move = useMovePerson(rings);
  const others = ring.peopleCount - ring.people.length;
  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>
        <span className={styles['name']}>{ring.name}</span>
        <span className={styles['about']}>{sayCircle(ring)}</span>
      </caption>
      {ring.people.length > 0 && (
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Last talk</th>
            <th scope="col">Place in the circle</th>
            <th scope="col">Circle</th>
          </tr>
        </thead>
      )}
      <tbody>
        {ring.people.map((person) => (
          <tr key={person.id} className={styles['row']}>
            <th scope="row" className={styles['person']}>
              <a href={`#/person/${person.id}`}>
                <bdi>{person.name}</bdi>
              </a>
            </th>
            <td className={styles['quiet']}>
              {sayLastTalk({ lastTalk: person.lastTalk, lastMention: null }, today)}
            </td>
            <td className={classes(isDrifting(person, today) ? styles['drifting'] : styles['quiet'])}>
              {sayDrift(person, today)}
            </td>
            <td className={styles['move']}>
              <CircleSelect
                label={`Circle of ${person.name}`}
                hideLabel
                size="s"
                value={ring.id}
                onChange={(to) => void move(person, to)}
              />
            </td>
          </tr>
        ))}
      </tbody>
      {others > 0 && (
        <tfoot>
          <tr>
            <td colSpan={4} className={styles['quiet']}>
              <a href={`#${peopleHref({ ...everybody, circleId: ring.id })}`}>
                {sayCount(others, 'more person', 'more people')} in this circle
              </a>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function sayCircle({ peopleCount, size, rhythm }: Rings[number]): string {
  const count = peopleCount === 0 ? 'nobody yet' : sayCount(peopleCount, 'person', 'people');
  const room = size === null ? '' : `, room for ${size.toLocaleString('en')}`;
  return `${count}${room} · ${sayRhythm(rhythm)}`;
}
