import { callName } from '../../shared/models/person.ts';
import { useJournal } from '../journal-client/index.ts';
import styles from './EntryFacts.module.css';

/** What was remembered from an entry, in one quiet line each. Nothing where nothing was. */
export function EntryFacts({ entryId }: { readonly entryId: string }) {
  const { data: facts = [] } = useJournal('facts.ofEntry', { entryId });
  if (facts.length === 0) return null;
  return (
    <ul aria-label="Remembered from this entry" className={styles['facts']}>
      {facts.map((fact) => (
        <li key={fact.id}>
          Remembered about{' '}
          <a href={`#/person/${fact.person.id}`} title={fact.person.name}>
            {callName(fact.person)}
          </a>
          : {fact.label !== '' && <bdi>{fact.label} </bdi>}
          <bdi className={styles['words']}>{fact.text}</bdi>
        </li>
      ))}
    </ul>
  );
}
