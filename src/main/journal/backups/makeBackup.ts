import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KithError } from '../../../shared/contract/errors.ts';
import { readCommits } from '../store/countCommits.ts';
import { copyDurably, removeFolder, syncFile, syncFolder, writeDurably } from '../store/durableFiles.ts';
import { openReader, type Store } from '../store/openStore.ts';
import { JOURNAL_FILE, journalPath, KEY_FILE } from '../vault/keyFile.ts';
import { ABOUT_FILE, type About, keyMark } from './about.ts';
import { BACKUPS, freeName, isPassing, namesIn, stampOf, unfinishedName } from './backupNames.ts';
import { checkJournal, type Report } from './checkJournal.ts';
import { describeJournal } from './describeJournal.ts';
import { sayDiskFailure } from './diskFailure.ts';

/** The moment of making, as the clock told it: `now` in milliseconds, `local` the user's day and time of day. */
export interface Moment {
  readonly now: number;
  readonly local: { readonly day: string; readonly time: string };
}

export interface MakeBackupOptions {
  readonly dataFolder: string;
  /** The key of the journal there. Not kept. */
  readonly key: Uint8Array;
  readonly moment: Moment;
  readonly report?: Report;
}

/** A backup that was made, checked and named. */
export interface MadeBackup {
  readonly id: string;
  readonly about: About;
}

/**
 * Makes a backup of the journal in `dataFolder`: a folder in `backups/` that looks like a data folder, with the journal
 * as it is at this moment, the keys that open it, and what it says of itself. The journal may be open and written to
 * meanwhile. The backup has its name only once it was opened again and found whole, and is on the disk; if anything
 * fails, nothing is left behind. Fails with `damaged` (the journal, or the copy), `missing`, `diskFull` or `storage`.
 */
export function makeBackup(options: MakeBackupOptions): MadeBackup {
  const { dataFolder, key, moment, report = () => undefined } = options;
  const folder = join(dataFolder, BACKUPS);
  const id = freeName(folder, stampOf(moment.now, moment.local));
  const unfinished = join(folder, unfinishedName(id));
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    copyKeys(dataFolder, unfinished);
    copyJournal(journalPath(dataFolder), journalPath(unfinished), key);
    report(0.3);
    const about = checkCopy(unfinished, key, moment, (part) => report(0.3 + 0.65 * part));
    writeFileSync(join(unfinished, ABOUT_FILE), `${JSON.stringify(about, null, 2)}\n`, { mode: 0o600 });
    for (const name of [JOURNAL_FILE, ABOUT_FILE]) syncFile(join(unfinished, name));
    syncFolder(unfinished);
    renameSync(unfinished, join(folder, id));
    syncFolder(folder);
    report(1);
    return { id, about };
  } catch (error) {
    removeFolder(unfinished);
    return sayDiskFailure(error, 'The backup could not be made.');
  }
}

/** Removes what a crash left of the making or removing of backups in `folder`. */
export function clearUnfinished(folder: string): void {
  for (const name of namesIn(folder).filter(isPassing)) removeFolder(join(folder, name));
}

/**
 * Lets a journal that was moved aside whole say of itself what it is, so that it can be listed and restored as a backup
 * is. Fails with `damaged` if it is not whole, and leaves it as it is.
 */
export function describeReplaced(folder: string, key: Uint8Array, moment: Moment): void {
  const about = checkCopy(folder, key, moment, () => undefined);
  writeDurably(join(folder, ABOUT_FILE), `${JSON.stringify(about, null, 2)}\n`);
}

function copyKeys(from: string, to: string): void {
  if (!existsSync(join(from, KEY_FILE))) {
    throw new KithError(
      'missing',
      'The key file is not beside the journal, and a backup without it would not open.',
    );
  }
  copyDurably(join(from, KEY_FILE), join(to, KEY_FILE));
}

/** `VACUUM INTO` writes the copy under the same key, from one moment of the journal, whatever is written meanwhile. */
function copyJournal(from: string, to: string, key: Uint8Array): void {
  withReader(from, key, (store) => store.prepare('VACUUM INTO ?').run(to));
}

/** Opens the copy with the key, reads all of it, and says what it is. */
function checkCopy(folder: string, key: Uint8Array, { now, local }: Moment, report: Report): About {
  return withReader(journalPath(folder), key, (store) => ({
    version: 1,
    madeAt: now,
    day: local.day,
    time: local.time,
    ...describeJournal(store),
    ...checkJournal(store, report),
    bytes: statSync(journalPath(folder)).size,
    commits: readCommits(store),
    keyMark: keyMark(key),
  }));
}

function withReader<T>(file: string, key: Uint8Array, use: (store: Store) => T): T {
  const store = openReader(file, key);
  try {
    return use(store);
  } finally {
    store.close();
  }
}
