import { useState } from 'react';
import { PersonPicker } from '../../timeline/PersonPicker.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TieForm } from '../TieForm.tsx';
import { addTie } from '../tieActions.ts';
import { noTieFields } from '../tieFields.ts';

/** What the network will show, and the way to its first tie. */
export function FirstTie() {
  const [person, setPerson] = useState<{ readonly id: string; readonly name: string } | null>(null);
  return (
    <>
      <EmptyState
        title="Nobody is tied to anybody yet"
        action={
          <PersonPicker
            label="Whose tie"
            trigger={<Button variant="primary">Choose somebody to begin with</Button>}
            onPick={setPerson}
          />
        }
      >
        <p>
          Here you will see who belongs to whom: partners and children, friends and colleagues, and who
          introduced whom to you. Two people who alone join two groups stand out. Ties are written on each
          person’s page.
        </p>
      </EmptyState>
      {person && (
        <TieForm
          key={person.id}
          label={`Somebody who belongs to ${person.name}`}
          personId={person.id}
          name={person.name}
          initial={noTieFields}
          saveLabel="Add"
          onSave={(tie) => addTie(person.id, tie)}
          onCancel={() => setPerson(null)}
        />
      )}
    </>
  );
}
