import { wordExpression } from '../../../shared/search/ftsQuery.ts';
import type { JournalContext } from '../context.ts';
import { statement } from '../store/statements.ts';
import type { Plan } from './planQuery.ts';
import { documentCount } from './weighWord.ts';

/** Phrases older than so many newer ones are not looked up, so that a common phrase costs no more than a rare one. */
const MOST_PHRASES = 20_000;

/**
 * The keys of the entries that match a plan, newest first, at most `most`. What the indices cannot tell is not
 * checked; see {@link Plan.mustCheck}.
 */
export function findKeys({ db }: JournalContext, plan: Plan, most: number): readonly number[] {
  const { expression, phrases, span, gaps } = plan;
  if (plan.empty || expression === null || span.low > span.high) return [];
  const keys =
    phrases === null
      ? statement<[string, number, number, number], number>(
          db,
          `SELECT rowid FROM entry_typing WHERE entry_typing MATCH ? AND rowid BETWEEN ? AND ?
           ORDER BY rowid DESC LIMIT ?`,
        )
          .pluck()
          .all(expression, span.low, span.high, most)
      : statement<[string, number, number, string, number, number, number], number>(
          db,
          // The "+" keeps SQLite from asking the first index anew for each row of the second.
          `SELECT rowid FROM entry_typing WHERE entry_typing MATCH ? AND rowid BETWEEN ? AND ? AND +rowid IN (
             SELECT rowid FROM entry_fts WHERE entry_fts MATCH ? AND rowid BETWEEN ? AND ?
             ORDER BY rowid DESC LIMIT ${MOST_PHRASES})
           ORDER BY rowid DESC LIMIT ?`,
        )
          .pluck()
          .all(expression, span.low, span.high, phrases, span.low, span.high, most);
  return gaps.length === 0 ? keys : keys.filter((k) => !gaps.some(({ low, high }) => low <= k && k <= high));
}

/**
 * The keys of entries that deserve a look though many newer ones match: those whose titles hold the words, and those
 * that have the words side by side; of each the newest `most`.
 */
export function findKeysApart(context: JournalContext, plan: Plan, most: number): readonly number[] {
  const { expression } = plan;
  if (expression === null || plan.wanted.length === 0) return [];
  const matches = statement<[string, number], number>(
    context.db,
    'SELECT 1 FROM entry_typing WHERE entry_typing MATCH ? AND rowid = ?',
  ).pluck();
  const found = [...findByTitle(context, plan, most), ...findBySentence(context, plan, most)];
  return found.filter((k) => matches.get(expression, k) !== undefined);
}

function findByTitle({ db }: JournalContext, { wanted, span }: Plan, most: number): readonly number[] {
  const inTitle = wanted.map((want) => wordExpression(want, want.open)).join(' AND ');
  return statement<[string, number, number, number], number>(
    db,
    `SELECT rowid FROM head_typing WHERE head_typing MATCH ? AND rowid BETWEEN ? AND ?
     ORDER BY rowid DESC LIMIT ?`,
  )
    .pluck()
    .all(inTitle, span.low, span.high, most);
}

/** To find words side by side, all places of the rarest are looked at; if it is in more entries, that takes too long. */
const MOST_OF_RAREST = 5_000;

function findBySentence({ db }: JournalContext, plan: Plan, most: number): readonly number[] {
  const { sentence, wanted, span } = plan;
  if (sentence === null) return [];
  const rarest = Math.min(...wanted.filter(({ open }) => !open).map(({ text }) => documentCount(db, text)));
  if (rarest > MOST_OF_RAREST) return [];
  return statement<[string, number, number, number], number>(
    db,
    `SELECT rowid FROM entry_fts WHERE entry_fts MATCH ? AND rowid BETWEEN ? AND ?
     ORDER BY rowid DESC LIMIT ?`,
  )
    .pluck()
    .all(sentence, span.low, span.high, most);
}
