import type { ReactNode } from 'react';
import type { Met } from '../../shared/models/person.ts';
import { sayDate } from '../../shared/rules/sayTime.ts';
import { useJournal } from '../journal-client/index.ts';
import { PersonPicker } from '../timeline/PersonPicker.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { TextField } from '../ui/TextField.tsx';
import { EntryPicker } from './EntryPicker.tsx';
import styles from './MetFields.module.css';
import type { FieldErrors, PersonFields } from './personFields.ts';
import { TypedDateField } from './TypedDateField.tsx';

export interface MetFieldsProps {
  /** Whom it is about: nobody introduces themselves. */
  readonly personId: string;
  readonly met: PersonFields['met'];
  readonly errors: FieldErrors;
  readonly onChange: (met: PersonFields['met']) => void;
}

/** When, where and through whom the user met somebody, and the entry that tells of it. */
export function MetFields({ personId, met, errors, onChange }: MetFieldsProps) {
  return (
    <>
      <div className={styles['pair']}>
        <TypedDateField
          label="When"
          words={met.on}
          onChange={(on) => onChange({ ...met, on })}
          errorMessage={errors['met.on']}
        />
        <TextField
          label="Where"
          placeholder="At a party, Leeds…"
          value={met.where}
          onChange={(where) => onChange({ ...met, where })}
          errorMessage={errors['met.where']}
        />
      </div>
      <Chosen label="Through whom">
        <Introducer
          personId={personId}
          throughId={met.throughId}
          onChange={(throughId) => onChange({ ...met, throughId })}
        />
      </Chosen>
      <Chosen label="The entry that tells of it">
        <MetEntry
          personId={personId}
          entryId={met.entryId}
          onChange={(entryId) => onChange({ ...met, entryId })}
        />
      </Chosen>
    </>
  );
}

function Chosen({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: one choice is no set of fields to be framed.
    <div role="group" aria-label={label} className={styles['chosen']}>
      <span className={styles['label']}>{label}</span>
      {children}
    </div>
  );
}

interface IntroducerProps {
  readonly personId: string;
  readonly throughId: Met['throughId'];
  readonly onChange: (throughId: Met['throughId']) => void;
}

function Introducer({ personId, throughId, onChange }: IntroducerProps) {
  const ids = throughId === null ? [] : [throughId];
  const { data: people } = useJournal('people.names', { ids });
  if (throughId !== null && people) {
    return (
      <Chip icon="person" onRemove={() => onChange(null)} removeLabel="Nobody introduced them">
        {people[0] ? <bdi>{people[0].name}</bdi> : 'Somebody in the trash'}
      </Chip>
    );
  }
  return (
    <PersonPicker
      label="Who introduced them"
      without={personId}
      trigger={
        <Button variant="plain" size="s" icon="plus">
          Choose who introduced them
        </Button>
      }
      onPick={({ id }) => onChange(id)}
    />
  );
}

interface MetEntryProps {
  readonly personId: string;
  readonly entryId: Met['entryId'];
  readonly onChange: (entryId: Met['entryId']) => void;
}

function MetEntry({ personId, entryId, onChange }: MetEntryProps) {
  const { data: entry, error } = useJournal(
    'entries.get',
    { id: entryId ?? '' },
    { enabled: entryId !== null },
  );
  if (entryId !== null && (entry || error)) {
    return (
      <Chip icon="note" onRemove={() => onChange(null)} removeLabel="No entry tells of it">
        {entry ? sayDate(entry.day) : 'An entry that is not there any more'}
      </Chip>
    );
  }
  return (
    <EntryPicker
      personId={personId}
      trigger={
        <Button variant="plain" size="s" icon="plus">
          Choose an entry
        </Button>
      }
      onPick={onChange}
    />
  );
}
