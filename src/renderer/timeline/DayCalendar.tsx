import { CalendarDate, parseDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components';
import { Icon } from '../ui/Icon.tsx';
import styles from './DayCalendar.module.css';

export interface DayCalendarProps {
  readonly label: string;
  /** The chosen day, `YYYY-MM-DD`; null where none is yet. */
  readonly day: string | null;
  readonly onChange: (day: string) => void;
  /** The first and the last day that can be chosen. */
  readonly first?: string;
  readonly last?: string;
  readonly takesFocus?: boolean;
}

const oldest = new CalendarDate(1, 1, 1);
const youngest = new CalendarDate(9999, 12, 31);

/** A month to choose a day from, by mouse or by arrows; Page Up and Down change the month, with Shift the year. */
export function DayCalendar({ label, day, onChange, first, last, takesFocus = false }: DayCalendarProps) {
  return (
    <Calendar
      aria-label={label}
      value={day === null ? null : parseDate(day)}
      minValue={first ? parseDate(first) : oldest}
      maxValue={last ? parseDate(last) : youngest}
      onChange={(chosen) => onChange(chosen.toString())}
      autoFocus={takesFocus}
      className={styles['calendar'] ?? ''}
    >
      <header className={styles['head']}>
        <Button slot="previous" className={styles['turn'] ?? ''}>
          <Icon name="chevronLeft" size={18} />
        </Button>
        <Heading className={styles['month'] ?? ''} />
        <Button slot="next" className={styles['turn'] ?? ''}>
          <Icon name="chevronRight" size={18} />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short" className={styles['grid'] ?? ''}>
        <CalendarGridHeader>
          {(weekday) => (
            <CalendarHeaderCell className={styles['weekday'] ?? ''}>{weekday}</CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={styles['cell'] ?? ''} />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
