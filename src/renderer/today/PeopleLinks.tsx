import { Fragment } from 'react';
import { callName, type PersonName } from '../../shared/models/person.ts';
import styles from './PeopleLinks.module.css';

/** The people, each a link to their page: “Ada”, “Ada and Tom”. */
export function PeopleLinks({ people }: { readonly people: readonly PersonName[] }) {
  return people.map((person, i) => (
    <Fragment key={person.id}>
      {i > 0 && (i === people.length - 1 ? ' and ' : ', ')}
      <a href={`#/person/${person.id}`} title={person.name} className={styles['person']}>
        <bdi>{callName(person)}</bdi>
      </a>
    </Fragment>
  ));
}
