import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KithError } from '../../../shared/contract/errors.ts';
import { ROOTS_FILE } from '../damage/tableRoots.ts';
import { COMMITS_FILE } from '../store/countCommits.ts';
import { copyDurably, readJsonIfAny, syncFolder, writeDurably } from '../store/durableFiles.ts';
import { JOURNAL_FILE, journalPath, KEY_FILE } from '../vault/keyFile.ts';
import { readAbout } from './about.ts';
import { freeName, isBackupName, namesIn, REPLACED, stampOf } from './backupNames.ts';
import { checkAgainst, type Report } from './checkJournal.ts';
import { sayDiskFailure } from './diskFailure.ts';
import type { Moment } from './makeBackup.ts';

export interface RestoreOptions {
  readonly dataFolder: string;
  /** The folder of the backup itself. */
  readonly backup: string;
  /** The key that opens it. */
  readonly key: Uint8Array;
  /** Whether the backup's key file comes with it: when the one that is there holds another key, or none. */
  readonly withKeys: boolean;
  /** The newest schema that this Kith knows. */
  readonly newestSchema: number;
  readonly moment: Moment;
  readonly report?: Report;
}

/** In the data folder: what is to take the journal's place, once it is whole and on the disk. */
const COMING = 'journal-coming.kith';
const COMING_KEYS = 'keys-coming.json';
/** Says that it is, and where the present journal goes. From then on a restore is finished, even after a crash. */
const PLAN_FILE = 'replacing.json';
const plan = z.object({ version: z.literal(1), to: z.string().refine(isBackupName), withKeys: z.boolean() });

/** Everything that belongs to a journal; the journal itself last, for without it the folder counts as half of one. */
const leaving = [`${JOURNAL_FILE}-wal`, `${JOURNAL_FILE}-shm`, COMMITS_FILE, ROOTS_FILE, JOURNAL_FILE];

/**
 * Puts the backup in the journal's place. It is opened and read through first, and must be what it was when it was
 * made. The present journal must be closed; its files are moved, as they are, to a folder in `replaced/`, whose name is
 * answered. After a crash at any point either the old journal is there, or {@link finishReplacing} makes the new one so.
 * Fails with `newerSchema`, `damaged`, `missing`, `diskFull` or `storage`, and then nothing has changed.
 */
export function restoreBackup(options: RestoreOptions): string {
  prepareRestore(options);
  return replaceJournal(options.dataFolder, options);
}

/**
 * The first half of {@link restoreBackup}, during which the present journal may be open: copies the backup, and reads
 * the copy through. {@link replaceJournal} is the second. Fails as a whole restore does.
 */
export function prepareRestore(options: Omit<RestoreOptions, 'moment'>): void {
  const { dataFolder, backup, key, withKeys, newestSchema, report } = options;
  const about = readAbout(backup);
  if (about === null) throw new KithError('damaged', 'This backup is not whole. Nothing was changed.');
  if (about.schema > newestSchema) {
    throw new KithError(
      'newerSchema',
      'This backup was made by a newer version of Kith. Please install the newest version to restore it; nothing was changed.',
    );
  }
  try {
    copyDurably(journalPath(backup), join(dataFolder, COMING));
    if (withKeys) copyDurably(join(backup, KEY_FILE), join(dataFolder, COMING_KEYS));
    // The copy is what is checked, for it is what will be the journal.
    checkAgainst(join(dataFolder, COMING), key, about, report);
  } catch (error) {
    forgetComing(dataFolder);
    sayDiskFailure(error, 'The backup could not be restored.');
  }
}

/**
 * Puts the journal that lies ready in the journal's place: the rest of a restore, and of a salvage. The name of the
 * folder in `replaced/` where the present one is.
 */
export function replaceJournal(
  dataFolder: string,
  { withKeys, moment }: { readonly withKeys: boolean; readonly moment: Moment },
): string {
  const to = freeName(join(dataFolder, REPLACED), stampOf(moment.now, moment.local));
  syncFolder(dataFolder);
  writeDurably(join(dataFolder, PLAN_FILE), JSON.stringify({ version: 1, to, withKeys }));
  finishReplacing(dataFolder);
  return to;
}

/** The file in which a new journal is made ready for {@link replaceJournal}. */
export const comingPath = (dataFolder: string) => join(dataFolder, COMING);

/** Removes what was made ready but is not wanted any more. */
export function forgetComing(dataFolder: string): void {
  // With its log, and what a salvage has beside it meanwhile.
  for (const name of namesIn(dataFolder)) {
    if (name.startsWith(COMING) || name === COMING_KEYS) rmSync(join(dataFolder, name), { force: true });
  }
}

/** Finishes a restore that a crash interrupted, or forgets one that had not come far. To be called before opening. */
export function finishReplacing(dataFolder: string): void {
  const planFile = join(dataFolder, PLAN_FILE);
  const planned = plan.safeParse(readJsonIfAny(planFile));
  if (!planned.success) {
    forgetComing(dataFolder);
    return;
  }
  const { to, withKeys } = planned.data;
  const replaced = join(dataFolder, REPLACED, to);
  mkdirSync(replaced, { recursive: true, mode: 0o700 });
  // If the new journal is in its place already, what lies there is it, and stays.
  if (existsSync(join(dataFolder, COMING))) {
    if (existsSync(join(dataFolder, KEY_FILE)) && !existsSync(join(replaced, KEY_FILE))) {
      copyDurably(join(dataFolder, KEY_FILE), join(replaced, KEY_FILE));
    }
    for (const name of leaving) moveIfThere(join(dataFolder, name), join(replaced, name));
    syncFolder(replaced);
    if (withKeys) moveIfThere(join(dataFolder, COMING_KEYS), join(dataFolder, KEY_FILE));
    renameSync(join(dataFolder, COMING), journalPath(dataFolder));
  }
  syncFolder(dataFolder);
  rmSync(planFile);
  syncFolder(dataFolder);
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}
