import type { Nudge } from '../../shared/models/nudge.ts';
import { PersonAvatar } from '../people/PersonAvatar.tsx';
import { classes } from '../ui/classes.ts';
import { Fold } from '../ui/Fold.tsx';
import { NudgeActs } from './NudgeActs.tsx';
import styles from './NudgeCard.module.css';
import { NudgeEvidence } from './NudgeEvidence.tsx';
import { NudgeOpening } from './NudgeOpening.tsx';
import { PeopleLinks } from './PeopleLinks.tsx';

export interface NudgeCardProps {
  readonly nudge: Nudge;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** One of the Daily Three, which can be swapped and skipped. */
  readonly isDaily?: boolean;
  /** Stands on the page of the person, who need not be named again. */
  readonly isOnTheirPage?: boolean;
}

/** Whom to turn to and why, in the user's own words, with a way to begin. */
export function NudgeCard({ nudge, today, isDaily = false, isOnTheirPage = false }: NudgeCardProps) {
  const [person] = nudge.people;
  return (
    <article
      className={classes(styles['card'], isOnTheirPage && styles['bare'])}
      data-nudge={nudge.key}
      tabIndex={-1}
      aria-label={nudge.reason}
    >
      {person && !isOnTheirPage && <PersonAvatar person={person} />}
      <div className={styles['what']}>
        {!isOnTheirPage && (
          <p className={styles['who']}>
            <PeopleLinks people={nudge.people} />
          </p>
        )}
        <p className={styles['reason']}>{nudge.reason}</p>
        <NudgeEvidence evidence={nudge.evidence} today={today} />
        {nudge.opening && <NudgeOpening text={nudge.opening.text} />}
        {nudge.playbook.length > 0 && (
          <Fold label="Small gestures" size="s">
            <ul className={styles['playbook']}>
              {nudge.playbook.map((gesture) => (
                <li key={gesture}>{gesture}</li>
              ))}
            </ul>
          </Fold>
        )}
        <div className={styles['foot']}>
          <NudgeActs nudge={nudge} today={today} isDaily={isDaily} />
          {nudge.because.length > 0 && (
            <p className={styles['because']}>Why now: {nudge.because.join(' · ')}</p>
          )}
        </div>
      </div>
    </article>
  );
}
