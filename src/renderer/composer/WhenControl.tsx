import { parseTime } from '@internationalized/date';
import { useState } from 'react';
import {
  DateInput,
  DateSegment,
  Dialog,
  DialogTrigger,
  Label,
  Popover,
  TimeField,
} from 'react-aria-components';
import { dayNumber, dayOfNumber } from '../../shared/models/day.ts';
import { DayCalendar } from '../timeline/DayCalendar.tsx';
import { sayDayHeading } from '../timeline/sayDayHeading.ts';
import { Button } from '../ui/Button.tsx';
import { useToday } from '../ui/useToday.ts';
import type { DraftContent } from './draftContent.ts';
import styles from './WhenControl.module.css';

type When = NonNullable<DraftContent['when']>;

export interface WhenControlProps {
  /** Null is now. */
  readonly when: When | null;
  readonly onChange: (when: When) => void;
}

/** When it happened: said in words, chosen from a calendar. */
export function WhenControl({ when, onChange }: WhenControlProps) {
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const said = when ? sayWhen(when, today) : 'Now';
  const { day, time } = when ?? { day: today, time: null };
  const chooseDay = (chosen: string) => {
    // The time of now belongs to the day of now.
    onChange({ day: chosen, time: chosen === day ? time : null });
    setOpen(false);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        variant="plain"
        size="s"
        icon="calendar"
        aria-label={`When: ${said}`}
        className={styles['button'] ?? ''}
      >
        {said}
      </Button>
      <Popover className={styles['popover'] ?? ''} offset={6} placement="bottom start">
        <Dialog aria-label="When it happened" className={styles['dialog'] ?? ''}>
          <div className={styles['quick']}>
            <Button size="s" variant="plain" onPress={() => chooseDay(today)}>
              Today
            </Button>
            <Button size="s" variant="plain" onPress={() => chooseDay(dayOfNumber(dayNumber(today) - 1))}>
              Yesterday
            </Button>
          </div>
          <DayCalendar label="Day" day={day} onChange={chooseDay} takesFocus />
          <div className={styles['time']}>
            <TimeField
              value={time === null ? null : parseTime(time)}
              hourCycle={24}
              onChange={(chosen) => onChange({ day, time: chosen ? chosen.toString().slice(0, 5) : null })}
              className={styles['field'] ?? ''}
            >
              <Label className={styles['label'] ?? ''}>At</Label>
              <DateInput className={styles['input'] ?? ''}>
                {(segment) => <DateSegment segment={segment} className={styles['segment'] ?? ''} />}
              </DateInput>
            </TimeField>
            <Button
              size="s"
              variant="plain"
              isDisabled={time === null}
              onPress={() => onChange({ day, time: null })}
            >
              No time
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function sayWhen({ day, time }: When, today: string): string {
  const said = sayDayHeading(day, today);
  return time === null ? said : `${said}, ${time}`;
}
