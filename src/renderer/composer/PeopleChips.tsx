import { Button } from 'react-aria-components';
import { PersonPicker } from '../timeline/PersonPicker.tsx';
import { Icon } from '../ui/Icon.tsx';
import {
  type DraftContent,
  type PersonOfDraft,
  peopleOfDraft,
  withoutPerson,
  withPerson,
} from './draftContent.ts';
import styles from './PeopleChips.module.css';
import type { ChangeDraft } from './useDraft.ts';

export interface PeopleChipsProps {
  readonly draft: DraftContent;
  readonly change: ChangeDraft;
}

/** Everybody in the entry: who took part, who is only mentioned (a press changes that), and a way to add somebody. */
export function PeopleChips({ draft, change }: PeopleChipsProps) {
  const people = peopleOfDraft(draft);
  const toggle = (person: PersonOfDraft) =>
    change((before) => withPerson(before, person, { role: person.role === 'with' ? 'mentioned' : 'with' }));
  return (
    <div className={styles['row']}>
      {people.length > 0 && (
        <ul aria-label="People in this entry" className={styles['people']}>
          {people.map((person) => (
            <li key={person.id} className={styles['chip']} data-with={person.role === 'with' || undefined}>
              <Button
                className={styles['role'] ?? ''}
                aria-label={`${person.name}, ${person.role === 'with' ? 'took part' : 'only mentioned'}`}
                aria-pressed={person.role === 'with'}
                onPress={() => toggle(person)}
              >
                <span className={styles['word']}>{person.role === 'with' ? 'with' : 'about'}</span>
                {person.name}
              </Button>
              {!person.named && (
                <Button
                  className={styles['remove'] ?? ''}
                  aria-label={`Take ${person.name} out of this entry`}
                  onPress={() => change((before) => withoutPerson(before, person.id))}
                >
                  <Icon name="close" size={12} />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <PersonPicker
        label="Add somebody to this entry"
        trigger={
          <Button className={styles['add'] ?? ''}>
            <Icon name="plus" size={14} /> {people.length === 0 ? 'Add people, or type @' : 'Add'}
          </Button>
        }
        onPick={({ id, name }) =>
          change((before) =>
            withPerson(before, { id, name, role: 'with', named: false }, { role: 'with', added: true }),
          )
        }
      />
    </div>
  );
}
