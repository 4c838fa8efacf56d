import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import type { PromiseDraft } from '../../shared/models/promise.ts';
import { sayDateBriefly } from '../../shared/rules/sayTime.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { setAside, wasSetAside } from '../ui/setAside.ts';
import { TextArea } from '../ui/TextArea.tsx';
import { DueButton } from './DueButton.tsx';
import { PeopleField, type Someone } from './PeopleField.tsx';
import styles from './PromiseForm.module.css';

/** What is written of a promise in a form. */
export interface WrittenPromise {
  readonly madeBy: PromiseDraft['madeBy'];
  readonly sentence: string;
  readonly people: readonly Someone[];
  readonly due: string | null;
}

export interface PromiseFormProps {
  /** Names the form. */
  readonly label: string;
  readonly initial: WrittenPromise;
  readonly today: string;
  readonly saveLabel: string;
  /** Rejects with a `KithError` where it could not be kept. */
  readonly onSave: (written: WrittenPromise) => Promise<void>;
  readonly onClose: () => void;
  /** Where a new promise is written: what was typed there and not saved is there again when the form is opened next. */
  readonly place?: string;
}

const sides = [
  { value: 'me', label: 'I promised' },
  { value: 'them', label: 'I was promised' },
] as const;

/** Writes a promise down, or puts it right. Enter saves, Escape leaves. */
export function PromiseForm(props: PromiseFormProps) {
  const { label, initial, today, saveLabel, onSave, onClose, place } = props;
  const [written, setWritten] = useState(() => (place && wasSetAside<WrittenPromise>(place)) || initial);
  const [failure, setFailure] = useState<string | null>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => words.current?.focus(), []);
  const change = (part: Partial<WrittenPromise>) => setWritten((before) => ({ ...before, ...part }));
  const save = async () => {
    if (written.sentence.trim() === '') return setFailure('A promise needs some words.');
    try {
      await onSave(written);
      if (place) setAside(place, null);
      onClose();
    } catch (error) {
      if (!(error instanceof KithError)) throw error;
      setFailure(error.message);
    }
  };
  const leave = () => {
    if (place) setAside(place, written.sentence.trim() === '' ? null : written);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What lies over the form, such as the field for a name, has these keys for itself.
    const isSave = event.key === 'Enter' && !event.shiftKey && event.target === words.current;
    if (event.defaultPrevented || (!isSave && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (isSave) void save();
    else leave();
  };
  const isMine = written.madeBy === 'me';
  return (
    <form
      aria-label={label}
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={onKeyDown}
    >
      <TextArea
        label="In which words"
        inputRef={words}
        rows={2}
        value={written.sentence}
        onChange={(sentence) => {
          change({ sentence });
          setFailure(null);
        }}
        placeholder={isMine ? 'I’ll send her the book' : 'She will let me know'}
        errorMessage={failure ?? undefined}
      />
      <div className={styles['row']}>
        <Select
          label="Whose promise"
          hideLabel
          size="s"
          value={written.madeBy}
          onChange={(madeBy) => change({ madeBy })}
          options={sides}
        />
        <PeopleField
          label={isMine ? 'To whom' : 'By whom'}
          people={written.people}
          onChange={(people) => change({ people })}
        />
        <DueButton label="By which day" due={written.due} today={today} onChange={(due) => change({ due })}>
          {written.due ? `by ${sayDateBriefly(written.due, today)}` : 'No day'}
        </DueButton>
      </div>
      <div className={styles['foot']}>
        <Button type="submit" variant="primary" size="s">
          {saveLabel}
        </Button>
        <Button variant="plain" size="s" onPress={leave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
