import type { Salvaged } from '../../shared/contract/backups.ts';
import { capitalise, sayCount, sayPeopleAndEntries } from '../../shared/rules/sayCounts.ts';
import { sayDateBriefly } from '../../shared/rules/sayTime.ts';
import { useToday } from '../ui/useToday.ts';
import styles from './Backups.module.css';

/** A list that names every day is of no use. */
const MOST_DAYS = 12;

/** What was saved out of a damaged journal, and what was not. */
export function SalvageReport({ saved }: { readonly saved: Salvaged }) {
  const today = useToday();
  const lost = saved.lostPeople + saved.lostEntries;
  const others = saved.lostRows - lost;
  const days = saved.lostDays.slice(0, MOST_DAYS).map((day) => sayDateBriefly(day, today));
  const more = saved.lostDays.length - days.length;
  const isAllThere = lost === 0 && others === 0 && !saved.mayMissMore;
  return (
    <div className={styles['asking']} role="status">
      <p>The new journal holds {sayPeopleAndEntries(saved.people, saved.entries)}.</p>
      <p>
        {lost === 0
          ? 'Of people and entries, everything that is known of could be read.'
          : `${capitalise(sayPeopleAndEntries(saved.lostPeople, saved.lostEntries))} could not be read.`}
        {others > 0 &&
          ` ${capitalise(sayCount(others, 'smaller thing', 'smaller things'))}, such as links and tags, could not.`}
      </p>
      {days.length > 0 && (
        <p>
          The entries were of {days.join('; ')}
          {more > 0 && `, and ${sayCount(more, 'more day', 'more days')}`}.
        </p>
      )}
      {saved.mayMissMore && (
        <p>More may be missing that nothing counts, such as nicknames, addresses or whole entries.</p>
      )}
      <p>
        The damaged file is kept beside the journal, in the folder “replaced”.
        {!isAllThere && ' Older backups may have what is missing.'}
      </p>
    </div>
  );
}
