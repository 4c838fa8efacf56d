import { rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { KithError } from '../../../shared/contract/errors.ts';
import { isWholeByTable, type Report } from '../backups/checkJournal.ts';
import { listTables, quoteName } from '../backups/contentHash.ts';
import { sayDiskFailure } from '../backups/diskFailure.ts';
import { syncFile } from '../store/durableFiles.ts';
import { openReader, type Store } from '../store/openStore.ts';
import { journalPath } from './keyFile.ts';
import { freshPath } from './rekeyFiles.ts';

export interface RekeyCopyInput {
  readonly dataFolder: string;
  readonly oldKey: Uint8Array;
  readonly key: Uint8Array;
}

/** How the work is divided: a third copies, a third encrypts anew, a third reads it through, as measured. */
const COPIED = 0.27;
const ENCRYPTED = 0.62;

/**
 * Copies the journal as it is at this moment, encrypts the copy under `key`, reads it through and waits until it is on
 * the disk. The journal may be open and written to meanwhile, so this is for a thread of its own. Answers whether the
 * copy holds as many rows of everything as the journal does at the end. Fails with `damaged`, `diskFull` or `storage`,
 * and then leaves nothing behind. `report` is told only of the reading; see {@link measureRekeyCopy}.
 */
export function makeRekeyCopy(input: RekeyCopyInput, report: Report): boolean {
  const { dataFolder, oldKey, key } = input;
  forgetRekeyCopy(dataFolder);
  try {
    copyJournal(dataFolder, oldKey);
    encryptAnew(freshPath(dataFolder), oldKey, key);
    syncFile(freshPath(dataFolder));
    const isSame = readThrough(input, (part) => report(ENCRYPTED + (1 - ENCRYPTED) * part));
    // Who only reads leaves an empty log.
    removeBeside(freshPath(dataFolder));
    return isSame;
  } catch (error) {
    forgetRekeyCopy(dataFolder);
    return sayDiskFailure(error, 'The journal could not be encrypted anew.');
  }
}

/** Removes the copy, or what there is of it. Not while it is being made. */
export function forgetRekeyCopy(dataFolder: string): void {
  rmSync(freshPath(dataFolder), { force: true });
  removeBeside(freshPath(dataFolder));
}

function removeBeside(file: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
}

/**
 * How far copying and encrypting have come, from 0 to 1, by the sizes of their files: SQLite does each in one call that
 * says nothing before it is done. Null before and after.
 */
export function measureRekeyCopy(dataFolder: string): number | null {
  const copied = sizeOf(freshPath(dataFolder));
  // Before a page is encrypted anew, it is kept here as it was. While copying there is no more in it than a head.
  const encrypted = sizeOf(`${freshPath(dataFolder)}-journal`) ?? 0;
  if (copied === null) return null;
  if (encrypted > JOURNAL_HEAD) return COPIED + (ENCRYPTED - COPIED) * Math.min(1, encrypted / copied);
  return COPIED * Math.min(1, copied / (sizeOf(journalPath(dataFolder)) ?? copied));
}

/** In bytes, generously. */
const JOURNAL_HEAD = 8192;

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

/** `VACUUM INTO` writes the copy under the same key, from one moment of the journal, whatever is written meanwhile. */
function copyJournal(dataFolder: string, key: Uint8Array): void {
  withReader(journalPath(dataFolder), key, (journal) =>
    journal.prepare('VACUUM INTO ?').run(freshPath(dataFolder)),
  );
}

function encryptAnew(file: string, oldKey: Uint8Array, key: Uint8Array): void {
  const copy = new Database(file, { fileMustExist: true });
  const [oldRaw, raw] = [oldKey, key].map((bytes) => Buffer.concat([Buffer.from('raw:'), bytes]));
  try {
    copy.pragma(`cipher='chacha20'`);
    if (oldRaw) copy.key(oldRaw);
    copy.pragma('temp_store = MEMORY');
    copy.pragma('journal_mode = DELETE');
    copy.pragma('synchronous = FULL');
    if (raw) copy.rekey(raw);
    // Here and not when the journal opens: a crash would leave a rollback journal, which hides whose key the file has.
    const mode = copy.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal') throw new Error(`the copy has journal_mode ${String(mode)}`);
  } finally {
    oldRaw?.fill(0);
    raw?.fill(0);
    copy.close();
  }
}

/** Nothing is put in force that was not read back whole. */
function readThrough({ dataFolder, oldKey, key }: RekeyCopyInput, report: Report): boolean {
  return withReader(freshPath(dataFolder), key, (copy) => {
    if (!isWholeByTable(copy, report)) throw faultyCopy();
    const rows = countRows(copy);
    return withReader(journalPath(dataFolder), oldKey, (journal) => countRows(journal) === rows);
  });
}

export const faultyCopy = () =>
  new KithError(
    'storage',
    'The journal could not be encrypted anew without a fault, so it was left as it is.',
  );

/** How many rows each table of records has, as text. */
function countRows(store: Store): string {
  return JSON.stringify(
    listTables(store).map((table) => [
      table,
      store
        .prepare(`SELECT count(*) FROM ${quoteName(table)}`)
        .pluck()
        .get(),
    ]),
  );
}

function withReader<T>(file: string, key: Uint8Array, use: (store: Store) => T): T {
  const store = openReader(file, key);
  try {
    return use(store);
  } finally {
    store.close();
  }
}
