import type { EntryFilter } from '../../../shared/contract/entries.ts';
import { foldTag } from '../../../shared/rules/tags.ts';
import { personNumber } from '../people/getPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

export type Direction = 'older' | 'newer';

/**
 * The keys of some entries in the order of time, as an index holds them: up to `limit` keys from `from` on, itself
 * included, in one direction.
 */
export type KeyList = (from: number, direction: Direction, limit: number) => number[];

/**
 * The lists of keys that an entry must be in to pass `filter`: one for each thing that is set, or all entries. Null
 * when the filter names a person or a tag that is not there, so that nothing passes.
 */
export function keyListsOf(store: Store, filter: EntryFilter): readonly KeyList[] | null {
  const lists: KeyList[] = [];
  if (filter.personId !== undefined) {
    const n = personNumber({ db: store }, filter.personId);
    if (n === undefined) return null;
    lists.push(filter.role === undefined ? ofPerson(store, n) : ofPersonInRole(store, n, filter.role));
  }
  if (filter.tag !== undefined) {
    const n = statement<[string], number>(store, 'SELECT n FROM tag WHERE folded = ?')
      .pluck()
      .get(foldTag(filter.tag));
    if (n === undefined) return null;
    lists.push(ofTag(store, n));
  }
  if (filter.circleId !== undefined) lists.push(ofCircle(store, filter.circleId));
  if (filter.channel !== undefined) lists.push(ofChannel(store, filter.channel));
  return lists.length > 0 ? lists : [everything(store)];
}

function everything(store: Store): KeyList {
  return keyList(
    store,
    'SELECT k FROM entry WHERE k <= @from ORDER BY k DESC LIMIT @limit',
    'SELECT k FROM entry WHERE k >= @from ORDER BY k LIMIT @limit',
  );
}

function ofPersonInRole(store: Store, n: number, role: string): KeyList {
  return keyList(
    store,
    'SELECT k FROM entry_person WHERE person_n = @n AND role = @role AND k <= @from ORDER BY k DESC LIMIT @limit',
    'SELECT k FROM entry_person WHERE person_n = @n AND role = @role AND k >= @from ORDER BY k LIMIT @limit',
    { n, role },
  );
}

/** Two ordered stretches of one index, merged. Nobody is in an entry in both roles. */
function ofPerson(store: Store, n: number): KeyList {
  return keyList(
    store,
    `SELECT k FROM entry_person WHERE person_n = @n AND role = 'with' AND k <= @from
     UNION ALL SELECT k FROM entry_person WHERE person_n = @n AND role = 'mentioned' AND k <= @from
     ORDER BY k DESC LIMIT @limit`,
    `SELECT k FROM entry_person WHERE person_n = @n AND role = 'with' AND k >= @from
     UNION ALL SELECT k FROM entry_person WHERE person_n = @n AND role = 'mentioned' AND k >= @from
     ORDER BY k LIMIT @limit`,
    { n },
  );
}

function ofTag(store: Store, n: number): KeyList {
  return keyList(
    store,
    'SELECT k FROM entry_tag WHERE tag_n = @n AND k <= @from ORDER BY k DESC LIMIT @limit',
    'SELECT k FROM entry_tag WHERE tag_n = @n AND k >= @from ORDER BY k LIMIT @limit',
    { n },
  );
}

function ofCircle(store: Store, circleId: string): KeyList {
  return keyList(
    store,
    'SELECT k FROM entry_circle WHERE circle_id = @circleId AND k <= @from ORDER BY k DESC LIMIT @limit',
    'SELECT k FROM entry_circle WHERE circle_id = @circleId AND k >= @from ORDER BY k LIMIT @limit',
    { circleId },
  );
}

function ofChannel(store: Store, channel: string): KeyList {
  return keyList(
    store,
    'SELECT k FROM entry WHERE channel = @channel AND k <= @from ORDER BY k DESC LIMIT @limit',
    'SELECT k FROM entry WHERE channel = @channel AND k >= @from ORDER BY k LIMIT @limit',
    { channel },
  );
}

/** A list by its two queries, each of which takes `fixed`, and `from` and `limit` beside it. */
function keyList(
  store: Store,
  older: string,
  newer: string,
  fixed: Readonly<Record<string, string | number>> = {},
): KeyList {
  return (from, direction, limit) =>
    statement<[object], number>(store, direction === 'older' ? older : newer)
      .pluck()
      .all({ ...fixed, from, limit });
}
