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

/** Whether SQLite found that a file is damaged, or is no database under the key that was given. */
export function isUnreadable(error: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT)/.test(sqliteCode(error));
}

/**
 * Whether the making of a file was cut short before it had a log: SQLite has to take back what it began, which a
 * connection that only reads cannot. There is nothing of the user's in it yet, nor a schema.
 */
export function isHalfMade(error: unknown): boolean {
  return sqliteCode(error) === 'SQLITE_READONLY_ROLLBACK';
}

/** Whether SQLite refused a row because it breaks a rule of its table. */
export function isConstraint(error: unknown): boolean {
  return /^SQLITE_(CONSTRAINT|MISMATCH)/.test(sqliteCode(error));
}
