import { join } from 'node:path';
import { CHECK_JOB } from '../../shared/contract/backups.ts';
import { KithError } from '../../shared/contract/errors.ts';
import type { JournalEvent } from '../../shared/contract/wire.ts';
import type { Clock } from '../../shared/models/ids.ts';
import { type BackupSession, chooseBackupWork, isBackupOwed } from '../../shared/rules/backupSchedule.ts';
import { keyMark } from '../journal/backups/about.ts';
import { BACKUPS } from '../journal/backups/backupNames.ts';
import type { RunTask } from '../journal/backups/backupTasks.ts';
import type { Report } from '../journal/backups/checkJournal.ts';
import { type Health, noteHealth, readHealth } from '../journal/backups/health.ts';
import { listBackups } from '../journal/backups/listBackups.ts';
import type { MadeBackup, Moment } from '../journal/backups/makeBackup.ts';
import { isReachable, readSecondFolder } from '../journal/backups/secondFolder.ts';
import { noteTableRoots } from '../journal/damage/tableRoots.ts';
import type { Journal } from '../journal/openJournal.ts';
import { readCommits } from '../journal/store/countCommits.ts';

export interface KeeperHost {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly run: RunTask;
  readonly onEvent: (event: JournalEvent) => void;
  /** Something failed that nobody asked for. It is tried again later. */
  readonly onFailure: (error: unknown) => void;
  /** How often it looks whether there is something to do. */
  readonly lookEveryMs?: number;
}

/** Makes the backups and checks of one data folder, one thing after another, while its journal is open. */
export interface BackupKeeper {
  /** A journal that was made only now, `isNew`, has nothing yet that a backup would be for. */
  readonly opened: (journal: Journal, isNew?: boolean) => void;
  /** The journal was changed by the user. */
  readonly edited: () => void;
  readonly closed: () => void;
  /** Keeps a copy of the key until {@link BackupKeeper.closed}. */
  readonly hold: (key: Uint8Array) => void;
  /** A copy of the key that is held, for the caller to fill with zeros; null if none is. */
  readonly copyKey: () => Buffer | null;
  readonly holdsKey: () => boolean;
  /** Makes a backup, telling `progress` as `job`. Fails with `locked`, and as `makeBackup` does. */
  readonly make: (job: string | null) => Promise<MadeBackup>;
  /** Copies the newest backup to the second folder, if there is one and it is there. */
  readonly copyToSecond: () => Promise<void>;
  /** At the end of a session. Never fails. */
  readonly finish: () => Promise<void>;
  /** Runs `work` once what is running is done. */
  readonly afterOthers: <T>(work: () => Promise<T>) => Promise<T>;
  /** Why the last backup, and its copy, could not be made. */
  readonly failures: () => { readonly here: string | null; readonly second: string | null };
}

const LOOK_EVERY_MS = 20_000;
/** The first screen is read before the backup that the session before owes. */
const FIRST_LOOK_MS = 2_000;

