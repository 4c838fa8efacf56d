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
  /** When a backup was last made, or tried in vain. */
  readonly triedAt: number | null;
  /** Whether the file was checked in this session. */
  readonly isChecked: boolean;
  /** When the whole file was last checked in full. */
  readonly fullCheckAt: number | null;
}

/** What is to be done at `now`, while nothing else is: a check of the file at each start, in full once a week; a backup. */
export function chooseBackupWork(
  { openedAt, edits, triedAt, isChecked, fullCheckAt }: BackupSession,
  now: number,
): 'backup' | 'quickCheck' | 'fullCheck' | null {
  if (!isChecked && now - openedAt >= SETTLE_MS) {
    return fullCheckAt === null || now - fullCheckAt >= WEEK_MS ? 'fullCheck' : 'quickCheck';
  }
  if (edits === null) return null;
  const isLongAgo = triedAt === null || now - triedAt >= WRITING_MS;
  const isDue = now - edits.first >= WRITING_MS || now - edits.last >= PAUSE_MS;
  return isLongAgo && isDue ? 'backup' : null;
}
