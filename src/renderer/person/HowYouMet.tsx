import { monthDayOf } from '../../shared/models/partialDate.ts';
import type { Met } from '../../shared/models/person.ts';
import { sayPartialDate } from '../../shared/rules/partialDates.ts';
import { useJournal } from '../journal-client/index.ts';
import styles from './HowYouMet.module.css';

/** How you met somebody, as a sentence that leads to who introduced you and to the entry that tells of it. */
export function HowYouMet({ met }: { readonly met: Met }) {
  const { throughId, entryId } = met;
  const ids = throughId === null ? [] : [throughId];
  const [introducer] = useJournal('people.names', { ids }).data ?? [];
  const { data: entry } = useJournal('entries.get', { id: entryId ?? '' }, { enabled: entryId !== null });
  const said = sayWhenAndWhere(met);
  if (said === '' && !introducer && !entry) return null;
  return (
    <p className={styles['met']}>
      You met<bdi>{said}</bdi>
      {introducer && (
        <>
          {said === '' ? ' ' : ', '}through{' '}
          <a href={`#/person/${introducer.id}`}>
            <bdi>{introducer.name}</bdi>
          </a>
        </>
      )}
      {entry && (
        <>
          {said === '' && !introducer ? ' as ' : ', as '}
          <a href={`#/entry/${entry.id}`}>you wrote then</a>
        </>
      )}
      .
    </p>
  );
}

/** “ in May 1984, at a party”, “ on 17 May 1984”, “: Leeds”; empty where neither is known. */
function sayWhenAndWhere({ on, where }: Met): string {
  const when = on === null ? '' : ` ${monthDayOf(on) === null ? 'in' : 'on'} ${sayPartialDate(on)}`;
  if (where === '') return when;
  const goesOn = /^(?:at|in|on|by|near|during|while|when|outside|over|via)\s/iu.test(where);
  // “At a party” goes on as “at a party”; “Leeds” stands as it is.
  const place = goesOn ? where.charAt(0).toLowerCase() + where.slice(1) : where;
  if (when !== '') return `${when}, ${place}`;
  return goesOn ? ` ${place}` : `: ${place}`;
}
