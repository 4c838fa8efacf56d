import type { EntryHit } from '../../shared/contract/search.ts';
import type { PersonName } from '../../shared/models/person.ts';
import { callName } from '../../shared/models/person.ts';
import { useJournal } from '../journal-client/useJournal.ts';

/** How many of each kind there is room for. */
const MOST = 6;

export interface PaletteResults {
  readonly people: readonly PersonName[];
  readonly entries: readonly EntryHit[];
}

/** Whom and what `text` may mean. Of an empty text, whom one talked with last. Only asks while `enabled`. */
export function usePaletteResults(text: string, enabled: boolean): PaletteResults {
  const isEmpty = text === '';
  const latest = useJournal(
    'people.list',
    { sort: 'lastTalk', descending: true, limit: MOST - 1 },
    { enabled: enabled && isEmpty },
  );
  const names = useJournal(
    'people.suggest',
    { text, limit: MOST },
    { enabled: enabled && !isEmpty, keepPrevious: true },
  );
  const hits = useJournal(
    'search.typing',
    { text, limit: MOST },
    { enabled: enabled && !isEmpty, keepPrevious: true },
  );
  if (isEmpty) return { people: latest.data?.rows.filter((row) => row.lastTalk !== null) ?? [], entries: [] };
  return { people: names.data ?? [], entries: hits.data?.entries ?? [] };
}

/** What is said of a person beside the name one calls them by. */
export function fullNameBeside(person: PersonName): string {
  return callName(person) === person.name ? '' : person.name;
}
