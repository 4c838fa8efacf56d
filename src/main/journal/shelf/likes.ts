import { sayInterest } from '../../../shared/rules/nudges/factWords.ts';
import { likedFacets, type Topic } from '../../../shared/rules/nudges/matchTopic.ts';
import type { Liking } from '../../../shared/rules/shelf.ts';
import { indexWords } from '../../../shared/search/words.ts';
import { type FactSqlRow, factEvidence } from '../nudges/factRows.ts';
import { readWords } from '../people/personWords.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** The numbers of up to `most` people of whom anything that is known has the beginnings of all words of a topic. */
export function whoMayLike(store: Store, topic: Topic, most: number): readonly number[] {
  const tokens = topic.words.flatMap((text) => indexWords({ text, alone: false }));
  const expression = tokens.map((token) => `rest : "${token}" *`).join(' AND ');
  return statement<[string, number], number>(
    store,
    'SELECT rowid FROM person_typing WHERE person_typing MATCH ? LIMIT ?',
  )
    .pluck()
    .all(expression, most);
}

/** What somebody likes to hear of: facts first, for they say more, then what they belong to and are tagged with. */
export function readLikes(store: Store, n: number, personId: string): readonly Liking[] {
  const facts = statement<[number, string], FactSqlRow>(
    store,
    `SELECT id, person_n, facet, label, text, date, learned_on, entry_id, quote
     FROM fact INDEXED BY fact_by_person
     WHERE person_n = ? AND facet IN (SELECT value FROM json_each(?)) AND retired_on IS NULL
     ORDER BY learned_on DESC, id`,
  ).all(n, JSON.stringify(likedFacets));
  const { groups, tags } = readWords(store, n);
  const inWord = (kind: 'group' | 'tag') => (word: string) => ({
    kind,
    facet: null,
    text: word,
    // Tags are the user's own business.
    spoken: null,
    evidence: { quote: word, day: null, source: { kind: 'person' as const, personId } },
  });
  return [
    ...facts.map((fact) => ({
      kind: 'fact' as const,
      facet: fact.facet,
      text: `${fact.label} ${fact.text}`,
      spoken: sayInterest(fact),
      evidence: factEvidence(fact),
    })),
    ...groups.map(inWord('group')),
    ...tags.map(inWord('tag')),
  ];
}
