import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { KithError } from '../../../shared/contract/errors.ts';
import { openScratch, type Store } from '../store/openStore.ts';
import { readTableRoots } from './tableRoots.ts';

/** In bytes, as SQLite makes files where nothing else is said. */
export const PAGE = 4096;
/** What a page holds of a value that goes on from page to page: less the cipher's 32 bytes, and the next one's number. */
const PAGE_HOLDS = PAGE - 32 - 4;
/** SQLite's longest value is 1,000,000,000 bytes. */
const LONGEST = 500_000_000;

/** Of SQLite's list of tables. */
interface Line {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  /** 0 for what has no pages. */
  readonly rootpage: number;
  readonly sql: string | null;
}

/**
 * Makes a copy of a damaged journal in which SQLite finds its tables again, for the case that the pages which list them
 * cannot be read: the first page and a few others, or a file that is shorter than the first page says. The list is made
 * anew, of the migrations and of where the tables begin (see tableRoots.ts), by SQLite itself under the same key, in a
 * file as long as the damaged one; its first page takes the place of that one's, and its others are appended. So not a
 * byte of the journal is decrypted on the way. Pages that were free count as used in the copy, which is only read.
 * @param copy where it is made; the caller removes it
 * @param migrations all that there are, in order
 * Fails with `damaged` if nothing says where the tables begin, or with an error of the disk.
 */
export function mendTableList(
  damaged: string,
  copy: string,
  key: Uint8Array,
  migrations: readonly string[],
): void {
  const roots = readTableRoots(dirname(damaged), key);
  if (roots === null) {
    throw new KithError(
      'damaged',
      'The pages that say where everything stands cannot be read, and what Kith notes of them beside the journal is not there. Only a backup can help here.',
    );
  }
  copyWithLog(damaged, copy, key);
  const lines = readLines(migrations.slice(0, roots.schema)).map((line) => {
    const root = line.rootpage > 0 ? roots.roots[line.name] : 0;
    if (root === undefined) throw new Error(`nothing says where ${line.name} begins`);
    return { ...line, rootpage: root };
  });
  putNewList(copy, key, lines, roots.schema);
}

/**
 * Gives a copy of a journal, which has no log, another list of tables, whatever it has in place of one. Its pages that
 * were free count as used from then on, and what is added is added at the end.
 */
export function putNewList(copy: string, key: Uint8Array, lines: readonly Line[], schema: number): void {
  const list = `${copy}.list`;
  // A file that was cut short is as long again as its tables say, for SQLite wants them to begin inside it.
  const pages = Math.max(Math.ceil(statSync(copy).size / PAGE), ...lines.map(({ rootpage }) => rootpage));
  try {
    makeList(list, key, pages, lines, schema);
    putList(list, copy);
  } finally {
    rmSync(list, { force: true });
  }
}

/** Copies a damaged journal. What can be read of the log beside it is moved into the copy: SQLite does so on closing it. */
export function copyWithLog(damaged: string, copy: string, key: Uint8Array): void {
  copyFileSync(damaged, copy);
  if (!existsSync(`${damaged}-wal`)) return;
  copyFileSync(`${damaged}-wal`, `${copy}-wal`);
  try {
    openScratch(copy, key).close();
  } catch (error) {
    // As expected: it is for this that the copy is made.
    if (!(error instanceof KithError) || error.kind !== 'damaged') throw error;
  }
  for (const suffix of ['-wal', '-shm']) rmSync(`${copy}${suffix}`, { force: true });
}

/** Makes a file of at least `pages` pages that hold nothing, with a list of tables before and behind them. */
function makeList(
  file: string,
  key: Uint8Array,
  pages: number,
  lines: readonly Line[],
  schema: number,
): void {
  const store = openScratch(file, key, { create: true });
  try {
    fill(store, pages);
    store.pragma('writable_schema=ON');
    store.transaction(() => {
      store.exec('DELETE FROM sqlite_schema');
      const list = store.prepare<[string, string, string, number, string | null]>(
        'INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)',
      );
      for (const { type, name, tbl_name, rootpage, sql } of lines) {
        list.run(type, name, tbl_name, rootpage, sql);
      }
    })();
    store.pragma(`user_version=${schema}`);
  } finally {
    store.close();
  }
}

/** Makes the file long, with pages that count as used, so that SQLite takes none of them for the list. */
function fill(store: Store, pages: number): void {
  const pageSize = Number(store.pragma('page_size', { simple: true }));
  if (pageSize !== PAGE) throw new Error(`pages have ${pageSize} bytes, not ${PAGE}`);
  store.exec('CREATE TABLE filling (value)');
  const add = store.prepare<[number]>('INSERT INTO filling (value) VALUES (zeroblob(?))');
  const missing = () => pages - Number(store.pragma('page_count', { simple: true }));
  for (let more = missing(); more > 0; more = missing()) {
    add.run(Math.min((more + 1) * PAGE_HOLDS, LONGEST));
  }
}

/** What the list of tables holds after these migrations, in a journal in which nothing was written. */
function readLines(steps: readonly string[]): readonly Line[] {
  const empty = new Database(':memory:');
  try {
    for (const sql of steps) empty.exec(sql);
    return empty
      .prepare<[], Line>(
        'SELECT type, name, tbl_name, ifnull(rootpage, 0) AS rootpage, sql FROM sqlite_schema ORDER BY rowid',
      )
      .all();
  } finally {
    empty.close();
  }
}

/** Puts the first page of the list in place of the copy's, and appends those behind its end. */
function putList(list: string, copy: string): void {
  const from = openSync(list, 'r');
  const to = openSync(copy, 'r+');
  const page = Buffer.alloc(PAGE);
  try {
    const end = statSync(list).size;
    const begin = Math.ceil(statSync(copy).size / PAGE) * PAGE;
    for (let at = 0; at < end; at = at === 0 ? begin : at + PAGE) {
      readSync(from, page, 0, PAGE, at);
      writeSync(to, page, 0, PAGE, at);
    }
  } finally {
    closeSync(from);
    closeSync(to);
  }
}
