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

export interface RememberDialogProps {
  readonly start: RememberStart;
  readonly onClose: () => void;
}

/** Keeps words of an entry as something true of somebody. Where no words were selected, it begins with its sentences. */
export function RememberDialog({ start, onClose }: RememberDialogProps) {
  const { data: entry, error } = useJournal('entries.get', { id: start.entryId });
  const [words, setWords] = useState(start.words);
  return (
    <Dialog title={words === null ? 'Remember which words?' : 'Remember this'} isOpen onClose={onClose}>
      {error && <p role="alert">{error.message}</p>}
      {!entry && !error && <Spinner label="Opening the entry" />}
      {entry &&
        (words === null ? (
          <Sentences sentences={start.sentences} onChoose={setWords} />
        ) : (
          <Keep entry={entry} words={words} personId={start.personId} onClose={onClose} />
        ))}
    </Dialog>
  );
}

interface SentencesProps {
  readonly sentences: readonly string[];
  readonly onChoose: (sentence: string) => void;
}

function Sentences({ sentences, onChoose }: SentencesProps) {
  return (
    <ListBox
      aria-label="Sentences of the entry"
      className={styles['sentences'] ?? ''}
      items={sentences.map((text, id) => ({ id, text }))}
      autoFocus="first"
      onAction={(key) => {
        const sentence = sentences[Number(key)];
        if (sentence !== undefined) onChoose(sentence);
      }}
    >
      {({ id, text }) => (
        <ListBoxItem id={id} textValue={text} className={styles['sentence'] ?? ''}>
          {text}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

interface KeepProps {
  readonly entry: Entry;
  readonly words: string;
  readonly personId: string | null;
  readonly onClose: () => void;
}

function Keep({ entry, words, personId, onClose }: KeepProps) {
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
