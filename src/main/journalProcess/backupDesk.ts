import { join } from 'node:path';
import type { BackupPlace } from '../../shared/contract/backups.ts';
import { KithError } from '../../shared/contract/errors.ts';
import { type JournalOutput, type JournalParsed, journalContract } from '../../shared/contract/index.ts';
import { parseInput } from '../../shared/contract/parseInput.ts';
import type { Secret } from '../../shared/contract/vault.ts';
import type { Table } from '../../shared/contract/wire.ts';
import { keptUntil } from '../../shared/rules/replacedJournals.ts';
import { readAbout } from '../journal/backups/about.ts';
import { BACKUPS, backupPath, REPLACED } from '../journal/backups/backupNames.ts';
import { forgetHealth, noteHealth, readHealth } from '../journal/backups/health.ts';
import { listBackups } from '../journal/backups/listBackups.ts';
import { listReplaced, removeReplaced } from '../journal/backups/replacedJournals.ts';
import { comingPath, replaceJournal } from '../journal/backups/restoreBackup.ts';
import {
  chooseSecondFolder,
  isReachable,
  nameOfFolder,
  readSecondFolder,
  secondBackups,
} from '../journal/backups/secondFolder.ts';
import { findSyncedFolder } from '../journal/backups/syncedFolder.ts';
import type { GrantedPath, MethodsOf } from '../journal/context.ts';
import { migrations } from '../journal/store/migrate.ts';
import { opensWith } from '../journal/store/openStore.ts';
import { journalPath } from '../journal/vault/keyFile.ts';
import { unlockVaultBy } from '../journal/vault/vault.ts';
import { type BackupKeeper, type KeeperHost, momentOf, reporter } from './backupKeeper.ts';
import { toBackup } from './describeBackup.ts';

