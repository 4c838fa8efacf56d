import type { Evidence } from '../../../shared/models/nudge.ts';
import { sayInterest } from '../../../shared/rules/nudges/factWords.ts';
import { likedFacets, matchesTopic, readTopic, type Topic } from '../../../shared/rules/nudges/matchTopic.ts';
import type { GatheredMatch } from '../../../shared/rules/nudges/share.ts';
import { indexWords } from '../../../shared/search/words.ts';
import { readWords } from '../people/personWords.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { type FactSqlRow, factEvidence } from './factRows.ts';
import type { KnownPeople } from './gatherPeople.ts';

/** What was kept last is looked at; what lies on the shelf for long waits for somebody to look through it. */
const MOST_ITEMS = 12;
const MOST_PEOPLE = 20;
const TITLE = 80;

interface ItemSqlRow {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly created_at: number;
}

/** What lies on the shelf, with those who would like it and were not given it yet. */
export function gatherMatches(store: Store, people: KnownPeople): readonly GatheredMatch[] {
  const items = statement<[number], ItemSqlRow>(
    store,
    'SELECT id, title, body, url, created_at FROM shelf_item ORDER BY created_at DESC, id DESC LIMIT ?',
  ).all(MOST_ITEMS);
  const likes = new Map<number, Likes>();
  const likesOf = (n: number, personId: string) => {
    const known = likes.get(n) ?? readLikes(store, n, personId);
    likes.set(n, known);
    return known;
  };
  return items.flatMap((item) => matchItem(store, people, item, likesOf));
}

function matchItem(
  store: Store,
  people: KnownPeople,
  item: ItemSqlRow,
  likesOf: (n: number, personId: string) => Likes,
): readonly GatheredMatch[] {
  const title = firstWords(item);
  if (title === null) return [];
  const { id: itemId, created_at: keptAt } = item;
  const shelf: Evidence = { quote: title, day: null, source: { kind: 'shelf', itemId } };
  const done = new Set(sharedWith(store, itemId));
  const matches: GatheredMatch[] = [];
  for (const topic of topicsOf(store, itemId)) {
    for (const n of whoMayLike(store, topic)) {
      const person = people.get(n);
      if (!person || done.has(n)) continue;
      const liked = likesOf(n, person.id).find(({ text }) => matchesTopic(topic, text));
      if (!liked) continue;
      done.add(n);
      const { spoken } = liked;
      const evidence = [liked.evidence, shelf] as const;
      matches.push({ person, itemId, title, topic: topic.name, spoken, keptAt, evidence });
    }
  }
  return matches;
}

/** The title of a thing, or the beginning of its first line. */
function firstWords({ title, body, url }: ItemSqlRow): string | null {
  const line = [title, body.split('\n').find((one) => one.trim() !== '') ?? '', url].find(
    (one) => one.trim() !== '',
  );
  if (line === undefined) return null;
  const trimmed = line.trim();
  if (trimmed.length <= TITLE) return trimmed;
  const cut = trimmed.lastIndexOf(' ', TITLE);
  return trimmed.slice(0, cut > 0 ? cut : TITLE);
}

function topicsOf(store: Store, itemId: string): readonly Topic[] {
  return statement<[string], string>(
    store,
    'SELECT topic FROM shelf_topic WHERE item_id = ? ORDER BY position',
  )
    .pluck()
    .all(itemId)
    .flatMap((name) => readTopic(name) ?? []);
}

function sharedWith(store: Store, itemId: string): ReadonlySet<number> {
  return new Set(
    statement<[string], number>(store, 'SELECT person_n FROM shelf_shared WHERE item_id = ?')
      .pluck()
      .all(itemId),
  );
}

/** Those of whom anything that is known has the beginnings of all words of a topic. */
function whoMayLike(store: Store, topic: Topic): readonly number[] {
  const tokens = topic.words.flatMap((text) => indexWords({ text, alone: false }));
  const expression = tokens.map((token) => `rest : "${token}" *`).join(' AND ');
  return statement<[string, number], number>(
    store,
    'SELECT rowid FROM person_typing WHERE person_typing MATCH ? LIMIT ?',
  )
    .pluck()
    .all(expression, MOST_PEOPLE);
}

interface Like {
  readonly text: string;
  readonly spoken: string | null;
  readonly evidence: Evidence;
}
type Likes = readonly Like[];

/** What somebody likes to hear of: facts first, for they say more, then what they belong to and are tagged with. */
function readLikes(store: Store, n: number, personId: string): Likes {
  const facts = statement<[number, string], FactSqlRow>(
    store,
    `SELECT id, person_n, facet, label, text, date, learned_on, entry_id, quote
     FROM fact INDEXED BY fact_by_person
     WHERE person_n = ? AND facet IN (SELECT value FROM json_each(?)) AND retired_on IS NULL
     ORDER BY learned_on DESC, id`,
  ).all(n, JSON.stringify(likedFacets));
  const { groups, tags } = readWords(store, n);
  return [
    ...facts.map((fact) => ({
      text: `${fact.label} ${fact.text}`,
      spoken: sayInterest(fact),
      evidence: factEvidence(fact),
    })),
    ...[...groups, ...tags].map((word) => ({
      text: word,
      // Tags are the user's own business.
      spoken: null,
      evidence: { quote: word, day: null, source: { kind: 'person' as const, personId } },
    })),
  ];
}
