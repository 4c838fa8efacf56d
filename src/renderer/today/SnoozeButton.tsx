import { useState } from 'react';
import { dayNumber, dayOfNumber } from '../../shared/models/day.ts';
import { DayCalendar } from '../timeline/DayCalendar.tsx';
import { DayPopover } from '../timeline/DayPopover.tsx';
import { Button } from '../ui/Button.tsx';
import { NearDays } from './NearDays.tsx';

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
  const choose = (day: string | null) => {
    setOpen(false);
    if (day !== null) onSnooze(day);
  };
  return (
    <DayPopover
      label={`Later: ${whom}`}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="s" icon="clock" aria-label={`Later: ${whom}`}>
          Later
        </Button>
      }
    >
      <NearDays today={today} onChoose={choose} />
      <DayCalendar
        label="Another day"
        day={null}
        first={tomorrow}
        last={dayOfNumber(dayNumber(today) + FURTHEST_DAYS)}
        onChange={choose}
      />
    </DayPopover>
  );
}
