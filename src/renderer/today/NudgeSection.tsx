import type { Nudge } from '../../shared/models/nudge.ts';
import { Section } from '../ui/Section.tsx';
import { NudgeCard, type NudgeCardProps } from './NudgeCard.tsx';
import styles from './NudgeSection.module.css';

export interface NudgeSectionProps {
  readonly title: string;
  readonly nudges: readonly Nudge[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Nudges of one sort under a heading; nothing where there are none. */
export function NudgeSection({ title, nudges, today }: NudgeSectionProps) {
  if (nudges.length === 0) return null;
  return (
    <Section title={title}>
      <NudgeList nudges={nudges} today={today} />
    </Section>
  );
}

/** The nudges alone. */
export function NudgeList(props: Omit<NudgeSectionProps, 'title'> & Pick<NudgeCardProps, 'isOnTheirPage'>) {
  const { nudges, today, isOnTheirPage = false } = props;
  return (
    <ul className={styles['list']}>
      {nudges.map((nudge) => (
        <li key={nudge.key}>
          <NudgeCard nudge={nudge} today={today} isOnTheirPage={isOnTheirPage} />
        </li>
      ))}
    </ul>
  );
}