/** The desk as the backups see it. */
export interface BackupHost extends KeeperHost {
  readonly keeper: BackupKeeper;
  readonly resolveGrant: (grant: string) => GrantedPath;
  readonly isOpen: () => boolean;
  readonly close: () => void;
  /** Opens the journal with `key`, tells main, and fills `key` with zeros. */
  readonly open: (key: Buffer) => void;
  /** Tries a secret as a window does that unlocks, with its waits. */
  readonly unlock: (secret: Secret) => Promise<unknown>;
  /** Lets every other question wait until `work` is done. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Everything that is read from a journal. */
const allTables: readonly Table[] = [
  'person',
  'entry',
  'circle',
  'tag',
  'draft',
  'importBatch',
  'vault',
  'backups',
  'trash',
  'setting',
];

type Answers = {
  readonly [M in MethodsOf<'backups'>]: (
    input: JournalParsed<M>,
  ) => JournalOutput<M> | Promise<JournalOutput<M>>;
};

/** Answers `backups.*`, whether the journal is open, locked, damaged or gone. */
export function createBackupDesk(
  host: BackupHost,
): (method: MethodsOf<'backups'>, input: unknown) => Promise<unknown> {
  const { dataFolder, keeper } = host;
  const tell = () => host.onEvent({ type: 'changed', tables: ['backups'] });
  const answers: Answers = {
    'backups.list': () => listAll(host),
    'backups.health': () => {
      const { quickAt, isDamaged, takenBack } = readHealth(dataFolder);
      return {
        checkedAt: quickAt,
        isDamaged,
        takenBack,
        syncedBy: findSyncedFolder(dataFolder),
        backupFailure: keeper.failures().here,
      };
    },
    'backups.make': async ({ job }) => toBackup('here', await keeper.make(job)),
    'backups.restore': ({ place, id, secret, job }) =>
      keeper.afterOthers(() => restore(host, folderOf(host, place, id), secret, job)),
    'backups.salvage': ({ secret, job }) => keeper.afterOthers(() => salvage(host, secret, job)),
    'backups.removeReplaced': ({ id }) =>
      keeper.afterOthers(async () => {
        removeReplaced(dataFolder, id);
        tell();
        return null;
      }),
    'backups.chooseSecondFolder': async ({ folder }) => {
      chooseSecondFolder(dataFolder, folder === null ? null : host.resolveGrant(folder).path);
      tell();
      await keeper.copyToSecond();
      return null;
    },
    'backups.acceptTakenBack': () => {
      noteHealth(dataFolder, { takenBack: 0 });
      tell();
      return null;
    },
  };
  return async (method, input) =>
    await answers[method](parseInput(journalContract[method].input, input) as never);
}

function listAll({ dataFolder, keeper }: BackupHost): JournalOutput<'backups.list'> {
  const second = readSecondFolder(dataFolder);
  const places: readonly (readonly [BackupPlace, string])[] = [
    ['here', join(dataFolder, BACKUPS)],
    ...(second === null ? [] : [['second', secondBackups(second)] as const]),
    ['replaced', join(dataFolder, REPLACED)],
  ];
  const lists = places.map(([place, folder]) => ({ place, list: listBackups(folder) }));
  return {
    backups: lists
      .flatMap(({ place, list }) => list.backups.map((listed) => toBackup(place, listed)))
      .sort((a, b) => b.madeAt - a.madeAt),
    skipped: lists.flatMap(({ place, list }) =>
      // A journal that was replaced because it was damaged says nothing of itself, and is kept all the same.
      place === 'replaced' ? [] : list.skipped.map((skipped) => ({ place, ...skipped })),
    ),
    replaced: listReplaced(dataFolder).map((journal) => ({
      id: journal.id,
      bytes: journal.bytes,
      isWhole: journal.replacedAt !== null,
      keptUntil: keptUntil(journal),
    })),
    second:
      second === null
        ? null
        : {
            name: nameOfFolder(second),
            isThere: isReachable(second),
            failure: keeper.failures().second,
          },
  };
}

function folderOf({ dataFolder }: BackupHost, place: BackupPlace, id: string): string {
  switch (place) {
    case 'here':
      return backupPath(join(dataFolder, BACKUPS), id);
    case 'replaced':
      return backupPath(join(dataFolder, REPLACED), id);
    case 'second': {
      const second = readSecondFolder(dataFolder);
      if (second === null || !isReachable(second)) {
        throw new KithError('missing', 'The second folder is not there. If it is on a stick, plug it in.');
      }
      return backupPath(secondBackups(second), id);
    }
  }
}

async function restore(
  host: BackupHost,
  backup: string,
  secret: string | undefined,
  job: string,
): Promise<null> {
  const { dataFolder, run } = host;
  if (readAbout(backup) === null) throw new KithError('notFound', 'That backup is not there any more.');
  const { key, withKeys } = await findKey(host, backup, secret);
  try {
    await run(
      'prepare',
      { dataFolder, backup, key, withKeys, newestSchema: migrations.length },
      reporter(job, host.onEvent),
    );
    const replaced = await host.alone(async () => replace(host, key, withKeys));
    if (replaced !== null) await describe(host, replaced);
  } finally {
    key.fill(0);
  }
  host.onEvent({ type: 'changed', tables: allTables });
  return null;
}

interface Replaced {
  readonly folder: string;
  /** Of the journal that was replaced, to be filled with zeros. */
  readonly key: Buffer;
}

/** Puts what was prepared in the journal's place, and opens it; if that fails, the journal as it was. */
function replace(host: BackupHost, key: Buffer, withKeys: boolean): Replaced | null {
  const { dataFolder, clock, keeper } = host;
  const present = keeper.copyKey();
  const wasOpen = host.isOpen();
  host.close();
  try {
    const id = replaceJournal(dataFolder, { withKeys, moment: momentOf(clock) });
    forgetHealth(dataFolder);
    host.open(Buffer.from(key));
    return present === null ? null : { folder: join(dataFolder, REPLACED, id), key: present };
  } catch (error) {
    if (present !== null && wasOpen && !host.isOpen()) host.open(present);
    throw error;
  }
}

/** Lets the journal that was replaced be listed, and restored. One that is damaged cannot say what it is, and is kept as it is. */
async function describe({ clock, run, onEvent }: BackupHost, { folder, key }: Replaced): Promise<void> {
  try {
    await run('describe', { folder, key, moment: momentOf(clock) });
    onEvent({ type: 'changed', tables: ['backups'] });
  } catch (error) {
    if (!isOf(error, 'damaged', 'missing', 'storage', 'diskFull')) throw error;
  } finally {
    key.fill(0);
  }
}

async function salvage(
  host: BackupHost,
  secret: string | undefined,
  job: string,
): Promise<JournalOutput<'backups.salvage'>> {
  const { dataFolder, clock, run } = host;
  const key = await presentKey(host, secret);
  return await host.alone(async () => {
    const wasOpen = host.isOpen();
    host.close();
    try {
      const { rows: _rows, ...salvaged } = await run(
        'salvage',
        { damaged: journalPath(dataFolder), target: comingPath(dataFolder), key, migrations },
        reporter(job, host.onEvent),
      );
      replaceJournal(dataFolder, { withKeys: false, moment: momentOf(clock) });
      forgetHealth(dataFolder);
      host.open(Buffer.from(key));
      host.onEvent({ type: 'changed', tables: allTables });
      return { ...salvaged, lostDays: [...salvaged.lostDays] };
    } catch (error) {
      if (wasOpen) host.open(Buffer.from(key));
      else host.keeper.hold(key);
      throw error;
    } finally {
      key.fill(0);
    }
  });
}

interface FoundKey {
  readonly key: Buffer;
  /** Whether it is another than the journal's, so that the backup's key file must come with it. */
  readonly withKeys: boolean;
}

/** The key that opens the backup: the journal's, or else the one in the backup's own key file. */
async function findKey(host: BackupHost, backup: string, secret: string | undefined): Promise<FoundKey> {
  const file = journalPath(backup);
  const present = await presentKey(host, secret).catch((error: unknown) => {
    // Without its journal or its key file, or by a secret of another time, the backup's own keys are asked.
    if (secret !== undefined && isOf(error, 'missing', 'damaged', 'wrongPassphrase')) return null;
    throw error;
  });
  if (present !== null) {
    if (opensWith(file, present)) return { key: present, withKeys: false };
    present.fill(0);
    if (secret === undefined) {
      throw new KithError(
        'locked',
        'This backup is from before the journal’s key was changed. Please give the passphrase or recovery key that it had then.',
      );
    }
  }
  const key = await unlockVaultBy(backup, readSecret(secret ?? ''));
  if (opensWith(file, key)) return { key, withKeys: true };
  key.fill(0);
  throw new KithError('damaged', 'This backup cannot be read. Please choose another one.');
}

/** A copy of the key of the journal in place: held already, or found by `secret`. Fails with `locked` if neither is. */
async function presentKey(host: BackupHost, secret: string | undefined): Promise<Buffer> {
  if (!host.keeper.holdsKey() && secret !== undefined) {
    // A journal that is damaged does not open even with the right secret, but then its key is held.
    await host.unlock(readSecret(secret)).catch((error: unknown) => {
      if (!host.keeper.holdsKey()) throw error;
    });
  }
  const key = host.keeper.copyKey();
  if (key === null) throw new KithError('locked', 'Please give the passphrase or the recovery key.');
  return key;
}

/** Eight groups of four letters and digits are a recovery key; nobody’s passphrase looks like one. */
function readSecret(secret: string): Secret {
  return /^\s*[a-z0-9]{4}(?:[-\s][a-z0-9]{4}){7}\s*$/i.test(secret)
    ? { recoveryKey: secret }
    : { passphrase: secret };
}

function isOf(error: unknown, ...kinds: readonly string[]): boolean {
  return error instanceof KithError && kinds.includes(error.kind);
}
