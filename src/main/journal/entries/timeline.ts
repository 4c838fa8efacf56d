import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { JournalContext } from '../context.ts';
import { statement } from '../store/statements.ts';
import { dayOfKey, lastKeyOf } from './entryKey.ts';
import { intersectKeys } from './intersectKeys.ts';
import { type Direction, type KeyList, keyListsOf } from './keyLists.ts';
import { readEntries } from './readEntries.ts';

/** Beyond the last day of the calendar. */
const END_OF_TIME = lastKeyOf('9999-12-31') + 1;

/**
 * A stretch of the journal, newest first, by keyset paging: a page costs the same wherever it lies. A cursor is the
 * key beside which to go on; the entry that had it may be gone.
 */
export function readTimeline(
  context: JournalContext,
  { filter, from, limit }: JournalParsed<'entries.timeline'>,
): JournalOutput<'entries.timeline'> {
  const lists = keyListsOf(context.db, filter);
  if (!lists) return { entries: [], older: null, newer: null };
  const { start, direction } = whereToBegin(from);
  const found = intersectKeys(lists, start, direction, limit + 1);
  const page = found.slice(0, limit);
  const ends = directionEnds(lists, page, found.length > limit, start, direction);
  if (direction === 'newer') page.reverse();
  return { entries: readEntries(context.db, page), ...ends };
}

/** The newest and the oldest day with an entry. */
export function readSpan(context: JournalContext): JournalOutput<'entries.span'> {
  const first = statement<[], number | null>(context.db, 'SELECT min(k) FROM entry').pluck().get();
  const last = statement<[], number | null>(context.db, 'SELECT max(k) FROM entry').pluck().get();
  return first == null || last == null ? null : { first: dayOfKey(first), last: dayOfKey(last) };
}

function whereToBegin(from: JournalParsed<'entries.timeline'>['from']): {
  readonly start: number;
  readonly direction: Direction;
} {
  if (!from) return { start: END_OF_TIME, direction: 'older' };
  if ('day' in from) return { start: lastKeyOf(from.day), direction: 'older' };
  if ('older' in from) return { start: from.older - 1, direction: 'older' };
  return { start: from.newer + 1, direction: 'newer' };
}

/** The cursors for going on from a page in both directions; `page` is in the order of reading. */
function directionEnds(
  lists: readonly KeyList[],
  page: readonly number[],
  more: boolean,
  start: number,
  direction: Direction,
): { readonly older: number | null; readonly newer: number | null } {
  const back: Direction = direction === 'older' ? 'newer' : 'older';
  const step = direction === 'older' ? -1 : 1;
  const first = page[0] ?? start;
  const ahead = more ? (page.at(-1) ?? null) : null;
  // Without a page, going back begins where this page would have begun.
  const before = first - step;
  const behind = intersectKeys(lists, before, back, 1).length > 0 ? first : null;
  return direction === 'older' ? { older: ahead, newer: behind } : { older: behind, newer: ahead };
}
