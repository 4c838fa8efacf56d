import { KithError } from '../../../shared/contract/errors.ts';
import { isUnreadable } from '../store/storeErrors.ts';

/** Fails with what went wrong in words for the user: `diskFull`, `storage`, `damaged`, or the error itself if it is none of them. */
export function sayDiskFailure(error: unknown, what: string): never {
  if (error instanceof KithError) throw error;
  const because = { cause: error };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code)) {
    throw new KithError(
      'diskFull',
      `${what} There is not enough room on the disk. Your journal is as it was.`,
      because,
    );
  }
  if (isUnreadable(error)) {
    throw new KithError(
      'damaged',
      `${what} A part of the journal file cannot be read. It was left as it is.`,
      because,
    );
  }
  if (/^(E[A-Z]+|SQLITE_(IOERR|CANTOPEN|READONLY|PERM).*)$/.test(code)) {
    throw new KithError('storage', `${what} The disk or folder does not let Kith write there.`, because);
  }
  throw error;
}
