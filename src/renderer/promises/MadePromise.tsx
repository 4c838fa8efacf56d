import type { PersonalPromise } from '../../shared/models/promise.ts';
import { saySentence } from '../../shared/rules/promises/saySentence.ts';
import { PeopleLinks } from '../today/PeopleLinks.tsx';
import { sayClosed, sayDue } from './sayPromise.ts';

/** A promise under the entry that it was made in, in a line: whose it is, what it says, and how it stands. */
export function MadePromise({
  promise,
  today,
}: {
  readonly promise: PersonalPromise;
  readonly today: string;
}) {
  const { madeBy, people, sentence, due, state } = promise;
  const stands = state === 'open' ? due && sayDue(due, today) : sayClosed(promise, today);
  return (
    <>
      <a href="#/promises">{madeBy === 'me' ? 'Your promise' : 'A promise to you'}</a>
      {people.length > 0 && (
        <>
          {madeBy === 'me' ? ' to ' : ' by '}
          <PeopleLinks people={people} />
        </>
      )}
      : <q>{saySentence(sentence)}</q>
      {stands && `, ${stands}`}
    </>
  );
}
