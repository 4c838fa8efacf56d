import { anyEntryExpression, isPlainQuery, wordExpression } from '../../../shared/search/ftsQuery.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import type { KeySpan } from './planFilter.ts';
import type { KeyCondition, Plan } from './planQuery.ts';
import { documentCount } from './weighWord.ts';

// The driver binds every number as a REAL, and FTS5 heeds only an INTEGER: without the CAST it would walk through all
// entries that lie outside of the bounds.

/**
 * Phrases are looked up in so many times as many entries as are wanted, the newest, so that a common phrase costs no
 * more than a rare one.
 */
const PHRASES = 2;

/** Keys that are looked through at a time where there are conditions on them, and how often. */
const PAGE = 1_000;
const MOST_PAGES = 10;

/**
 * The keys of the entries that match a plan, newest first, at most `most`. What the indices cannot tell is not
 * checked; see {@link Plan.mustCheck}. Where there are conditions on the keys, the newest 10,000 are looked through.
 */
export function findKeys({ db }: JournalContext, plan: Plan, most: number): readonly number[] {
  const { expression, span, conditions } = plan;
  if (plan.empty || expression === null) return [];
  if (conditions.length === 0) return readKeys(db, plan, span, most);
  const found: number[] = [];
  let { high } = span;
  for (let page = 0; page < MOST_PAGES && found.length < most; page++) {
    const keys = readKeys(db, plan, { low: span.low, high }, PAGE);
    found.push(...keys.filter((k) => holds(db, conditions, k)));
    if (keys.length < PAGE) break;
    high = (keys.at(-1) as number) - 1;
  }
  return found.slice(0, most);
}

function holds(db: Store, conditions: readonly KeyCondition[], k: number): boolean {
  const inCircle = statement<[string, number], number>(
    db,
    'SELECT 1 FROM entry_circle WHERE circle_id = ? AND k = ?',
  ).pluck();
  return conditions.every((condition) =>
    condition.kind === 'outside'
      ? k < condition.span.low || k > condition.span.high
      : (inCircle.get(condition.circleId, k) !== undefined) === condition.wanted,
  );
}

function readKeys(
  db: Store,
  { expression, phrases }: Plan,
  { low, high }: KeySpan,
  most: number,
): readonly number[] {
  if (expression === null || low > high) return [];
  if (phrases === null && expression === anyEntryExpression) {
    return statement<[number, number, number], number>(
      db,
      'SELECT k FROM entry WHERE k BETWEEN ? AND ? ORDER BY k DESC LIMIT ?',
    )
      .pluck()
      .all(low, high, most);
  }
  if (phrases === null) {
    return statement<[string, number, number, number], number>(
      db,
      `SELECT rowid FROM entry_typing
       WHERE entry_typing MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)
       ORDER BY rowid DESC LIMIT ?`,
    )
      .pluck()
      .all(expression, low, high, most);
  }
  return statement<[string, number, number, string, number, number, number, number], number>(
    db,
    // The "+" keeps SQLite from asking the first index anew for each row of the second.
    `SELECT rowid FROM entry_typing
     WHERE entry_typing MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) AND +rowid IN (
       SELECT rowid FROM entry_fts
       WHERE entry_fts MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)
       ORDER BY rowid DESC LIMIT ?)
     ORDER BY rowid DESC LIMIT ?`,
  )
    .pluck()
    .all(expression, low, high, phrases, low, high, most * PHRASES, most);
}

/**
 * The keys of entries that deserve a look though many newer ones match: those whose titles hold the words, and those
 * that have the words side by side; of each the newest `most`. Only for queries of nothing but words and days.
 */
export function findKeysApart(context: JournalContext, plan: Plan, most: number): readonly number[] {
  const { expression } = plan;
  // Filters make so few match that the newest are enough, and are dear to ask of one entry after another.
  if (expression === null || plan.conditions.length > 0 || !isPlainQuery(plan.clauses)) return [];
  const matches = statement<[string, number], number>(
    context.db,
    'SELECT 1 FROM entry_typing WHERE entry_typing MATCH ? AND rowid = CAST(? AS INTEGER)',
  ).pluck();
  const found = [...findByTitle(context, plan, most), ...findBySentence(context, plan, most)];
  return found.filter((k) => matches.get(expression, k) !== undefined);
}

function findByTitle({ db }: JournalContext, { wanted, span }: Plan, most: number): readonly number[] {
  const inTitle = wanted.map((want) => wordExpression(want, want.open)).join(' AND ');
  return statement<[string, number, number, number], number>(
    db,
    `SELECT rowid FROM head_typing
     WHERE head_typing MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)
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
    `SELECT rowid FROM entry_fts
     WHERE entry_fts MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)
     ORDER BY rowid DESC LIMIT ?`,
  )
    .pluck()
    .all(sentence, span.low, span.high, most);
}
