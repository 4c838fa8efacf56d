import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { KithError } from '../../../shared/contract/errors.ts';
import { isHalfMade, isUnreadable } from './storeErrors.ts';

export type Store = Database.Database;

/** SQLite before this could corrupt a WAL file when a checkpoint met a reset. */
const OLDEST_SQLITE = [3, 51, 3] as const;
const KEY_BYTES = 32;
const RAW_KEY = Buffer.from('raw:');
/** In KiB. With the default of 16 MiB, point reads of an encrypted file cost four times those of a plain one. */
const PAGE_CACHE_KIB = 128 * 1024;

/** What must hold on every connection; set, and then read back, since SQLite ignores what it does not understand. */
const pragmas = [
  ['journal_mode', 'WAL', 'wal'],
  // NORMAL, the driver's default in WAL, loses acknowledged rows when the power fails.
  ['synchronous', 'FULL', 2],
  // SQLite writes temporary files in the clear.
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['foreign_keys', 'ON', 1],
  ['mmap_size', '0', 0],
  ['cache_size', `-${PAGE_CACHE_KIB}`, -PAGE_CACHE_KIB],
  // Passive checkpoints happen when idle, not in the middle of a save; see idle.ts.
  ['wal_autocheckpoint', '4000', 4000],
] as const;

export interface OpenStoreOptions {
  /** 32 random bytes. */
  readonly key: Uint8Array;
  /** Whether a file is made where there is none. Otherwise a missing file is an error, never an empty journal. */
  readonly create: boolean;
  /** Files with a newer schema are refused. Left out only where any schema will do, as for looking at a file in a test. */
  readonly newestSchema?: number;
}

/**
 * Opens the encrypted SQLite file with every safeguard set and asserted. Fails with `missing`; `damaged`, also for a
 * wrong key, since the file cannot tell the two apart; `newerSchema`; or a bug. A refused file has not changed by a
 * byte, nor has the log beside it.
 */
export function openStore(file: string, options: OpenStoreOptions): Store {
  const { key, create, newestSchema = Number.POSITIVE_INFINITY } = options;
  if (key.length !== KEY_BYTES) throw new Error(`a key has ${KEY_BYTES} bytes, not ${key.length}`);
  const exists = existsSync(file);
  if (!create && !exists) {
    throw new KithError('missing', 'The journal file is not where it was. Nothing was made in its place.');
  }
  if (exists) inspect(file, key, newestSchema);
  const store = new Database(file, { fileMustExist: exists });
  return closeUnless(store, () => {
    unlock(store, key);
    assertVersion(store);
    for (const [name, value, expected] of pragmas) setPragma(store, name, value, expected);
    return store;
  });
}

/** For checks and copies, which read everything once. In KiB. */
const READER_CACHE_KIB = 8 * 1024;

/**
 * Opens a store that is only read: a backup, a damaged file, or a journal beside the connection that writes it. Fails
 * with `missing` or `damaged`. The caller closes it.
 */
export function openReader(file: string, key: Uint8Array): Store {
  if (!existsSync(file)) throw new KithError('missing', 'A journal file is not where it was.');
  const store = new Database(file, { readonly: true });
  return closeUnless(store, () => {
    unlock(store, key);
    assertVersion(store);
    for (const [name, value, expected] of pragmas) {
      if (readerPragmas.has(name)) setPragma(store, name, value, expected);
    }
    setPragma(store, 'cache_size', `-${READER_CACHE_KIB}`, -READER_CACHE_KIB);
    return store;
  });
}

/**
 * Opens a scratch copy of a damaged store, or makes a scratch file, whose list of tables may be bent: see
 * damage/readStrays.ts and damage/mendTableList.ts. It is thrown away afterwards, so nothing is synced. The caller
 * closes it.
 */
export function openScratch(file: string, key: Uint8Array, { create = false } = {}): Store {
  const store = new Database(file, { fileMustExist: !create });
  return closeUnless(store, () => {
    unlock(store, key);
    setPragma(store, 'temp_store', 'MEMORY', 2);
    setPragma(store, 'trusted_schema', 'OFF', 0);
    // Without it SQLite lets nobody bend its list of tables, nor do without a journal.
    store.unsafeMode(true);
    // A log can only be left for a journal, and a journal for nothing.
    setPragma(store, 'journal_mode', 'DELETE', 'delete');
    setPragma(store, 'journal_mode', 'OFF', 'off');
    setPragma(store, 'synchronous', 'OFF', 0);
    return store;
  });
}

const readerPragmas: ReadonlySet<string> = new Set(['temp_store', 'trusted_schema', 'mmap_size']);

/** Whether the file, which is there, can be read with this key. It has not changed by a byte afterwards. */
export function opensWith(file: string, key: Uint8Array): boolean {
  try {
    inspect(file, key, Number.POSITIVE_INFINITY);
    return true;
  } catch (error) {
    if (error instanceof KithError && error.kind === 'damaged') return false;
    throw error;
  }
}

/**
 * Reads the file with a connection that cannot write. Any other connection would, on closing, move a log that was left
 * by a crash into the file, even if it refused to go on.
 */
function inspect(file: string, key: Uint8Array, newestSchema: number): void {
  const store = new Database(file, { readonly: true });
  closeUnless(store, () => {
    try {
      unlock(store, key);
    } catch (error) {
      if (isHalfMade(error)) return;
      throw error;
    }
    if (Number(store.pragma('user_version', { simple: true })) > newestSchema) {
      throw new KithError(
        'newerSchema',
        'This journal was written by a newer version of Kith. Please install the newest version to open it; the file was not changed.',
      );
    }
  });
  store.close();
}

function closeUnless<T>(store: Store, succeed: () => T): T {
  try {
    return succeed();
  } catch (error) {
    store.close();
    throw error;
  }
}

function unlock(store: Store, key: Uint8Array): void {
  store.pragma(`cipher='chacha20'`);
  // "raw:" gives the key itself. Without it the cipher takes the bytes for a passphrase and stretches them for 35 ms,
  // which makes random bytes no safer.
  const raw = Buffer.concat([RAW_KEY, key]);
  try {
    // db.key() leaves no second copy of the key in memory; PRAGMA key does.
    store.key(raw);
    store.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    throw new KithError(
      'damaged',
      'The journal file cannot be read. It is damaged, or it was locked with another key. It was left as it is.',
      { cause: error },
    );
  } finally {
    raw.fill(0);
  }
}

function assertVersion(store: Store): void {
  const version = String(store.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const first = OLDEST_SQLITE.findIndex((part, i) => (parts[i] ?? 0) !== part);
  if (first >= 0 && (parts[first] ?? 0) < (OLDEST_SQLITE[first] ?? 0)) {
    throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  }
}

function setPragma(store: Store, name: string, value: string, expected: string | number): void {
  store.pragma(`${name}=${value}`);
  const actual = store.pragma(name, { simple: true });
  if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)}, not ${expected}`);
}
