import { Button } from 'react-aria-components';
import type { Fact } from '../../shared/models/fact.ts';
import { findGaps, type Gap, type PersonWithGaps } from '../../shared/rules/facts/gaps.ts';
import styles from './FactGaps.module.css';

export interface FactGapsProps {
  readonly person: PersonWithGaps;
  readonly facts: readonly Fact[];
  readonly today: string;
  readonly onAnswer: (gap: Gap) => void;
}

/** What has never been written of somebody, as questions to be curious about. A press begins the answer. */
export function FactGaps({ person, facts, today, onAnswer }: FactGapsProps) {
  const gaps = findGaps(person, facts, today);
  if (gaps.length === 0) return null;
  return (
    <ul aria-label="What to be curious about" className={styles['gaps']}>
      {gaps.map((gap) => (
        <li key={gap.question}>
          <Button className={styles['gap'] ?? ''} onPress={() => onAnswer(gap)}>
            {gap.question}
          </Button>
        </li>
      ))}
    </ul>
  );
}
