import { KithError } from '../../shared/contract/errors.ts';

/**
 * What a failure of SQLite (https://sqlite.org/rescode.html) or of a file means for the user: an expected failure for a
 * full disk, a place that may not be written to, a disk that does not answer and a damaged file; otherwise the error
 * itself.
 */
export function toStorageFailure(error: unknown): unknown {
  const code = codeOf(error);
  const because = { cause: error };
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) {
    return new KithError(
      'diskFull',
      'The disk is full, so this could not be saved. Everything saved before is there. Make some room and try again.',
      because,
    );
  }
  if (/^(SQLITE_CORRUPT|SQLITE_NOTADB)/.test(code)) {
    return new KithError(
      'damaged',
      'A part of the journal file cannot be read: it is damaged. It was left as it is. Make a copy of its folder before anything else.',
      because,
    );
  }
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EROFS|EACCES|EPERM)/.test(code)) {
    return new KithError(
      'storage',
      'Kith may not write to the folder of the journal. Everything saved before is there. See to it that the folder and its disk can be written to, and try again.',
      because,
    );
  }
  if (/^(SQLITE_IOERR|EIO)/.test(code)) {
    return new KithError(
      'storage',
      'The disk did not do what it was asked to, so this could not be saved. Everything saved before is there.',
      because,
    );
  }
  return error;
}

/**
 * Whether the disk itself failed under an open journal, or the file was taken away from under it. What SQLite holds in
 * memory may then be more than what is on the disk, and trying again could seem to work: the file must be opened afresh.
 */
export function isDiskFailure(error: unknown): boolean {
  return /^SQLITE_(IOERR|READONLY_DBMOVED)/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
