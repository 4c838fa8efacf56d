import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { dayNumber, dayOfNumber } from '../../shared/models/day.ts';
import { sayDateBriefly } from '../../shared/rules/sayTime.ts';
import { DayCalendar } from '../timeline/DayCalendar.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './SnoozeButton.module.css';
import { snoozeDays } from './snoozeDays.ts';

export interface SnoozeButtonProps {
  readonly whom: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly onSnooze: (until: string) => void;
}

/** A calendar goes on for so many days. */
const FURTHEST_DAYS = 731;

/** Puts a nudge off to a day: one of a few that are near, or any other. */
export function SnoozeButton({ whom, today, onSnooze }: SnoozeButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const tomorrow = dayOfNumber(dayNumber(today) + 1);
  const choose = (day: string) => {
    setOpen(false);
    onSnooze(day);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button size="s" icon="clock" aria-label={`Later: ${whom}`}>
        Later
      </Button>
      <Popover className={styles['popover'] ?? ''} offset={6} placement="bottom start">
        <Dialog aria-label={`Later: ${whom}`} className={styles['dialog'] ?? ''}>
          <div className={styles['days']}>
            {snoozeDays(today).map(({ label, day }) => (
              <Button key={label} variant="plain" size="s" onPress={() => choose(day)}>
                <span>{label}</span>
                <span className={styles['date']}>{sayDateBriefly(day, today)}</span>
              </Button>
            ))}
          </div>
          <DayCalendar
            label="Another day"
            day={null}
            first={tomorrow}
            last={dayOfNumber(dayNumber(today) + FURTHEST_DAYS)}
            onChange={choose}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
