import type { Direction, KeyList } from './keyLists.ts';

const SMALLEST_READ = 8;
const LARGEST_READ = 512;
/** Leaping past so many keys costs about as much as reading them. */
const CHEAP_LEAP = 8;

/**
 * The first `limit` keys from `from` on, in one direction, that are in every list. The lists take turns at leaping to
 * where the others are (a leapfrog join), so that it costs about as much as the rarest of them is long, however long
 * the others are.
 */
export function intersectKeys(
  lists: readonly KeyList[],
  from: number,
  direction: Direction,
  limit: number,
): readonly number[] {
  const [only] = lists;
  if (lists.length === 1 && only) return only(from, direction, limit);
  const cursors = lists.map((list) => makeCursor(list, direction));
  const step = direction === 'older' ? -1 : 1;
  const found: number[] = [];
  let target = from;
  while (found.length < limit) {
    const agreed = agreeOn(cursors, target);
    if (agreed === null) break;
    found.push(agreed);
    target = agreed + step;
  }
  return found;
}

/** The first key at or beyond something; null when there is none. Asked for places that only go on. */
type Cursor = (target: number) => number | null;

function agreeOn(cursors: readonly Cursor[], from: number): number | null {
  let target = from;
  let agreeing = 0;
  for (let i = 0; agreeing < cursors.length; i = (i + 1) % cursors.length) {
    const at = (cursors[i] as Cursor)(target);
    if (at === null) return null;
    agreeing = at === target ? agreeing + 1 : 1;
    target = at;
  }
  return target;
}

/**
 * Reads a list in pieces: small ones while the others make it leap, for most of a piece would be read in vain, and
 * larger and larger ones while it is walked through.
 */
function makeCursor(list: KeyList, direction: Direction): Cursor {
  const precedes = direction === 'older' ? (a: number, b: number) => a > b : (a: number, b: number) => a < b;
  let piece: readonly number[] = [];
  let size = SMALLEST_READ;
  let at = 0;
  let used = 0;
  let atEnd = false;
  return (target) => {
    while (at < piece.length && precedes(piece[at] as number, target)) at++;
    if (at >= piece.length) {
      if (atEnd) return null;
      size = used * CHEAP_LEAP >= piece.length ? Math.min(size * 2, LARGEST_READ) : SMALLEST_READ;
      piece = list(target, direction, size);
      atEnd = piece.length < size;
      at = 0;
      used = 0;
    }
    used++;
    return piece[at] ?? null;
  };
}
