import { useState } from 'react';
import { DayCalendar } from '../timeline/DayCalendar.tsx';
import { DayPopover } from '../timeline/DayPopover.tsx';
import { NearDays } from '../today/NearDays.tsx';
import { Button } from '../ui/Button.tsx';

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
    <DayPopover
      label={label}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="s" variant={variant} icon="calendar" aria-label={label}>
          {children}
        </Button>
      }
    >
      <NearDays today={today} none="No day" onChoose={choose} />
      <DayCalendar label="Another day" day={due ?? today} onChange={choose} />
    </DayPopover>
  );
}
