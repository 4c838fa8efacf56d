import { useLocation } from 'wouter';
import { useJournal } from '../journal-client/index.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './JournalTrouble.module.css';

/** A line above every page while something is wrong with the journal itself. Nothing while all is well. */
export function JournalTrouble() {
  const { data: health } = useJournal('backups.health', {});
  const [path] = useLocation();
  const what = health?.isDamaged
    ? 'A part of the journal’s file cannot be read.'
    : (health?.takenBack ?? 0) > 0
      ? 'Something that was saved is missing from the journal.'
      : null;
  return (
    <div role="status">
      {what !== null && path !== '/backups' && (
        <p className={styles['line']}>
          <Icon name="warning" size={18} />
          <span>
            {what} <a href="#/backups">See what to do</a>
          </span>
        </p>
      )}
    </div>
  );
}
