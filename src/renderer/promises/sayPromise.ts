import type { PersonalPromise } from '../../shared/models/promise.ts';
import { saySentence } from '../../shared/rules/promises/saySentence.ts';
import { sayDay } from '../../shared/rules/sayTime.ts';

/** “due tomorrow”, “was due on Friday”. */
export function sayDue(due: string, today: string): string {
  return due < today ? `was due ${sayDay(due, today)}` : `due ${sayDay(due, today)}`;
}

/** “kept yesterday”, “let go three weeks ago, on a Tuesday”. */
export function sayClosed({ state, closedOn }: PersonalPromise, today: string): string {
  const what = state === 'kept' ? 'kept' : 'let go';
  return closedOn === null ? what : `${what} ${sayDay(closedOn, today)}`;
}

/** The beginning of a promise, to name it by. */
export function namePromise({ sentence }: Pick<PersonalPromise, 'sentence'>): string {
  const said = saySentence(sentence);
  return said.length <= 60 ? said : `${said.slice(0, 59).trimEnd()}…`;
}
