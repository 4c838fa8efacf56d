import { KithError } from '../../shared/contract/errors.ts';
import { isJournalMethod, type JournalMethod } from '../../shared/contract/index.ts';
import type { JournalEvent, Table } from '../../shared/contract/wire.ts';
import type { Clock, NewId } from '../../shared/models/ids.ts';
import { type RunTask, runHere } from '../journal/backups/backupTasks.ts';
import { makeBackup } from '../journal/backups/makeBackup.ts';
import { finishReplacing } from '../journal/backups/restoreBackup.ts';
import type { GrantedPath, MethodsOf } from '../journal/context.ts';
import { type Journal, openJournal } from '../journal/openJournal.ts';
import { journalPath } from '../journal/vault/keyFile.ts';
import { type Keyring, noKeyring } from '../journal/vault/keyring.ts';
import { createBackupDesk } from './backupDesk.ts';
import { type BackupKeeper, createBackupKeeper, momentOf } from './backupKeeper.ts';
import { createVaultDesk } from './vaultDesk.ts';

export interface DeskOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly newId: NewId;
  /** What keeps secrets for this user on this computer. Nothing does, if it is left out. */
  readonly keyring?: Keyring;
  /** Whether a window may open the journal by this computer unasked; see `vault.status`. */
  readonly opensItself?: boolean;
  /** Does the long work on backups and checks. In this thread, if it is left out. */
  readonly runTask?: RunTask;
  readonly onEvent: (event: JournalEvent) => void;
  /** Given a copy of the key whenever the journal was opened by one of its secrets. The copy is the receiver's. */
  readonly onOpened: (key: Uint8Array) => void;
  /** Housekeeping failed while nobody asked anything. It is tried again later. */
  readonly onIdleFailure: (error: unknown) => void;
}

/** Answers every method of the contract, whether there is an open journal or not. */
export interface JournalDesk {
  /** Rejects with a `KithError` for expected failures; `locked` for what needs an open journal while it is locked. */
  readonly ask: (method: string, input: unknown) => Promise<unknown>;
  /** Opens the journal with its key. Fills `key` with zeros. */
  readonly reopen: (key: Uint8Array) => void;
  readonly grant: (token: string, granted: GrantedPath) => void;
  /** Puts everything into the journal file and lets go of it. */
  readonly close: () => void;
  /** At the end of a session: makes a backup if anything changed since the last one. Never fails. */
  readonly backUpLast: () => Promise<void>;
}

