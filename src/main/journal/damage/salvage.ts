import { rmSync } from 'node:fs';
import { KithError } from '../../../shared/contract/errors.ts';
import { checkJournal, type Report } from '../backups/checkJournal.ts';
import { listTables } from '../backups/contentHash.ts';
import { sayDiskFailure } from '../backups/diskFailure.ts';
import { dayOfKey } from '../entries/entryKey.ts';
import { syncFile } from '../store/durableFiles.ts';
import { openReader, openStore, type Store } from '../store/openStore.ts';
import { type Copied, copyTable } from './copyTable.ts';
import { mendLinks } from './mendLinks.ts';
import { mendTableList } from './mendTableList.ts';
import { createStrays, type Strays } from './readStrays.ts';

export interface SalvageOptions {
  /** The damaged journal. It is only read. */
  readonly damaged: string;
  /** Where the new journal is made. There must be nothing there. */
  readonly target: string;
  /** The key of both. */
  readonly key: Uint8Array;
  /** The migrations, in order. The new journal has the schema of the damaged one. */
  readonly migrations: readonly string[];
  readonly report?: Report;
}

/** What was saved out of a damaged journal, and what was not. */
export interface Salvaged {
  readonly people: number;
  readonly entries: number;
  /** Rows of every table that were read. */
  readonly rows: number;
  /** Rows that the indices know of and that could not be read. */
  readonly lostPeople: number;
  readonly lostEntries: number;
  readonly lostRows: number;
  /** The days of the entries that were lost, in order. */
  readonly lostDays: readonly string[];
  /** Whether something was lost that nothing counts. */
  readonly mayMissMore: boolean;
}

/** Links between rows go after what they link. */
const firstTables = ['setting', 'circle', 'import_batch', 'person', 'entry', 'tag'];

/**
 * Makes a new journal of all that can still be read of a damaged one, table by table, around the pages that cannot.
 * What follows from the rows (full-text indices, tallies) is made anew; links to rows that were lost are dropped. The
 * new journal is checked before this answers. Fails with `damaged` where the list of tables can neither be read nor made
 * anew, `diskFull` or `storage`, and leaves nothing behind then.
 */
export function salvageJournal(options: SalvageOptions): Salvaged {
  const { target } = options;
  const mended = `${target}.mended`;
  try {
    return salvageFile({ ...options, damaged: findReadable(options, mended) });
  } catch (error) {
    removeStore(target);
    sayDiskFailure(error, 'Nothing could be saved out of the damaged file.');
  } finally {
    removeStore(mended);
  }
}

/** The damaged file, or, where its list of tables cannot be read, a copy in which it can. */
function findReadable({ damaged, key, migrations }: SalvageOptions, mended: string): string {
  try {
    openReader(damaged, key).close();
    return damaged;
  } catch (error) {
    if (!(error instanceof KithError) || error.kind !== 'damaged') throw error;
    mendTableList(damaged, mended, key, migrations);
    return mended;
  }
}

function salvageFile({
  damaged,
  target,
  key,
  migrations,
  report = () => undefined,
}: SalvageOptions): Salvaged {
  const from = openReader(damaged, key);
  try {
    const version = Number(from.pragma('user_version', { simple: true }));
    if (version < 1 || version > migrations.length) {
      throw new KithError('newerSchema', 'This journal was written by a newer version of Kith.');
    }
    const to = openStore(target, { key, create: true, newestSchema: 0 });
    const strays = createStrays(from, damaged, `${target}.scratch`, key);
    try {
      return salvageInto(from, to, migrations.slice(0, version), strays.read, report);
    } finally {
      strays.close();
      to.close();
      syncFile(target);
    }
  } finally {
    from.close();
  }
}

function removeStore(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

function salvageInto(
  from: Store,
  to: Store,
  steps: readonly string[],
  strays: Strays,
  report: Report,
): Salvaged {
  to.transaction(() => {
    for (const sql of steps) to.exec(sql);
    to.pragma(`user_version=${steps.length}`);
  })();
  const copied = copyTables(from, to, strays, (part) => report(0.8 * part));
  report(0.85);
  checkJournal(to);
  to.pragma('wal_checkpoint(TRUNCATE)');
  report(1);
  return sum(copied, to);
}

function copyTables(from: Store, to: Store, strays: Strays, report: Report): ReadonlyMap<string, Copied> {
  const there = new Set(listTables(to));
  const tables = [...firstTables, ...listTables(to)].filter(
    (name, i, all) => there.has(name) && all.indexOf(name) === i,
  );
  const copied = new Map<string, Copied>();
  // Rows come in any order, and what they refer to may be lost: that is mended at the end.
  to.pragma('foreign_keys=OFF');
  withoutTriggers(to, () => {
    tables.forEach((table, i) => {
      copied.set(table, to.transaction(() => copyTable(from, to, table, strays))());
      report((i + 1) / tables.length);
    });
    to.transaction(() => mendLinks(to, tables))();
  });
  to.pragma('foreign_keys=ON');
  return copied;
}

/** The triggers keep tallies up to date, which would count twice what is copied with its tallies. */
function withoutTriggers(store: Store, work: () => void): void {
  const triggers = store
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) store.exec(`DROP TRIGGER "${name}"`);
  work();
  store.transaction(() => {
    for (const { sql } of triggers) store.exec(sql);
  })();
}

function sum(copied: ReadonlyMap<string, Copied>, to: Store): Salvaged {
  const all = [...copied.values()];
  const count = (table: string) => to.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  const lostEntries = copied.get('entry')?.lost ?? [];
  return {
    people: count('person'),
    entries: count('entry'),
    rows: all.reduce((rows, one) => rows + one.rows, 0),
    lostPeople: copied.get('person')?.lost.length ?? 0,
    lostEntries: lostEntries.length,
    lostRows: all.reduce((rows, one) => rows + one.lost.length, 0),
    lostDays: [...new Set(lostEntries.map(([k]) => dayOfKey(Number(k))))].sort(),
    mayMissMore: all.some(({ mayMissMore }) => mayMissMore),
  };
}
