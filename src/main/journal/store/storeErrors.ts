import Database from 'better-sqlite3';
import { KithError } from '../../../shared/contract/errors.ts';

/** The result code of SQLite, such as `SQLITE_CONSTRAINT_UNIQUE`, or an empty string for other errors. */
function sqliteCode(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}

/** Runs `insert`, and fails with `alreadyThere` and this sentence where an id or an origin is taken. */
export function refuseTaken<T>(sentence: string, insert: () => T): T {
  try {
    return insert();
  } catch (error) {
    const code = sqliteCode(error);
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
      throw new KithError('alreadyThere', sentence, { cause: error });
    }
    throw error;
  }
}

/** What of an error of SQLite belongs to normal life as a {@link KithError}; anything else as it is. */
export function fromSqliteError(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL') {
    return new KithError(
      'diskFull',
      'The disk is full, so this was not saved. What was saved before is safe. Please make some room and try again.',
      { cause: error },
    );
  }
  if (code === 'SQLITE_CORRUPT' || code.startsWith('SQLITE_CORRUPT_') || code === 'SQLITE_NOTADB') {
    return new KithError('damaged', 'A part of the journal file is damaged and cannot be read.', {
      cause: error,
    });
  }
  if (/^SQLITE_(IOERR|CANTOPEN|READONLY|PERM|BUSY|LOCKED)/.test(code)) {
    return new KithError(
      'storage',
      'The disk did not let Kith read or write the journal. Please try again.',
      {
        cause: error,
      },
    );
  }
  return error;
}
