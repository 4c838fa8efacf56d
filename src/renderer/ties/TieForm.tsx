import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { tieKinds } from '../../shared/models/tie.ts';
import { tieKindNames } from '../../shared/rules/network/sayTie.ts';
import { TypedDateField } from '../person/TypedDateField.tsx';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { setAside, wasSetAside } from '../ui/setAside.ts';
import { TextField } from '../ui/TextField.tsx';
import { useToday } from '../ui/useToday.ts';
import { OtherPersonField } from './OtherPersonField.tsx';
import styles from './TieForm.module.css';
import type { WrittenTie } from './tieActions.ts';
import { readTieFields, type TieErrors, type TieFields } from './tieFields.ts';

export interface TieFormProps {
  /** Names the form for screen readers. */
  readonly label: string;
  readonly personId: string;
  /** What the person is called. */
  readonly name: string;
  readonly initial: TieFields;
  readonly saveLabel: string;
  /** Keeps it. Answers with a sentence where that failed; otherwise the form is done. */
  readonly onSave: (tie: WrittenTie) => Promise<string | null>;
  readonly onCancel: () => void;
}

const kindOptions = tieKinds.map((value) => ({ value, label: tieKindNames[value] }));

/** One tie: who the other is, what they are, and perhaps since when. Enter saves, Escape leaves. */
export function TieForm(props: TieFormProps) {
  const { label, personId, name, initial, saveLabel, onCancel } = props;
  const { fields, change, errors, failure, isSaving, submit, form } = useTieFields(props);
  const leave = () => {
    if (isNew(props)) setAside(placeOf(props), fields.name.trim() === '' ? null : fields);
    onCancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
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
      <div className={styles['fields']}>
        <OtherPersonField
          label="Who"
          text={fields.name}
          without={personId}
          errorMessage={errors.name}
          autoFocus={initial.other === null}
          onChange={(typed, other) => change({ name: typed, other })}
        />
        <Select
          label={`is ${name}’s`}
          value={fields.kind}
          onChange={(kind) => change({ kind })}
          options={kindOptions}
        />
        {fields.kind === 'own' && <OwnWords name={name} fields={fields} errors={errors} onChange={change} />}
        <TypedDateField
          label="Since"
          words={fields.since}
          onChange={(since) => change({ since })}
          errorMessage={errors.since}
        />
        <TypedDateField
          label="Until"
          words={fields.until}
          onChange={(until) => change({ until })}
          errorMessage={errors.until}
        />
      </div>
      <div className={styles['foot']}>
        <Button variant="primary" size="s" type="submit" isPending={isSaving}>
          {saveLabel}
        </Button>
        <Button variant="plain" size="s" onPress={leave}>
          Cancel
        </Button>
        <p role="status" className={styles['failure']}>
          {failure}
        </p>
      </div>
    </form>
  );
}

interface OwnWordsProps {
  readonly name: string;
  readonly fields: TieFields;
  readonly errors: TieErrors;
  readonly onChange: (changes: Partial<TieFields>) => void;
}

/** What each is to the other, in the user's words. */
function OwnWords({ name, fields, errors, onChange }: OwnWordsProps) {
  const other = fields.name.trim() || 'they';
  return (
    <>
      <TextField
        label={`What ${other === 'they' ? 'they are' : `${other} is`} to ${name}`}
        placeholder="godchild"
        value={fields.words}
        onChange={(words) => onChange({ words })}
        errorMessage={errors.words}
      />
      <TextField
        label={`What ${name} is to ${other === 'they' ? 'them' : other}`}
        placeholder={fields.words.trim() === '' ? 'godparent' : `${fields.words.trim()}, if it is the same`}
        value={fields.reverseWords}
        onChange={(reverseWords) => onChange({ reverseWords })}
        errorMessage={errors.reverseWords}
      />
    </>
  );
}

const isNew = ({ initial }: Pick<TieFormProps, 'initial'>) => initial.other === null;
const placeOf = ({ personId }: Pick<TieFormProps, 'personId'>) => `tie ${personId}`;

function useTieFields(props: Pick<TieFormProps, 'initial' | 'onSave' | 'personId'>) {
  const { initial, onSave } = props;
  const today = useToday();
  const [fields, setFields] = useState(
    () => (isNew(props) ? wasSetAside<TieFields>(placeOf(props)) : undefined) ?? initial,
  );
  const [errors, setErrors] = useState<TieErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (changes: Partial<TieFields>) => {
    setErrors({});
    setFailure(null);
    setFields((before) => ({ ...before, ...changes }));
  };
  const submit = async () => {
    if (isSaving) return;
    const read = readTieFields(fields, today);
    if ('errors' in read) {
      setErrors(read.errors);
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setSaving(true);
    try {
      const failed = await onSave(read.tie);
      if (failed === null && isNew(props)) setAside(placeOf(props), null);
      setFailure(failed);
    } finally {
      setSaving(false);
    }
  };
  return { fields, change, errors, failure, isSaving, submit, form };
}
