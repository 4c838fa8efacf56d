import type { EntryHit } from '../../shared/contract/search.ts';
import { callName } from '../../shared/models/person.ts';
import { sayDate } from '../../shared/rules/sayTime.ts';
import { ChannelIcon } from '../ui/ChannelIcon.tsx';
import { Highlighted } from '../ui/Highlighted.tsx';
import styles from './HitList.module.css';

/** People named before the line says “and 3 more”. */
const NAMES_SHOWN = 3;

export function EntryHitView({ hit }: { readonly hit: EntryHit }) {
  const people = sayPeople(hit);
  return (
    <>
      <div className={styles['meta']}>
        <ChannelIcon channel={hit.channel} size={15} />
        <time dateTime={hit.day}>{sayDate(hit.day)}</time>
        {people !== '' && <bdi className={styles['cut']}>{people}</bdi>}
        {hit.tags.length > 0 && (
          <bdi className={styles['tags']}>{hit.tags.map((tag) => `#${tag}`).join(' ')}</bdi>
        )}
      </div>
      {hit.title !== '' && (
        <div dir="auto" className={styles['title']}>
          <Highlighted text={hit.title} ranges={hit.titleHighlights} />
        </div>
      )}
      {hit.snippet !== '' && (
        <div dir="auto" className={styles['snippet']}>
          <Highlighted text={hit.snippet} ranges={hit.snippetHighlights} />
        </div>
      )}
    </>
  );
}

/** Who took part; where nobody did, who is named. */
function sayPeople({ people }: EntryHit): string {
  const withThem = people.filter((person) => person.role === 'with');
  const shown = withThem.length > 0 ? withThem : people;
  if (shown.length === 0) return '';
  const names = shown.slice(0, NAMES_SHOWN).map(callName).join(', ');
  const more = shown.length > NAMES_SHOWN ? ` and ${shown.length - NAMES_SHOWN} more` : '';
  return `${withThem.length > 0 ? 'with' : 'names'} ${names}${more}`;
}
