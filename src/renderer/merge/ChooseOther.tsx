import type { PersonRow } from '../../shared/models/person.ts';
import { goTo } from '../app/hashPlace.ts';
import { useJournal } from '../journal-client/index.ts';
import { PersonPicker } from '../timeline/PersonPicker.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './ChooseOther.module.css';
import { PersonLine } from './PersonLine.tsx';

export interface ChooseOtherProps {
  readonly person: PersonRow;
  /** Whether the person themselves was chosen. */
  readonly isSame: boolean;
  readonly onChoose: (otherId: string) => void;
}

/** Who is the same person as somebody: those who look like them, and anybody else by name. */
export function ChooseOther({ person, isSame, onChoose }: ChooseOtherProps) {
  const { data } = useJournal('people.lookAlikes', { limit: 200 });
  const alike = (data?.pairs ?? []).flatMap(({ people: [a, b], reasons }) => {
    if (a.id === person.id) return [{ other: b, reasons }];
    return b.id === person.id ? [{ other: a, reasons }] : [];
  });
  return (
    <Page>
      <PageHeader
        title="Make one person of two"
        actions={
          <Button variant="plain" onPress={() => goTo(`/person/${person.id}`)}>
            Leave it
          </Button>
        }
        subtitle={
          <>
            Who else in the journal is <bdi>{person.name}</bdi>?
          </>
        }
      />
      {isSame && <p role="alert">These are one and the same person. Choose somebody else.</p>}
      {alike.length > 0 && (
        <Section title="Perhaps">
          <ul className={styles['alike']}>
            {alike.map(({ other, reasons }) => (
              <li key={other.id} className={styles['candidate']}>
                <PersonLine person={other} />
                <p className={styles['reasons']}>{reasons.join(' ')}</p>
                <Button size="s" aria-label={`It is ${other.name}`} onPress={() => onChoose(other.id)}>
                  Look at both
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <PersonPicker
        label="Somebody else"
        trigger={<Button icon="person">{alike.length > 0 ? 'Somebody else' : 'Choose somebody'}</Button>}
        without={person.id}
        onPick={({ id }) => onChoose(id)}
      />
    </Page>
  );
}
