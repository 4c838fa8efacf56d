import type { DailyNudge } from '../../shared/contract/nudges.ts';
import { sayNumber } from '../../shared/rules/sayTime.ts';
import { Section } from '../ui/Section.tsx';
import { DoneNudge } from './DoneNudge.tsx';
import { NudgeCard } from './NudgeCard.tsx';
import styles from './NudgeSection.module.css';

const titles: Readonly<Record<number, string>> = { 1: 'One person today', 2: 'Two people today' };

/** Three people and three reasons. One that was done or left alone today stays where it was, quietly. */
export function DailyThree({
  three,
  today,
}: {
  readonly three: readonly DailyNudge[];
  readonly today: string;
}) {
  if (three.length === 0) return null;
  return (
    <Section title={titles[three.length] ?? `${sayNumber(three.length).replace(/^t/, 'T')} people today`}>
      <ul className={styles['list']}>
        {three.map(({ nudge, act }) => (
          <li key={nudge.key}>
            {act === null ? (
              <NudgeCard nudge={nudge} today={today} isDaily />
            ) : (
              <DoneNudge nudge={nudge} act={act} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
