import { KithError } from '../../../shared/contract/errors.ts';
import type { EntryDraft, Role } from '../../../shared/models/entry.ts';
import { findMentions } from '../../../shared/rules/mentions.ts';
import { findTags, foldTag } from '../../../shared/rules/tags.ts';
import type { JournalContext } from '../context.ts';
import { writeExchanges } from '../exchanges/writeExchanges.ts';
import { personNumber } from '../people/getPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Whom and what an entry is about, worked out from a draft and the words of its body. */
export interface EntryLinks {
  /** Each person once; `with` outweighs `mentioned`. In the order of `people`, then of the mentions. */
  readonly people: ReadonlyMap<number, Role>;
  /** Each tag once, by its folded form. */
  readonly tags: ReadonlyMap<string, string>;
}

/** As the model of an entry allows. */
const MOST_PEOPLE = 1000;
const MOST_TAGS = 200;

/**
 * Works out the people and tags of a draft. A person whom only the body mentions, and who is not in the journal,
 * is left out: the mention stays as text. Fails with `badInput` when `people` names somebody unknown.
 *
 * `before` is the body that the draft replaces: who was only mentioned there, and what was tagged there, goes with
 * those words.
 */
export function workOutLinks(
  context: Pick<JournalContext, 'db'>,
  draft: EntryDraft,
  before = '',
): EntryLinks {
  return { people: workOutPeople(context, draft, before), tags: workOutTags(draft, before) };
}

function workOutPeople(
  context: Pick<JournalContext, 'db'>,
  draft: EntryDraft,
  before: string,
): ReadonlyMap<number, Role> {
  const gone = new Set(findMentions(before).map(({ personId }) => personNumber(context, personId)));
  const people = new Map<number, Role>();
  for (const { personId, role } of draft.people) {
    const n = personNumber(context, personId);
    if (n === undefined)
      throw new KithError('badInput', 'Somebody in this entry is not in the journal any more.');
    if (role === 'mentioned' && gone.has(n)) continue;
    if (role === 'with' || !people.has(n)) people.set(n, role);
  }
  for (const { personId } of findMentions(draft.body)) {
    const n = personNumber(context, personId);
    if (n !== undefined && !people.has(n) && people.size < MOST_PEOPLE) people.set(n, 'mentioned');
  }
  return people;
}

function workOutTags(draft: EntryDraft, before: string): ReadonlyMap<string, string> {
  const gone = new Set(findTags(before).map(({ tag }) => foldTag(tag)));
  const tags = new Map<string, string>();
  for (const tag of draft.tags) {
    const folded = foldTag(tag);
    if (!gone.has(folded) && !tags.has(folded)) tags.set(folded, tag);
  }
  for (const { tag } of findTags(draft.body)) {
    const folded = foldTag(tag);
    if (!tags.has(folded) && tags.size < MOST_TAGS) tags.set(folded, tag);
  }
  return tags;
}

/** Writes the links of an entry that has none, and what the marks of its `body` say of its people. */
export function writeLinks(store: Store, k: number, { people, tags }: EntryLinks, body: string): void {
  let position = 0;
  for (const [n, role] of people) {
    statement(store, 'INSERT INTO entry_person (person_n, role, k, position) VALUES (?, ?, ?, ?)').run(
      n,
      role,
      k,
      position++,
    );
  }
  for (const [folded, name] of tags) {
    statement(store, 'INSERT INTO entry_tag (tag_n, k) VALUES (?, ?)').run(tagNumber(store, name, folded), k);
  }
  writeExchanges(store, k, body);
}

/** Removes the links of an entry, but for those of people in the trash, and says whom it named. */
export function clearLinks(store: Store, k: number): readonly number[] {
  const people = linkedPeople(store, k);
  statement(store, 'DELETE FROM entry_person WHERE k = ? AND person_n IN (SELECT n FROM person)').run(k);
  statement(store, 'DELETE FROM entry_tag WHERE k = ?').run(k);
  // Circles that were still to follow somebody's move (people/tendLinks.ts) must not come along to another key.
  statement(store, 'DELETE FROM entry_circle WHERE k = ?').run(k);
  return people;
}

/**
 * Whether an entry has these links already: the same people in the same order, and the same tags. People in the trash
 * do not count.
 */
export function hasLinks(store: Store, k: number, { people, tags }: EntryLinks): boolean {
  const linked = statement<[number], [number, Role]>(
    store,
    `SELECT person_n, role FROM entry_person INDEXED BY entry_person_by_entry CROSS JOIN person ON n = person_n
     WHERE k = ? ORDER BY position`,
  )
    .raw()
    .all(k);
  const tagged = statement<[number], string>(
    store,
    `SELECT folded FROM entry_tag INDEXED BY entry_tag_by_entry CROSS JOIN tag ON n = tag_n
     WHERE k = ?`,
  )
    .pluck()
    .all(k);
  return (
    JSON.stringify(linked) === JSON.stringify([...people]) &&
    JSON.stringify(tagged.sort()) === JSON.stringify([...tags.keys()].sort())
  );
}

/** The numbers of the people whom an entry names, those in the trash included. */
export function linkedPeople(store: Store, k: number): readonly number[] {
  return statement<[number], number>(store, 'SELECT person_n FROM entry_person WHERE k = ?').pluck().all(k);
}

/** The number of a tag; a new one where it was never used. */
export function tagNumber(store: Store, name: string, folded = foldTag(name)): number {
  const known = statement<[string], number>(store, 'SELECT n FROM tag WHERE folded = ?').pluck().get(folded);
  if (known !== undefined) return known;
  return Number(
    statement(store, 'INSERT INTO tag (folded, name) VALUES (?, ?)').run(folded, name).lastInsertRowid,
  );
}