/** Makes a {@link BackupKeeper}. */
export function createBackupKeeper(host: KeeperHost): BackupKeeper {
  const { dataFolder, clock, run } = host;
  let held: Buffer | null = null;
  let session: BackupSession | null = null;
  let failures: ReturnType<BackupKeeper['failures']> = { here: null, second: null };
  let ticking: NodeJS.Timeout | undefined;
  let arriving: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const tell = () => host.onEvent({ type: 'changed', tables: ['backups'] });
  const change = (changes: Partial<BackupSession>) => {
    if (session !== null) session = { ...session, ...changes };
  };
  const afterOthers: BackupKeeper['afterOthers'] = (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const copyKey = () => (held === null ? null : Buffer.from(held));
  const withKey = async <T>(work: (key: Buffer) => Promise<T>): Promise<T> => {
    const key = copyKey();
    if (key === null) throw new KithError('locked', 'The journal is locked.');
    try {
      return await work(key);
    } finally {
      key.fill(0);
    }
  };

  const findNewest = () => listBackups(join(dataFolder, BACKUPS)).backups[0];
  const copyToSecond = async () => {
    const second = readSecondFolder(dataFolder);
    const newest = findNewest();
    if (second === null || newest === undefined || !isReachable(second)) return;
    try {
      await run('copy', { dataFolder, second, made: newest });
      failures = { ...failures, second: null };
    } catch (error) {
      failures = { ...failures, second: sentenceOf(error) };
      if (!(error instanceof KithError)) host.onFailure(error);
    }
    tell();
  };

  const makeNow = async (job: string | null): Promise<MadeBackup> => {
    const edits = session?.edits ?? null;
    // What is written from now on may not be in it.
    change({ edits: null, triedAt: clock.now() });
    try {
      const report = reporter(job, host.onEvent);
      const made = await withKey((key) => run('make', { dataFolder, key, moment: momentOf(clock) }, report));
      failures = { ...failures, here: null };
      change({ isOwed: false });
      note({ held: { id: made.id, commits: made.about.commits } });
      return made;
    } catch (error) {
      const since = session?.edits ?? edits;
      change({ edits: since === null ? null : { first: (edits ?? since).first, last: since.last } });
      failures = { ...failures, here: sentenceOf(error) };
      if (error instanceof KithError && error.kind === 'damaged') note({ isDamaged: true });
      throw error;
    } finally {
      tell();
    }
  };
  const make = async (job: string | null) => {
    const made = await makeNow(job);
    await copyToSecond();
    return made;
  };

  /** Housekeeping writes as well, and is no reason for another backup of the same people and entries. */
  const isInNewest = async () => {
    const newest = findNewest();
    if (newest === undefined) return false;
    return await withKey(async (key) => {
      if (newest.about.keyMark !== keyMark(key)) return false;
      const { contentHash, commits } = await run('hash', { dataFolder, key });
      if (contentHash !== newest.about.contentHash) return false;
      note({ held: { id: newest.id, commits } });
      return true;
    });
  };
  /** Makes the backup that is due; none if only the session before could owe one, and it does not. */
  const backUp = async () => {
    if (session?.edits === null && session.isOwed) {
      change({ triedAt: clock.now() });
      if (await isInNewest()) return change({ isOwed: false });
    }
    await make(null);
  };

  const check = async (full: boolean) => {
    change({ isChecked: true });
    const report = reporter(full ? CHECK_JOB : null, host.onEvent);
    // Whatever it found, it does not go on.
    const isWhole = await withKey((key) => run('check', { dataFolder, key, full }, report)).finally(() =>
      report(1),
    );
    const at = clock.now();
    note(isWhole ? { quickAt: at, isDamaged: false, ...(full ? { fullAt: at } : {}) } : { isDamaged: true });
    if (full) change({ fullCheckAt: at });
    tell();
  };

  const doWhatIsDue = async () => {
    const work = session === null ? null : chooseBackupWork(session, clock.now());
    if (work === 'backup') await backUp();
    else if (work !== null) await check(work === 'fullCheck');
  };
  let isLooking = false;
  const look = () => {
    if (isLooking) return;
    isLooking = true;
    void afterOthers(doWhatIsDue)
      .catch(host.onFailure)
      .finally(() => {
        isLooking = false;
      });
  };
  /** What was found is worth less than an open journal: a disk that does not take it is told of, and no more. */
  const note = (changes: Partial<Health>) => {
    try {
      noteHealth(dataFolder, changes);
    } catch (error) {
      host.onFailure(error);
    }
  };

  const owes = (journal: Journal) => {
    const newest = findNewest();
    return isBackupOwed({
      commits: readCommits(journal.context.db),
      keyMark: held === null ? '' : keyMark(held),
      newest: newest === undefined ? null : { id: newest.id, keyMark: newest.about.keyMark },
      held: readHealth(dataFolder).held,
    });
  };
  /** For the day on which the first page cannot be read. */
  const noteRoots = ({ context: { db } }: Journal) => {
    try {
      if (held !== null) noteTableRoots(dataFolder, db, held);
    } catch (error) {
      host.onFailure(error);
    }
  };
  const lookFromNowOn = () => {
    const everyMs = host.lookEveryMs ?? LOOK_EVERY_MS;
    stopLooking();
    arriving = setTimeout(look, Math.min(FIRST_LOOK_MS, everyMs)).unref();
    ticking = setInterval(look, everyMs).unref();
  };
  const stopLooking = () => {
    clearTimeout(arriving);
    clearInterval(ticking);
  };

  return {
    opened: (journal, isNew = false) => {
      const { fullAt, takenBack } = readHealth(dataFolder);
      if (journal.takenBack > 0) note({ takenBack: takenBack + journal.takenBack });
      session = {
        openedAt: clock.now(),
        edits: null,
        isOwed: !isNew && owes(journal),
        triedAt: null,
        isChecked: false,
        fullCheckAt: fullAt,
      };
      noteRoots(journal);
      lookFromNowOn();
      tell();
    },
    edited: () => {
      const now = clock.now();
      change({ edits: { first: session?.edits?.first ?? now, last: now } });
    },
    closed: () => {
      stopLooking();
      held?.fill(0);
      held = null;
      session = null;
    },
    hold: (key) => {
      held?.fill(0);
      held = Buffer.from(key);
    },
    copyKey,
    holdsKey: () => held !== null,
    make: (job) => afterOthers(() => make(job)),
    copyToSecond: () => afterOthers(copyToSecond),
    finish: () =>
      afterOthers(async () => {
        if (session === null || (session.edits === null && !session.isOwed)) return;
        await backUp().catch(host.onFailure);
      }),
    afterOthers,
    failures: () => failures,
  };
}

export const momentOf = (clock: Clock): Moment => ({ now: clock.now(), local: clock.local() });

const PARTS = 100;

/** Tells how far work has come as the progress of `job`, if anybody asked for it. */
export function reporter(job: string | null, onEvent: (event: JournalEvent) => void): Report {
  return (part) => {
    if (job !== null) onEvent({ type: 'progress', job, done: Math.round(part * PARTS), total: PARTS });
  };
}

function sentenceOf(error: unknown): string {
  return error instanceof KithError
    ? error.message
    : 'Something went wrong inside Kith. Your journal is as it was.';
}
