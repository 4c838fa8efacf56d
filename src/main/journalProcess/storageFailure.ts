import { KithError } from '../../shared/contract/errors.ts';

/**
 * What a failure of SQLite means for the user: an expected failure for a full disk, a disk that does not answer and a
 * damaged file (https://sqlite.org/rescode.html), otherwise the error itself.
 */
export function toStorageFailure(error: unknown): unknown {
  const code = sqliteCode(error);
  const because = { cause: error };
  if (code === 'SQLITE_FULL') {
    return new KithError(
      'diskFull',
      'The disk is full, so this could not be saved. Everything saved before is there. Make some room and try again.',
      because,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new KithError(
      'damaged',
      'A part of the journal file cannot be read: it is damaged. It was left as it is. Make a copy of its folder before anything else.',
      because,
    );
  }
  if (isDiskFailure(error)) {
    return new KithError(
      'storage',
      'The disk did not do what it was asked to, so this could not be saved. Everything saved before is there.',
      because,
    );
  }
  return error;
}

/**
 * Whether the disk itself failed. What SQLite holds in memory may then be more than what is on the disk, and trying
 * again could seem to work: the file must be opened afresh.
 */
export function isDiskFailure(error: unknown): boolean {
  return /^SQLITE_(IOERR|CANTOPEN|READONLY)/.test(sqliteCode(error));
}

function sqliteCode(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