/** The journal of one data folder, locked at first. */
export function createJournalDesk(options: DeskOptions): JournalDesk {
  const { dataFolder, clock } = options;
  const onEvent = (event: JournalEvent) => {
    if (event.type === 'changed' && event.tables.some((table) => !notEdits.has(table))) keeper.edited();
    options.onEvent(event);
  };
  const grants = new Map<string, GrantedPath>();
  let journal: Journal | undefined;
  /** While this is not done, another file takes the journal's place, and nobody else may have it. */
  let alone: Promise<unknown> | undefined;
  const underWay = new Set<Promise<unknown>>();

  const run = options.runTask ?? runHere;
  const keeper = createBackupKeeper({
    dataFolder,
    clock,
    run,
    onEvent: options.onEvent,
    onFailure: options.onIdleFailure,
  });
  finishRestore(dataFolder, options.onIdleFailure);

  const open = (key: Uint8Array, create: boolean) => {
    keeper.hold(key);
    const opened = openHeld(keeper, () =>
      openJournal(journalPath(dataFolder), {
        key,
        create,
        clock,
        newId: options.newId,
        onEvent,
        onIdleFailure: options.onIdleFailure,
        resolveGrant: (token) => resolveGrant(grants, token),
        beforeMigration: () => void makeBackup({ dataFolder, key, moment: momentOf(clock) }),
      }),
    );
    keeper.opened(opened, create);
    return opened;
  };
  const close = () => {
    keeper.closed();
    journal?.close();
    journal = undefined;
  };
  const changed = () => onEvent({ type: 'changed', tables: ['vault'] });
  const opened = (key: Buffer) => {
    options.onOpened(Uint8Array.from(key));
    key.fill(0);
    changed();
  };
  /** Until nothing that was asked of the journal is still being answered. */
  const untilQuiet = async () => {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  };
  const beAlone = async <T>(work: () => Promise<T>): Promise<T> => {
    const mine = untilQuiet().then(work);
    alone = mine
      .catch(() => undefined)
      .then(() => {
        alone = undefined;
      });
    return await mine;
  };

  const vault = createVaultDesk({
    dataFolder,
    clock: options.clock,
    keyring: options.keyring ?? noKeyring,
    opensItself: options.opensItself ?? false,
    isOpen: () => journal !== undefined || alone !== undefined,
    make: (key) => {
      journal = makeJournal(open(key, true));
    },
    open: (key) => {
      journal = open(key, false);
    },
    close,
    opened,
    changed,
    progress: (job, done, total) => onEvent({ type: 'progress', job, done, total }),
    alone: beAlone,
    untilQuiet,
    written: () => (journal === undefined ? 0 : countWritten(journal)),
    // A backup that is being made is of the key before.
    afterBackups: keeper.afterOthers,
    run,
  });
  const backups = createBackupDesk({
    dataFolder,
    clock,
    run,
    keeper,
    onEvent: options.onEvent,
    onFailure: options.onIdleFailure,
    resolveGrant: (token) => resolveGrant(grants, token),
    isOpen: () => journal !== undefined,
    close,
    open: (key) => {
      journal = open(key, false);
      opened(key);
    },
    unlock: (secret) => vault('vault.unlock', secret),
    alone: beAlone,
  });

  return {
    ask: async (method, input) => {
      if (!isJournalMethod(method)) {
        throw new KithError('unknownMethod', 'This version of Kith does not know how to do that.');
      }
      if (isVaultMethod(method)) return await vault(method, input);
      if (isBackupMethod(method)) return await backups(method, input);
      // A moment's wait where none is needed would let somebody else close the journal within it.
      while (alone !== undefined) await alone;
      if (journal === undefined) throw new KithError('locked', 'The journal is locked.');
      const answer = journal.askUnchecked(method, input);
      underWay.add(answer);
      return await answer.finally(() => underWay.delete(answer));
    },
    reopen: (key) => {
      try {
        journal ??= open(key, false);
      } finally {
        key.fill(0);
      }
    },
    grant: (token, granted) => void grants.set(token, granted),
    close,
    backUpLast: async () => {
      // What takes minutes is not waited for: the journal stays under the key that it has.
      await vault('vault.stopRekey', {});
      await keeper.finish();
    },
  };
}

/** What changes without anybody having written anything. */
const notEdits: ReadonlySet<Table> = new Set(['vault', 'backups']);

/** A restore that a crash interrupted comes to its end before anybody looks for the journal. */
function finishRestore(dataFolder: string, onFailure: (error: unknown) => void): void {
  try {
    finishReplacing(dataFolder);
  } catch (error) {
    // What is missing then is said when the journal is looked for, and this is tried again at the next start.
    onFailure(error);
  }
}

/** The key is kept if what it opens is damaged, for it is restored or salvaged with it. */
function openHeld(keeper: BackupKeeper, open: () => Journal): Journal {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof KithError) || error.kind !== 'damaged') keeper.closed();
    throw error;
  }
}

function isBackupMethod(method: JournalMethod): method is MethodsOf<'backups'> {
  return method.startsWith('backups.');
}

function isVaultMethod(method: JournalMethod): method is MethodsOf<'vault'> {
  return method.startsWith('vault.');
}

/** How many rows were written since it was opened; there is one connection that writes. */
function countWritten({ context }: Journal): number {
  return context.db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;
}

/** A journal whose tables are in the journal file itself, not only in the log beside it. */
function makeJournal(journal: Journal): Journal {
  journal.context.db.pragma('wal_checkpoint(TRUNCATE)');
  return journal;
}

function resolveGrant(grants: ReadonlyMap<string, GrantedPath>, token: string): GrantedPath {
  const granted = grants.get(token);
  if (granted === undefined) throw new KithError('badInput', 'Please choose the file or folder again.');
  return granted;
}
