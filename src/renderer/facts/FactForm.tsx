import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { KeyboardEvent as AriaKeyboardEvent } from 'react-aria-components';
import { facets } from '../../shared/models/fact.ts';
import { factLabels } from '../../shared/rules/facts/factLabels.ts';
import { facetWords, sayFact } from '../../shared/rules/facts/sayFact.ts';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useToday } from '../ui/useToday.ts';
import styles from './FactForm.module.css';
import { type FactErrors, guessFields, readFactFields } from './factFields.ts';
import type { FactFields, WrittenFact } from './fieldsOfFact.ts';

export interface FactFormProps {
  /** Names the form for screen readers, and its first field. */
  readonly label: string;
  readonly showLabel?: boolean;
  readonly initial: FactFields;
  /** While only words were typed, the rest is guessed from them. */
  readonly guesses?: boolean;
  readonly placeholder?: string;
  readonly saveLabel: string;
  /** Whether typing begins here. */
  readonly autoFocus?: boolean;
  /** Keeps it. Answers with a sentence where that failed; otherwise the form is done. */
  readonly onSave: (fact: WrittenFact) => Promise<string | null>;
  /** Told what was typed, for it not to be lost. */
  readonly onCancel: (typed: FactFields) => void;
}

/** A paste of a book must not make the line below it as long. */
const SHOWN_AT_MOST = 300;

const facetOptions = facets.map((value) => ({ value, label: facetWords[value] }));

/** One fact: its words, what it is about, and perhaps when. Enter saves, Escape leaves. */
export function FactForm(props: FactFormProps) {
  const {
    label,
    initial,
    showLabel = false,
    guesses = false,
    placeholder,
    saveLabel,
    autoFocus = true,
  } = props;
  const { onSave, onCancel } = props;
  const today = useToday();
  const [fields, setFields] = useState(initial);
  const [isGuessing, setGuessing] = useState(guesses);
  const [kept, setKept] = useState('');
  const { errors, setErrors, failure, isSaving, save } = useSaving(onSave);
  const form = useRef<HTMLFormElement>(null);
  const change = (changes: Partial<FactFields>) => {
    setErrors({});
    setGuessing(false);
    setFields((before) => ({ ...before, ...changes }));
  };
  const type = (text: string) => {
    if (!isGuessing) return change({ text });
    const guessed = guessFields(text, today);
    setErrors({});
    setKept(guessed.kept);
    return setFields(guessed.fields);
  };
  const submit = async () => {
    const text = isGuessing ? kept : fields.text;
    if (!(await save({ ...fields, text }, today))) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onCancel(fields);
  };
  const onTextKey = (event: AriaKeyboardEvent) => {
    // A fact is a line; Shift+Enter makes another.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void submit();
    } else event.continuePropagation();
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label={label}
      className={styles['form']}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={onKeyDown}
    >
      <TextArea
        label={label}
        hideLabel={!showLabel}
        rows={1}
        value={fields.text}
        onChange={type}
        onKeyDown={onTextKey}
        errorMessage={errors.text}
        autoFocus={autoFocus}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <Rest fields={fields} errors={errors} onChange={change} />
      <div className={styles['foot']}>
        <Button variant="primary" size="s" type="submit" isPending={isSaving}>
          {saveLabel}
        </Button>
        <Button variant="plain" size="s" onPress={() => onCancel(fields)}>
          Cancel
        </Button>
        <p role="status" className={failure === null ? styles['kept'] : styles['failure']}>
          {failure ?? (isGuessing && kept !== '' && <Kept fields={fields} kept={kept} />)}
        </p>
      </div>
    </form>
  );
}

/** What would be kept, so that nobody is surprised. */
function Kept({ fields, kept }: { readonly fields: FactFields; readonly kept: string }) {
  return (
    <>
      {facetWords[fields.facet]} ·{' '}
      <bdi>{sayFact({ label: fields.label, text: kept.slice(0, SHOWN_AT_MOST) })}</bdi>
    </>
  );
}

interface RestProps {
  readonly fields: FactFields;
  readonly errors: FactErrors;
  readonly onChange: (changes: Partial<FactFields>) => void;
}

/** What the words are about, what of it, and when. */
function Rest({ fields, errors, onChange }: RestProps) {
  const { facet } = fields;
  const used = useJournal('facts.labels', { facet }, { keepPrevious: true }).data ?? [];
  const labels = [...new Set([...factLabels[facet].map(({ label }) => label), ...used])];
  const list = useId();
  return (
    <div className={styles['rest']}>
      <Select
        label="Kind"
        value={facet}
        onChange={(value) => onChange({ facet: value })}
        options={facetOptions}
      />
      <ComboField
        key={`${list} ${facet}`}
        label="In a word"
        value={fields.label}
        onChange={(value) => value !== fields.label && onChange({ label: value })}
        options={labels}
        placeholder={factLabels[facet][0]?.label ?? 'If you like'}
        errorMessage={errors.label}
      />
      <TextField
        label="When"
        value={fields.date}
        onChange={(value) => onChange({ date: value })}
        placeholder="May 2019, 3 June…"
        errorMessage={errors.date}
      />
    </div>
  );
}

function useSaving(onSave: FactFormProps['onSave']) {
  const [errors, setErrors] = useState<FactErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  /** Whether there was nothing wrong with the fields. */
  const save = async (fields: FactFields, today: string): Promise<boolean> => {
    if (isSaving) return true;
    const read = readFactFields(fields, today);
    setFailure(null);
    if ('errors' in read) {
      setErrors(read.errors);
      return false;
    }
    setSaving(true);
    try {
      setFailure(await onSave(read.fact));
    } finally {
      setSaving(false);
    }
    return true;
  };
  return { errors, setErrors, failure, isSaving, save };
}
