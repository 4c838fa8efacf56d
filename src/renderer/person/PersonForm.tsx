import { type FormEvent, type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import type { Person, PersonDraft } from '../../shared/models/person.ts';
import { localNow } from '../composer/localNow.ts';
import { useJournalMutation } from '../journal-client/index.ts';
import { PhotoField } from '../photos/PhotoField.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './PersonForm.module.css';
import { PersonFormSections } from './PersonFormSections.tsx';
import { changedFields, type FieldErrors, type PersonFields, readFields } from './personFields.ts';

export interface PersonFormProps {
  readonly person: Person;
  readonly fields: PersonFields;
  /** Why what is typed can’t be kept until it is saved; null while it can. */
  readonly unkept: string | null;
  readonly onChange: (fields: PersonFields) => void;
  /** The journal has it. */
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** All that is known of somebody, to be changed. */
export function PersonForm({ person, fields, unkept, onChange, onSaved, onCancel }: PersonFormProps) {
  const [errors, setErrors] = useState<FieldErrors>(none);
  const form = useRef<HTMLFormElement>(null);
  const { save, isSaving, failure } = useSavePerson(person, onSaved);
  const change = useChange(fields, onChange, setErrors);

  const submit = () => {
    const read = readFields(fields, localNow());
    if ('draft' in read) {
      void save(read.draft);
      return;
    }
    setErrors(read.errors);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Escape closes first what is open above the form: a list of offered words.
    const isOffering = event.target instanceof Element && event.target.ariaExpanded === 'true';
    if (event.key === 'Escape' && isOffering) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      ref={form}
      noValidate
      aria-label={`Edit ${person.name}`}
      className={styles['form']}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={onKeyDown}
    >
      <PhotoField
        id={person.id}
        name={fields.name}
        photoId={fields.photoId}
        onChange={(photoId) => change('photoId', photoId)}
      />
      <div className={styles['pair']}>
        <TextField
          label="Name"
          value={fields.name}
          onChange={(value) => change('name', value)}
          errorMessage={errors['name']}
          autoFocus
        />
        <TextField
          label="What you call them"
          description="If it is something else."
          value={fields.preferredName}
          onChange={(value) => change('preferredName', value)}
          errorMessage={errors['preferredName']}
        />
      </div>
      <PersonFormSections person={person} fields={fields} errors={errors} onChange={change} />
      {unkept !== null && (
        <p role="status" className={styles['failure']}>
          What you typed is here, but can’t be kept until you save it. {unkept}
        </p>
      )}
      {failure !== null && (
        <p role="alert" className={styles['failure']}>
          {failure}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button variant="plain" onPress={onCancel}>
          Cancel
        </Button>
        <Button variant="primary" type="submit" isPending={isSaving}>
          Save
        </Button>
      </div>
    </form>
  );
}

const none: FieldErrors = {};

/** Changes one field. Always the same function, so that only what it changes is drawn anew. */
function useChange(
  fields: PersonFields,
  onChange: (fields: PersonFields) => void,
  setErrors: (change: (errors: FieldErrors) => FieldErrors) => void,
) {
  const latest = useRef({ fields, onChange });
  useLayoutEffect(() => {
    latest.current = { fields, onChange };
  });
  return useCallback(
    <F extends keyof PersonFields>(field: F, value: PersonFields[F]) => {
      // Leaving a field may change it in the same moment as the next one is used.
      latest.current.fields = { ...latest.current.fields, [field]: value };
      setErrors((errors) => (Object.keys(errors).length === 0 ? errors : none));
      latest.current.onChange(latest.current.fields);
    },
    [setErrors],
  );
}

function useSavePerson(person: Person, onSaved: () => void) {
  const update = useJournalMutation('people.update');
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (draft: PersonDraft) => {
    if (update.isPending) return;
    try {
      await update.mutateAsync({ id: person.id, person: changedFields(person, draft) });
      onSaved();
    } catch (error) {
      if (!(error instanceof KithError)) throw error;
      setFailure(error.message);
    }
  };
  return { save, isSaving: update.isPending, failure };
}
