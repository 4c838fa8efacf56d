import type { PersonName } from '../../shared/models/person.ts';
import { PersonPicker } from '../timeline/PersonPicker.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import styles from './PeopleField.module.css';

/** As much of a person as is needed to name them. */
export type Someone = Pick<PersonName, 'id' | 'name'>;

export interface PeopleFieldProps {
  /** “To whom”, “By whom”. */
  readonly label: string;
  readonly people: readonly Someone[];
  readonly onChange: (people: readonly Someone[]) => void;
}

/** Those whom a promise is made to, or made by: each can be taken away, and others added. */
export function PeopleField({ label, people, onChange }: PeopleFieldProps) {
  return (
    <fieldset className={styles['people']} aria-label={label}>
      {people.map((person) => (
        <Chip
          key={person.id}
          icon="person"
          onRemove={() => onChange(people.filter(({ id }) => id !== person.id))}
          removeLabel={`Not ${person.name}`}
        >
          {person.name}
        </Chip>
      ))}
      <PersonPicker
        label={label}
        trigger={
          <Button variant="plain" size="s" icon="plus" aria-label={`${label}: add somebody`}>
            {people.length === 0 ? label : 'Add'}
          </Button>
        }
        onPick={({ id, name }) => {
          if (!people.some((person) => person.id === id)) onChange([...people, { id, name }]);
        }}
      />
    </fieldset>
  );
}
