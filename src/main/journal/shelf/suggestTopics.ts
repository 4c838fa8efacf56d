import { fold } from '../../../shared/rules/fold.ts';
import { listWords } from '../people/personWords.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { listTopics } from './readShelf.ts';

/** A fact of more letters is a sentence, and no topic. */
const LONGEST = 40;

/** Words that may be topics: those in use, what people like, what they belong to and are tagged with. Asked once a form. */
export function suggestTopics(store: Store, limit: number): string[] {
  const all = [
    ...listTopics(store, 200).map(({ topic }) => topic),
    ...likedWords(store, limit),
    ...listWords(store, 'group', limit).map(({ word }) => word),
    ...listWords(store, 'tag', limit).map(({ word }) => word),
  ];
  const bySpelling = new Map<string, string>();
  for (const word of all) if (!bySpelling.has(fold(word))) bySpelling.set(fold(word), word);
  return [...bySpelling.values()].slice(0, limit);
}

function likedWords(store: Store, limit: number): readonly string[] {
  return statement<[number, number], string>(
    store,
    `SELECT text FROM fact
     WHERE facet IN ('interests', 'groups', 'preferences') AND retired_on IS NULL AND length(text) <= ?
     GROUP BY text ORDER BY count(*) DESC, text LIMIT ?`,
  )
    .pluck()
    .all(LONGEST, limit);
}
