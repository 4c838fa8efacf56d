import { type KeyboardEvent, useState } from 'react';
import { localNow } from '../composer/localNow.ts';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DayCalendar } from './DayCalendar.tsx';
import { DayPopover } from './DayPopover.tsx';
import { readTypedDay } from './readTypedDay.ts';

export interface DayJumpProps {
  /** The day that the list begins at; null is the newest. */
  readonly day: string | null;
  readonly onJump: (day: string) => void;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Goes to a day: typed as one says it, or chosen from a calendar of the days that the journal spans. */
export function DayJump({ day, onJump, isOpen, onOpenChange }: DayJumpProps) {
  const jump = (to: string) => {
    onOpenChange(false);
    onJump(to);
  };
  return (
    <DayPopover
      label="Go to a day"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement="bottom end"
      trigger={
        <Button variant="plain" size="s" icon="calendar" aria-keyshortcuts="g">
          Go to a day
        </Button>
      }
    >
      <DayChoice day={day} onChoose={jump} />
    </DayPopover>
  );
}

function DayChoice({
  day,
  onChoose,
}: {
  readonly day: string | null;
  readonly onChoose: (day: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const span = useJournal('entries.span', {}).data ?? null;
  const { day: today } = localNow();
  const go = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || typed.trim() === '') return;
    event.preventDefault();
    const read = readTypedDay(typed, localNow());
    if (read) onChoose(span && read < span.first ? span.first : read);
    else setWrong(true);
  };
  const last = span && span.last > today ? span.last : today;
  const first = span && span.first < today ? span.first : today;
  return (
    <>
      <TextField
        label="A day"
        hideLabel
        autoFocus
        placeholder="3 May 1663, last Friday, 1665"
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setWrong(false);
        }}
        onKeyDown={go}
        errorMessage={isWrong ? 'Kith does not understand this day. Try “3 May 1663”.' : undefined}
      />
      <DayCalendar
        label="Day"
        day={within(day ?? today, first, last)}
        first={first}
        last={last}
        onChange={onChoose}
      />
    </>
  );
}

/** Days as text sort as days. */
function within(day: string, first: string, last: string): string {
  if (day < first) return first;
  return day > last ? last : day;
}
