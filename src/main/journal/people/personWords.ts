import type { PersonDraft } from '../../../shared/models/person.ts';
import { fold } from '../../../shared/rules/fold.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Which list of a person each kind of word is, in the order of `person_word`. */
const lists = {
  formerName: 'formerNames',
  group: 'groups',
  language: 'languages',
  tag: 'tags',
} as const satisfies Readonly<Record<string, keyof PersonDraft>>;

export type WordKind = keyof typeof lists;
export type PersonWords = Pick<PersonDraft, (typeof lists)[WordKind]>;

type Changes = { readonly [K in keyof PersonWords]?: PersonWords[K] | undefined };

const kinds = Object.keys(lists) as readonly WordKind[];

/** Makes the lists of words of a person those that are given, and leaves the others. */
export function writeWords(store: Store, n: number, given: Changes): void {
  const empty = statement(store, 'DELETE FROM person_word WHERE person_n = ? AND kind = ?');
  const insert = statement(
    store,
    'INSERT INTO person_word (person_n, kind, position, word, folded) VALUES (?, ?, ?, ?, ?)',
  );
  for (const kind of kinds) {
    const words = given[lists[kind]];
    if (!words) continue;
    empty.run(n, kind);
    words.forEach((word, position) => {
      insert.run(n, kind, position, word, fold(word));
    });
  }
}

interface WordSqlRow {
  readonly kind: WordKind;
  readonly word: string;
}

/** The lists of words of a person, each in the user's order. */
export function readWords(store: Store, n: number): PersonWords {
  const words: PersonWords = { formerNames: [], languages: [], tags: [], groups: [] };
  const rows = statement<[number], WordSqlRow>(
    store,
    'SELECT kind, word FROM person_word WHERE person_n = ? ORDER BY kind, position',
  ).all(n);
  for (const { kind, word } of rows) words[lists[kind]].push(word);
  return words;
}

/** The words of one kind, most used first. */
export function listWords(
  store: Store,
  kind: WordKind,
  limit: number,
): { readonly word: string; readonly count: number }[] {
  return statement<[WordKind, number], { word: string; count: number }>(
    store,
    `SELECT word, count(DISTINCT person_n) AS count FROM person_word
     WHERE kind = ? GROUP BY folded ORDER BY count DESC, folded LIMIT ?`,
  ).all(kind, limit);
}

/** The people who have a word, or one that begins with it, whatever its case and accents. */
export function peopleWithWord(
  store: Store,
  kind: WordKind,
  word: string,
  match: 'whole' | 'beginning',
): ReadonlySet<number> {
  const folded = fold(word.trim());
  if (folded === '') return new Set();
  const end = match === 'whole' ? folded : `${folded}\u{10ffff}`;
  return new Set(
    statement<[WordKind, string, string], number>(
      store,
      'SELECT person_n FROM person_word WHERE kind = ? AND folded BETWEEN ? AND ?',
    )
      .pluck()
      .all(kind, folded, end),
  );
}
