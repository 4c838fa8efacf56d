import { wordExpression } from '../../../shared/search/ftsQuery.ts';
import { type Word, wordsOf } from '../../../shared/search/words.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** A name that more people bear does not tell whom one means. */
const MOST_MEANT = 100;

/**
 * The numbers of the people whom a filter means by `name`: those who are called exactly so, or else all whose names
 * have words that begin so, or else the one whose name is most like it. Empty if there is nobody.
 */
export function peopleCalled({ db, people }: JournalContext, name: string): readonly number[] {
  const words = wordsOf(name);
  if (words.length === 0) return [];
  const number = ({ id }: { readonly id: string }) => people.number(id) ?? [];
  const whole = words.map(({ text }) => text).join(' ');
  const found = people.find(name);
  const exact = found.filter((row) =>
    [row.name, row.preferredName, ...row.nicknames].some(
      (own) =>
        wordsOf(own)
          .map(({ text }) => text)
          .join(' ') === whole,
    ),
  );
  if (exact.length > 0) return exact.flatMap(number);
  const beginning = namesWith(db, words, true, MOST_MEANT);
  return beginning.length > 0 ? beginning : found.slice(0, 1).flatMap(number);
}

/**
 * The numbers of people who have all these words in their names, at most `most` of them.
 * @param open whether each word may go on
 */
export function namesWith(db: Store, words: readonly Word[], open: boolean, most: number): readonly number[] {
  const parts = words.map((word) => wordExpression(word, open)).join(' AND ');
  return statement<[string, number], number>(
    db,
    'SELECT rowid FROM person_typing WHERE person_typing MATCH ? LIMIT ?',
  )
    .pluck()
    .all(`names : (${parts})`, most);
}
