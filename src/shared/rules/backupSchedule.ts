const MINUTE = 60_000;
/** Between two backups while somebody writes. */
const WRITING_MS = 15 * MINUTE;
/** Who pauses for so long may be about to leave; a lock has no time for a backup. */
const PAUSE_MS = 3 * MINUTE;
/** The journal is left to who opened it for a moment before it is checked. */
const SETTLE_MS = 20_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE;

/** What is known of the present session. All in milliseconds since 1970. */
export interface BackupSession {
  readonly openedAt: number;
  /** The first and the last edit that no backup holds, or null if there are none. */
  readonly edits: { readonly first: number; readonly last: number } | null;
  /** Whether the session before left the journal other than in any backup; see {@link isBackupOwed}. */
  readonly isOwed: boolean;
  /** When a backup was last made, or tried in vain. */
  readonly triedAt: number | null;
  /** Whether the file was checked in this session. */
  readonly isChecked: boolean;
  /** When the whole file was last checked in full. */
  readonly fullCheckAt: number | null;
}

/**
 * What is to be done at `now`, while nothing else is: first of all the backup that the session before owes; a check of
 * the file at each start, in full once a week; a backup.
 */
export function chooseBackupWork(
  { openedAt, edits, isOwed, triedAt, isChecked, fullCheckAt }: BackupSession,
  now: number,
): 'backup' | 'quickCheck' | 'fullCheck' | null {
  if (isOwed && triedAt === null) return 'backup';
  if (!isChecked && now - openedAt >= SETTLE_MS) {
    return fullCheckAt === null || now - fullCheckAt >= WEEK_MS ? 'fullCheck' : 'quickCheck';
  }
  const isLongAgo = triedAt === null || now - triedAt >= WRITING_MS;
  const isDue =
    isOwed || (edits !== null && (now - edits.first >= WRITING_MS || now - edits.last >= PAUSE_MS));
  return isLongAgo && isDue ? 'backup' : null;
}

/** A journal at the beginning of a session, and what is known of its backups. */
export interface JournalFound {
  /** How many commits it has had. */
  readonly commits: number;
  /** Marks the key that it is encrypted with. */
  readonly keyMark: string;
  /** The newest backup; null if there is none. */
  readonly newest: { readonly id: string; readonly keyMark: string } | null;
  /** Up to which commit the journal in place was last found in which backup; null if that is not known. */
  readonly held: { readonly id: string; readonly commits: number } | null;
}

/**
 * Whether the session before ended, by a lock or a crash, without the backup that the end of a session makes. Equal
 * counts of commits do not say it alone: a journal that was restored counts the same numbers a second time.
 */
export function isBackupOwed({ commits, keyMark, newest, held }: JournalFound): boolean {
  if (newest === null || held === null) return true;
  return newest.id !== held.id || newest.keyMark !== keyMark || held.commits !== commits;
}
