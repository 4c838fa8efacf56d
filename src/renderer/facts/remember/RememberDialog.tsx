import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Entry } from '../../../shared/models/entry.ts';
import { callName, type PersonName } from '../../../shared/models/person.ts';
import { guessFact } from '../../../shared/rules/facts/guessFact.ts';
import { useJournal } from '../../journal-client/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { FactForm } from '../FactForm.tsx';
import { addFact } from '../factActions.ts';
import { fieldsOfFact, type WrittenFact } from '../fieldsOfFact.ts';
import { AboutWhom } from './AboutWhom.tsx';
import type { RememberStart } from './askToRemember.ts';
import styles from './RememberDialog.module.css';
import type { ReadSentence } from './selectedWords.ts';

export interface RememberDialogProps {
  readonly start: RememberStart;
  readonly onClose: () => void;
}

/** Keeps words of an entry as something true of somebody. Where no words were selected, it begins with its sentences. */
export function RememberDialog({ start, onClose }: RememberDialogProps) {
  const { data: entry, error } = useJournal('entries.get', { id: start.entryId });
  const [chosen, setChosen] = useState(start.chosen);
  return (
    <Dialog title={chosen === null ? 'Remember which words?' : 'Remember this'} isOpen onClose={onClose}>
      {error && <p role="alert">{error.message}</p>}
      {!entry && !error && <Spinner label="Opening the entry" />}
      {entry &&
        (chosen === null ? (
          <Sentences sentences={start.sentences} onChoose={setChosen} />
        ) : (
          <Keep
            entry={entry}
            chosen={chosen}
            personId={start.personId ?? chosen.personIds[0] ?? null}
            onClose={onClose}
          />
        ))}
    </Dialog>
  );
}

interface SentencesProps {
  readonly sentences: readonly ReadSentence[];
  readonly onChoose: (sentence: ReadSentence) => void;
}

function Sentences({ sentences, onChoose }: SentencesProps) {
  return (
    <ListBox
      aria-label="Sentences of the entry"
      className={styles['sentences'] ?? ''}
      items={sentences.map(({ words }, id) => ({ id, words }))}
      autoFocus="first"
      onAction={(key) => {
        const sentence = sentences[Number(key)];
        if (sentence !== undefined) onChoose(sentence);
      }}
    >
      {({ id, words }) => (
        <ListBoxItem id={id} textValue={words} className={styles['sentence'] ?? ''}>
          {words}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

interface KeepProps {
  readonly entry: Entry;
  readonly chosen: ReadSentence;
  readonly personId: string | null;
  readonly onClose: () => void;
}

function Keep({ entry, chosen: { words }, personId, onClose }: KeepProps) {
  const [person, setPerson] = useState<PersonName | null>(() => beginWith(entry, personId));
  const save = async (fact: WrittenFact) => {
    if (!person) return 'Please say whom it is about.';
    const kept = { ...fact, learnedOn: entry.day, entryId: entry.id, quote: words };
    const failed = await addFact(person.id, kept, `Remembered about ${callName(person)}.`);
    if (failed === null) onClose();
    return failed;
  };
  return (
    <div className={styles['keep']}>
      <blockquote className={styles['quote']}>{words}</blockquote>
      <AboutWhom people={entry.people} person={person} onChange={setPerson} />
      <FactForm
        label="What to remember"
        initial={fieldsOfFact(guessFact(words, entry.day))}
        saveLabel="Remember"
        autoFocus={beginWith(entry, personId) !== null}
        onSave={save}
        onCancel={onClose}
      />
    </div>
  );
}

/** Whom it is about before anybody says so: who was chosen, or the only one there. */
function beginWith({ people }: Entry, personId: string | null): PersonName | null {
  const [only] = people;
  return people.find(({ id }) => id === personId) ?? (people.length === 1 && only ? only : null);
}
