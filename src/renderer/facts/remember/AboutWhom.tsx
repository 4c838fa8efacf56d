import { useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { callName, type PersonName } from '../../../shared/models/person.ts';
import { PersonPicker } from '../../timeline/PersonPicker.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './AboutWhom.module.css';

export interface AboutWhomProps {
  /** Those of the entry, who come first. */
  readonly people: readonly PersonName[];
  readonly person: PersonName | null;
  readonly onChange: (person: PersonName) => void;
}

/** Whom something is about: one of the entry's people, or anybody by name. */
export function AboutWhom({ people, person, onChange }: AboutWhomProps) {
  // Whoever it is about is said first; then there is nothing left to do but to look it over.
  const [isUnsaid] = useState(person === null);
  const isOther = person !== null && !people.some(({ id }) => id === person.id);
  const shown = isOther ? [...people, person] : people;
  return (
    <div className={styles['row']}>
      <span className={styles['label']}>About</span>
      {shown.length > 0 && (
        <ToggleButtonGroup
          aria-label="About whom"
          selectedKeys={person ? [person.id] : []}
          onSelectionChange={([key]) => {
            const chosen = shown.find(({ id }) => id === key);
            if (chosen) onChange(chosen);
          }}
          className={styles['people'] ?? ''}
        >
          {shown.map((one, i) => (
            <ToggleButton
              key={one.id}
              id={one.id}
              autoFocus={isUnsaid && i === 0}
              className={styles['person'] ?? ''}
            >
              {callName(one)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <PersonPicker
        label="Somebody else"
        trigger={
          <Button autoFocus={isUnsaid && shown.length === 0} className={styles['other'] ?? ''}>
            <Icon name="plus" size={14} /> {shown.length === 0 ? 'Choose somebody' : 'Somebody else'}
          </Button>
        }
        onPick={({ id, name }) => onChange({ id, name, preferredName: '' })}
      />
    </div>
  );
}
