import { sayDateBriefly } from '../../shared/rules/sayTime.ts';
import { Button } from '../ui/Button.tsx';
import styles from './NearDays.module.css';
import { snoozeDays } from './snoozeDays.ts';

export interface NearDaysProps {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly onChoose: (day: string | null) => void;
  /** Says “no day”, where there may be none. */
  readonly none?: string;
}

/** The few days that are chosen most, each with its date. */
export function NearDays({ today, onChoose, none }: NearDaysProps) {
  return (
    <div className={styles['days']}>
      {snoozeDays(today).map(({ label, day }) => (
        <Button key={label} variant="plain" size="s" onPress={() => onChoose(day)}>
          <span>{label}</span>
          <span className={styles['date']}>{sayDateBriefly(day, today)}</span>
        </Button>
      ))}
      {none !== undefined && (
        <Button variant="plain" size="s" onPress={() => onChoose(null)}>
          <span>{none}</span>
        </Button>
      )}
    </div>
  );
}
