import { useRef } from 'react';
import type { SuggestedPromise } from '../../shared/contract/promises.ts';
import { dayNumber } from '../../shared/models/day.ts';
import type { Entry } from '../../shared/models/entry.ts';
import { useJournal } from '../journal-client/index.ts';
import { useToday } from '../ui/useToday.ts';
import styles from './EntryPromises.module.css';
import { MadePromise } from './MadePromise.tsx';
import { PromiseSuggestion } from './PromiseSuggestion.tsx';

/** In a list, older entries are not asked about: what was promised then is read, not brought up. */
const RECENT_DAYS = 30;

export interface EntryPromisesProps {
  readonly entry: Entry;
  /** In a list of entries suggestions are made only for those of the last 30 days. */
  readonly inList: boolean;
}

/** The promises of an entry, and what in it seems to be one. Nothing where there is none. */
export function EntryPromises({ entry, inList }: EntryPromisesProps) {
  const today = useToday();
  const isRecent = dayNumber(today) - dayNumber(entry.day) <= RECENT_DAYS;
  const input = { entryId: entry.id };
  const { data: made = [] } = useJournal('promises.ofEntry', input);
  const { data: suggested = [] } = useJournal('promises.suggested', input, { enabled: !inList || isRecent });
  const list = useRef<HTMLUListElement>(null);
  if (made.length === 0 && suggested.length === 0) return null;
  // What had focus goes away with the suggestion.
  const focusList = () => list.current?.focus({ preventScroll: true });
  return (
    <ul aria-label="Promises in this entry" className={styles['promises']} ref={list} tabIndex={-1}>
      {made.map((promise) => (
        <li key={promise.id}>
          <MadePromise promise={promise} today={today} />
        </li>
      ))}
      {suggested.map((promise) => (
        <li key={keyOf(promise)}>
          <PromiseSuggestion entry={entry} promise={promise} today={today} onDone={focusList} />
        </li>
      ))}
    </ul>
  );
}

function keyOf({ madeBy, sentence }: SuggestedPromise): string {
  return `${madeBy} ${sentence}`;
}
