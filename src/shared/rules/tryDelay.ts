/** How often a wrong passphrase or recovery key was given since the last right one, and when the last time was. */
export interface WrongTries {
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

/** So many may be wrong in a row before anybody has to wait: people mistype, and forget which of three it was. */
const FREE_TRIES = 5;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** How long one waits after so many wrong tries in a row, in milliseconds: nothing, then 5 s, doubling up to 15 min. */
export function waitAfter(count: number): number {
  if (count < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (count - FREE_TRIES), LONGEST_WAIT_MS);
}

/**
 * How many milliseconds are left of the wait at `now`. A clock that was set back makes nobody wait longer than the whole
 * of it.
 */
export function waitLeft({ count, lastAt }: WrongTries, now: number): number {
  const wait = waitAfter(count);
  return Math.min(wait, Math.max(0, lastAt + wait - now));
}

/** A wait in words, rounded up, so that nobody tries a moment too early: “40 seconds”, “2 minutes”. */
export function sayWait(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
