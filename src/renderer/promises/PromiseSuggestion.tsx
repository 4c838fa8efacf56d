import { useState } from 'react';
import type { SuggestedPromise } from '../../shared/contract/promises.ts';
import type { Entry } from '../../shared/models/entry.ts';
import { saySentence } from '../../shared/rules/promises/saySentence.ts';
import { sayDateBriefly } from '../../shared/rules/sayTime.ts';
import { Button } from '../ui/Button.tsx';
import { DueButton } from './DueButton.tsx';
import { PeopleField, type Someone } from './PeopleField.tsx';
import styles from './PromiseSuggestion.module.css';
import { acceptPromise, dismissPromise } from './promiseActions.ts';

export interface PromiseSuggestionProps {
  readonly entry: Pick<Entry, 'id'>;
  readonly promise: SuggestedPromise;
  readonly today: string;
  /** Called when it was accepted or dismissed, before it goes away. */
  readonly onDone: () => void;
}

/** A sentence that seems to be a promise: whose, with whom and by when can be set right before it is kept. */
export function PromiseSuggestion({ entry, promise, today, onDone }: PromiseSuggestionProps) {
  const { madeBy, sentence } = promise;
  const [people, setPeople] = useState<readonly Someone[]>(promise.people);
  const [due, setDue] = useState(promise.due);
  const words = { entryId: entry.id, madeBy, sentence };
  const said = saySentence(sentence);
  const accept = async () => {
    const personIds = people.map(({ id }) => id);
    if (await acceptPromise({ ...words, personIds, due })) onDone();
  };
  const dismiss = async () => {
    if (await dismissPromise(words)) onDone();
  };
  return (
    <fieldset className={styles['suggestion']} aria-label={`Promise? “${said}”`}>
      <p className={styles['words']}>
        {madeBy === 'me' ? 'A promise of yours? ' : 'A promise to you? '}
        <q>{said}</q>
      </p>
      <div className={styles['row']}>
        <PeopleField label={madeBy === 'me' ? 'To whom' : 'By whom'} people={people} onChange={setPeople} />
        <DueButton
          label={due ? `Due on ${sayDateBriefly(due, today)}: another day` : 'By which day'}
          due={due}
          today={today}
          onChange={setDue}
        >
          {due ? `by ${sayDateBriefly(due, today)}` : 'No day'}
        </DueButton>
        <span className={styles['acts']}>
          <Button size="s" icon="check" onPress={() => void accept()}>
            {madeBy === 'me' ? 'Keep as my promise' : 'Keep as theirs'}
          </Button>
          <Button size="s" variant="plain" onPress={() => void dismiss()}>
            Not a promise
          </Button>
        </span>
      </div>
    </fieldset>
  );
}
