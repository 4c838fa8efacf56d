import type { EntryHit } from '../../shared/contract/search.ts';
import type { PersonName, PersonRow } from '../../shared/models/person.ts';
import { callName } from '../../shared/models/person.ts';
import { useJournal } from '../journal-client/useJournal.ts';

/** How many of each kind there is room for. */
const MOST = 6;

export interface PaletteResults {
  readonly people: readonly PersonRow[];
  readonly entries: readonly EntryHit[];
  /** Whether they answer what is typed now, and not what was typed before. */
  readonly isCurrent: boolean;
}

/**
 * Whom and what `text` may mean: by the journal's own search, which offers names that are only like it where nothing
 * else is meant. Of an empty text, whom one talked with last.
 */
export function usePaletteResults(text: string): PaletteResults {
  const isEmpty = text === '';
  const latest = useJournal(
    'people.list',
    { sort: 'lastTalk', descending: true, limit: MOST - 1 },
    { enabled: isEmpty },
  );
  const found = useJournal('search.typing', { text, limit: MOST }, { enabled: !isEmpty, keepPrevious: true });
  if (isEmpty) {
    const people = latest.data?.rows.filter(({ lastTalk }) => lastTalk !== null) ?? [];
    return { people, entries: [], isCurrent: latest.data !== undefined };
  }
  return {
    people: found.data?.people.slice(0, MOST) ?? [],
    entries: found.data?.entries.slice(0, MOST) ?? [],
    isCurrent: found.data !== undefined && !found.isPlaceholderData,
  };
}

/** What is said of a person beside the name one calls them by. */
export function fullNameBeside(person: PersonName): string {
  return callName(person) === person.name ? '' : person.name;
}
