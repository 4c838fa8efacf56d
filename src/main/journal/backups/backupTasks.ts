import { join } from 'node:path';
import { type Salvaged, type SalvageOptions, salvageJournal } from '../damage/salvage.ts';
import { readCommits } from '../store/countCommits.ts';
import { openReader } from '../store/openStore.ts';
import { journalPath } from '../vault/keyFile.ts';
import { makeRekeyCopy } from '../vault/rekeyCopy.ts';
import { BACKUPS } from './backupNames.ts';
import { isWhole, isWholeByTable, type Report } from './checkJournal.ts';
import { hashContent } from './contentHash.ts';
import { sayDiskFailure } from './diskFailure.ts';
import {
  clearUnfinished,
  describeReplaced,
  type MadeBackup,
  type MakeBackupOptions,
  type Moment,
  makeBackup,
} from './makeBackup.ts';
import { clearOutlived } from './replacedJournals.ts';
import { prepareRestore, type RestoreOptions } from './restoreBackup.ts';
import { rotate } from './rotate.ts';
import { copyToSecond } from './secondFolder.ts';

/**
 * The long work on journal files, as plain functions of data that can be sent to another thread. All fail with a
 * `KithError` for what is part of normal life.
 */
export const backupTasks = {
  /** Makes a backup, and removes what it supersedes and outlives. */
  make: (input: Omit<MakeBackupOptions, 'report'>, report: Report): MadeBackup => {
    const folder = join(input.dataFolder, BACKUPS);
    clearUnfinished(folder);
    const made = makeBackup({ ...input, report });
    rotate(folder, made);
    clearOutlived(input.dataFolder, made);
    return made;
  },
  copy: (input: {
    readonly dataFolder: string;
    readonly second: string;
    readonly made: MadeBackup;
  }): null => {
    copyToSecond(input.dataFolder, input.second, input.made);
    return null;
  },
  /** Whether the journal is whole, without its leave: it may be open and written to meanwhile. */
  check: (
    input: {
      readonly dataFolder: string;
      readonly key: Uint8Array;
      readonly full: boolean;
    },
    report: Report,
  ): boolean => {
    const store = openReader(journalPath(input.dataFolder), input.key);
    try {
      return input.full ? isWholeByTable(store, report) : isWhole(store, 'quick_check');
    } finally {
      store.close();
    }
  },
  /** What the journal holds at one moment, and how many commits it has had then; it may be written to meanwhile. */
  hash: (input: {
    readonly dataFolder: string;
    readonly key: Uint8Array;
  }): { readonly contentHash: string; readonly commits: number } => {
    const store = openReader(journalPath(input.dataFolder), input.key);
    try {
      return store.transaction(() => ({ commits: readCommits(store), contentHash: hashContent(store) }))();
    } catch (error) {
      return sayDiskFailure(error, 'The journal could not be read through.');
    } finally {
      store.close();
    }
  },
  /** Copies and checks a backup that is to be restored. */
  prepare: (input: Omit<RestoreOptions, 'report' | 'moment'>, report: Report): null => {
    prepareRestore({ ...input, report });
    return null;
  },
  describe: (input: { readonly folder: string; readonly key: Uint8Array; readonly moment: Moment }): null => {
    describeReplaced(input.folder, input.key, input.moment);
    return null;
  },
  salvage: (input: Omit<SalvageOptions, 'report'>, report: Report): Salvaged =>
    salvageJournal({ ...input, report }),
  /** Makes the copy that is to take the journal's place, under another key. */
  rekey: makeRekeyCopy,
} as const;

type Tasks = typeof backupTasks;
export type TaskName = keyof Tasks;
export type TaskInput<T extends TaskName> = Parameters<Tasks[T]>[0];
export type TaskOutput<T extends TaskName> = ReturnType<Tasks[T]>;

/**
 * Does one of the tasks, here or in another thread, where it is given keys of its own and fills them with zeros. In
 * another thread `signal` ends it, after the call that SQLite is in; then it fails with `stopped`, and what it was
 * making is left as it is.
 */
export type RunTask = <T extends TaskName>(
  name: T,
  input: TaskInput<T>,
  report?: Report,
  signal?: AbortSignal,
) => Promise<TaskOutput<T>>;

/** Does tasks in this thread: for tests, and for what must be done before anything else. */
export const runHere: RunTask = async (name, input, report = () => undefined) =>
  (backupTasks[name] as (input: unknown, report: Report) => never)(input, report);
