import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { type Circle, circleDraft } from '../../shared/models/circle.ts';
import { askJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { trying } from '../ui/telling.ts';
import styles from './CircleForm.module.css';

export interface CircleFormProps {
  /** The circle to change, or null for a new one. */
  readonly circle: Circle | null;
  /** Saved, or left as it was. */
  readonly onDone: () => void;
}

/** A circle's name, how many people it is for, and its rhythm. */
export function CircleForm({ circle, onDone }: CircleFormProps) {
  const [name, setName] = useState(circle?.name ?? '');
  const [size, setSize] = useState(sayNumber(circle?.size));
  const [soonest, setSoonest] = useState(sayNumber(circle?.rhythm?.floorDays));
  const [latest, setLatest] = useState(sayNumber(circle?.rhythm?.ceilingDays));
  const [wrong, setWrong] = useState<string | null>(null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const read = readCircle({ name, size, soonest, latest });
    if (typeof read === 'string') return setWrong(read);
    const failed = await trying(() =>
      circle === null
        ? askJournal('circles.create', { circle: read })
        : askJournal('circles.update', { id: circle.id, circle: read }),
    );
    return failed === null ? onDone() : setWrong(failed);
  };

  return (
    <Form className={styles['form'] ?? ''} onSubmit={(event) => void save(event)}>
      <TextField label="Name" value={name} onChange={setName} maxLength={60} autoFocus />
      <TextField label="For how many people" value={size} onChange={setSize} inputMode="numeric" />
      <TextField label="Not sooner than, in days" value={soonest} onChange={setSoonest} inputMode="numeric" />
      <TextField label="Not later than, in days" value={latest} onChange={setLatest} inputMode="numeric" />
      <p role="alert" className={styles['wrong']}>
        {wrong}
      </p>
      <div className={styles['actions']}>
        <Button variant="plain" onPress={onDone}>
          Cancel
        </Button>
        <Button variant="primary" type="submit">
          {circle === null ? 'Add it' : 'Save'}
        </Button>
      </div>
    </Form>
  );
}

/** What was typed, as a circle; or what is wrong with it, in words. */
export function readCircle(typed: {
  readonly name: string;
  readonly size: string;
  readonly soonest: string;
  readonly latest: string;
}) {
  const [size, soonest, latest] = [typed.size, typed.soonest, typed.latest].map(readNumber);
  if (size === undefined) return 'For how many people? Write a number, or nothing for any number.';
  if (soonest === undefined || latest === undefined) return 'Write the days of a rhythm as whole numbers.';
  if ((soonest === null) !== (latest === null)) {
    return 'A rhythm needs both numbers. Without a rhythm, leave both empty.';
  }
  const rhythm = soonest === null || latest === null ? null : { floorDays: soonest, ceilingDays: latest };
  const parsed = circleDraft.safeParse({ name: typed.name, size, rhythm });
  if (parsed.success) return parsed.data;
  if (typed.name.trim() === '') return 'A circle needs a name.';
  if (rhythm !== null && rhythm.floorDays > rhythm.ceilingDays) {
    return 'A rhythm’s longest time cannot be shorter than its shortest.';
  }
  return 'A circle is for 1 to 100,000 people, and a rhythm is of 1 to 3,652 days.';
}

/** Null for nothing, undefined for what is no number. */
function readNumber(text: string): number | null | undefined {
  const bare = text.trim();
  if (bare === '') return null;
  return /^\d{1,6}$/.test(bare) ? Number(bare) : undefined;
}

function sayNumber(number: number | null | undefined): string {
  return number === null || number === undefined ? '' : String(number);
}
