import type { Evidence } from '../../../shared/models/nudge.ts';
import { matchesTopic, readTopic, type Topic } from '../../../shared/rules/nudges/matchTopic.ts';
import type { GatheredMatch } from '../../../shared/rules/nudges/share.ts';
import type { Liking } from '../../../shared/rules/shelf.ts';
import { readLikes, whoMayLike } from '../shelf/likes.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import type { KnownPeople } from './gatherPeople.ts';

/** What was kept last is looked at; what lies on the shelf for long waits for somebody to look through it. */
const MOST_ITEMS = 12;
const MOST_PEOPLE = 12;
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
  const likes = new Map<number, readonly Liking[]>();
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
  likesOf: (n: number, personId: string) => readonly Liking[],
): readonly GatheredMatch[] {
  const title = firstWords(item);
  if (title === null) return [];
  const { id: itemId, created_at: keptAt } = item;
  const shelf: Evidence = { quote: title, day: null, source: { kind: 'shelf', itemId } };
  const done = new Set(sharedWith(store, itemId));
  const matches: GatheredMatch[] = [];
  for (const topic of topicsOf(store, itemId)) {
    for (const n of whoMayLike(store, topic, MOST_PEOPLE)) {
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
