import type { StoredTie, TieDraft } from '../../models/tie.ts';

/** What a tie says, apart from whose it is. */
export type TieBetween = Pick<
  StoredTie,
  'fromId' | 'toId' | 'kind' | 'words' | 'reverseWords' | 'since' | 'until'
>;

/**
 * A tie as it is kept, of one that was written from the side of either person. Only an own kind has words; where they
 * were given for one way only, they hold for both.
 */
export function storeTie({ personId, otherId, kind, words, reverseWords, ...when }: TieDraft): TieBetween {
  const between = { fromId: personId, toId: otherId, words: '', reverseWords: '', ...when };
  if (kind === 'own') {
    return { ...between, kind, words: words || reverseWords, reverseWords: reverseWords || words };
  }
  if (kind === 'parent') return { ...between, kind, fromId: otherId, toId: personId };
  return { ...between, kind: kind === 'child' ? 'parent' : kind };
}

/** A tie as one of its two people sees it: what the other is to them. The reverse of {@link storeTie}. */
export function seeTie(tie: TieBetween, personId: string): TieDraft {
  const { fromId, toId, kind, words, reverseWords, since, until } = tie;
  const when = { since, until };
  if (personId === fromId) {
    const seen = kind === 'parent' ? 'child' : kind;
    return { personId, otherId: toId, kind: seen, words, reverseWords, ...when };
  }
  // A parent is kept as `from`, and is the parent of `to`.
  return { personId, otherId: fromId, kind, words: reverseWords, reverseWords: words, ...when };
}

/** The same for two ties that say the same of the same people, whatever their dates. */
export function meaningOfTie({ fromId, toId, kind, words, reverseWords }: TieBetween): string {
  if (kind === 'parent') return JSON.stringify([kind, fromId, toId]);
  const said = fromId < toId ? [fromId, toId, words, reverseWords] : [toId, fromId, reverseWords, words];
  return JSON.stringify([kind, ...(kind === 'own' ? said : said.slice(0, 2))]);
}

/** Whether a tie that holds until a partial date is over on `today` (`YYYY-MM-DD`). */
export function isTieOver(until: string | null, today: string): boolean {
  // What ends within this year or month may last to its last day; without a year, nobody knows.
  return until !== null && !until.startsWith('--') && until < today.slice(0, until.length);
}

/** Whether a partial date surely lies before another. */
export function endsBefore(until: string | null, since: string | null): boolean {
  if (until === null || since === null || until.startsWith('--') || since.startsWith('--')) return false;
  const known = Math.min(until.length, since.length);
  return until.slice(0, known) < since.slice(0, known);
}
