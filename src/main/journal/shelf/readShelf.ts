import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { ShelfItem } from '../../../shared/models/shelf.ts';
import { fold } from '../../../shared/rules/fold.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

interface ItemSqlRow {
  readonly id: string;
  readonly kind: ShelfItem['kind'];
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly my_news: number;
  readonly created_at: number;
  readonly changed_at: number;
}

/** A stretch of the shelf, newest first. With words to look for it reads as much of the shelf as it takes to find them. */
export function listShelf(
  store: Store,
  { text, topic, offset, limit }: JournalParsed<'shelf.list'>,
): JournalOutput<'shelf.list'> {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const wanted: string[] = [];
  for (const id of idsOf(store, topic)) {
    if (wanted.length > offset + limit) break;
    if (words.length === 0 || holdsAll(store, id, words)) wanted.push(id);
  }
  return {
    items: wanted.slice(offset, offset + limit).flatMap((id) => readItem(store, id) ?? []),
    more: wanted.length > offset + limit,
  };
}

/** The ids of all that is on the shelf, or of what has a topic, newest first. */
export function idsOf(store: Store, topic: string | null): readonly string[] {
  if (topic === null) {
    return statement<[], string>(store, 'SELECT id FROM shelf_item ORDER BY created_at DESC, id DESC')
      .pluck()
      .all();
  }
  return statement<[string], string>(
    store,
    `SELECT id FROM shelf_topic JOIN shelf_item ON id = item_id
     WHERE topic = ? GROUP BY id ORDER BY created_at DESC, id DESC`,
  )
    .pluck()
    .all(topic);
}

function holdsAll(store: Store, id: string, words: readonly string[]): boolean {
  const row = readRow(store, id);
  if (!row) return false;
  const all = fold([row.title, row.body, row.url, ...readTopics(store, id)].join('\n'));
  return words.every((word) => all.includes(word));
}

/** One thing, with those in the journal with whom it was shared; undefined if it is not there. */
export function readItem(store: Store, id: string): ShelfItem | undefined {
  const row = readRow(store, id);
  if (!row) return undefined;
  const { kind, title, body, url, my_news, created_at, changed_at } = row;
  return {
    id,
    kind,
    title,
    body,
    url,
    topics: readTopics(store, id),
    isMyNews: my_news === 1,
    sharedWith: readShared(store, id),
    createdAt: created_at,
    changedAt: changed_at,
  };
}

function readRow(store: Store, id: string): ItemSqlRow | undefined {
  return statement<[string], ItemSqlRow>(
    store,
    'SELECT id, kind, title, body, url, my_news, created_at, changed_at FROM shelf_item WHERE id = ?',
  ).get(id);
}

function readTopics(store: Store, id: string): string[] {
  return statement<[string], string>(
    store,
    'SELECT topic FROM shelf_topic WHERE item_id = ? ORDER BY position',
  )
    .pluck()
    .all(id);
}

interface SharedSqlRow {
  readonly id: string;
  readonly name: string;
  readonly preferred_name: string;
  readonly day: string;
}

/**
 * With whom it was shared, first to last: as was said here, or by doing what a nudge to share it proposed. People in the
 * trash are left out.
 */
function readShared(store: Store, id: string): ShelfItem['sharedWith'] {
  const said = statement<[string], SharedSqlRow>(
    store,
    `SELECT person.id, name, preferred_name, day
     FROM shelf_shared CROSS JOIN person ON n = person_n WHERE item_id = ?`,
  ).all(id);
  const done = statement<[string], SharedSqlRow>(
    store,
    `SELECT person.id, name, preferred_name, day
     FROM nudge_act CROSS JOIN person ON person.id = substr(key, 7, 36)
     WHERE key > 'share:' AND key < 'share;' AND act = 'done' AND substr(key, 44) = ?`,
  ).all(id);
  const byPerson = new Map([...done, ...said].map((row) => [row.id, row] as const));
  return [...byPerson.values()]
    .sort((x, y) => (x.day + x.id < y.day + y.id ? -1 : 1))
    .map(({ id: personId, name, preferred_name, day }) => ({
      person: { id: personId, name, preferredName: preferred_name },
      day,
    }));
}

/** The topics in use, most used first. */
export function listTopics(store: Store, limit: number): { topic: string; count: number }[] {
  return statement<[number], { topic: string; count: number }>(
    store,
    `SELECT topic, count(*) AS count FROM shelf_topic GROUP BY topic ORDER BY count DESC, topic LIMIT ?`,
  ).all(limit);
}
