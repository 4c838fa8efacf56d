import { diffWordsWithSpace } from 'diff';

/** A stretch of text: in both versions, only in the earlier one, or only in the present one. */
export interface Stretch {
  readonly is: 'both' | 'then' | 'now';
  readonly text: string;
}

/** Long texts that have little in common would take seconds. */
const MOST_MS = 150;

/**
 * What is another in `now` than in `then`, by words. Null where the texts have too little in common to be worth
 * comparing; then each is best read by itself.
 */
export function markChanges(then: string, now: string): readonly Stretch[] | null {
  if (then === now) return then === '' ? [] : [{ is: 'both', text: then }];
  const changes = diffWordsWithSpace(then, now, { timeout: MOST_MS });
  return (
    changes?.map(({ added, removed, value }) => ({
      is: added ? 'now' : removed ? 'then' : 'both',
      text: value,
    })) ?? null
  );
}
