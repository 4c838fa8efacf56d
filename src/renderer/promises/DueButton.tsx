import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { sayDateBriefly } from '../../shared/rules/sayTime.ts';
import { DayCalendar } from '../timeline/DayCalendar.tsx';
import { snoozeDays } from '../today/snoozeDays.ts';
import { Button } from '../ui/Button.tsx';
import styles from './DueButton.module.css';

export interface DueButtonProps {
  /** Names it to a screen reader. */
  readonly label: string;
  /** What the button reads. */
  readonly children: string;
  readonly due: string | null;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly onChange: (due: string | null) => void;
  readonly variant?: 'quiet' | 'plain';
}

/** The day by which something is promised: one of a few that are near, any other, or none. */
export function DueButton(props: DueButtonProps) {
  const { label, children, due, today, onChange, variant = 'plain' } = props;
  const [isOpen, setOpen] = useState(false);
  const choose = (day: string | null) => {
    setOpen(false);
    if (day !== due) onChange(day);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button size="s" variant={variant} icon="calendar" aria-label={label}>
        {children}
      </Button>
      <Popover className={styles['popover'] ?? ''} offset={6} placement="bottom start">
        <Dialog aria-label={label} className={styles['dialog'] ?? ''}>
          <div className={styles['days']}>
            {snoozeDays(today).map((near) => (
              <Button key={near.label} variant="plain" size="s" onPress={() => choose(near.day)}>
                <span>{near.label}</span>
                <span className={styles['date']}>{sayDateBriefly(near.day, today)}</span>
              </Button>
            ))}
            <Button variant="plain" size="s" onPress={() => choose(null)}>
              <span>No day</span>
            </Button>
          </div>
          <DayCalendar label="Another day" day={due ?? today} onChange={choose} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
