import { KithError } from '../../shared/contract/errors.ts';
import type { JournalParsed } from '../../shared/contract/index.ts';
import { journalContract } from '../../shared/contract/index.ts';
import { parseInput } from '../../shared/contract/parseInput.ts';
import type { Secret, VaultStatus } from '../../shared/contract/vault.ts';
import type { Clock } from '../../shared/models/ids.ts';
import type { RunTask } from '../journal/backups/backupTasks.ts';
import type { MethodsOf } from '../journal/context.ts';
import {
  addComputer,
  confirmRecoveryKey,
  removeSlot,
  renewRecoveryKey,
  setPassphrase,
} from '../journal/vault/changeSlots.ts';
import { findSlot, type KeyFile, readKeys } from '../journal/vault/keyFile.ts';
import type { Keyring } from '../journal/vault/keyring.ts';
import { openSlots, wrongSecret } from '../journal/vault/openSlots.ts';
import { createTries } from '../journal/vault/tries.ts';
import { createVault, readVaultState, unlockVaultBy } from '../journal/vault/vault.ts';
import { createRekeying, openOrForget } from './rekeying.ts';

/** The desk as the vault sees it: something that has a journal open, or not. */
export interface VaultHost {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly keyring: Keyring;
  /** Whether a window may open the journal by this computer unasked. */
  readonly opensItself: boolean;
  readonly isOpen: () => boolean;
  /** Makes the journal file, and keeps it open. */
  readonly make: (key: Buffer) => void;
  readonly open: (key: Buffer) => void;
  readonly close: () => void;
  /** Tells main that the journal is open, with the key, and fills `key` with zeros. */
  readonly opened: (key: Buffer) => void;
  /** Tells the windows that locks or keys are not what they were. */
  readonly changed: () => void;
  readonly progress: (job: string, done: number, total: number) => void;
  /** Lets every other question wait until `work` is done. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly untilQuiet: () => Promise<void>;
  /** A number that is another one after anything was written to the open journal. */
  readonly written: () => number;
  /** Runs `work` once no backup is being made, and lets them wait until it is done. */
  readonly afterBackups: <T>(work: () => Promise<T>) => Promise<T>;
  readonly run: RunTask;
}

type Answers = {
  readonly [M in MethodsOf<'vault'>]: (input: JournalParsed<M>) => unknown;
};

/** Answers `vault.*`, parsed, one after another: two tries at once would get round the wait between them. */
export function createVaultDesk(
  host: VaultHost,
): (method: MethodsOf<'vault'>, input: unknown) => Promise<unknown> {
  const answers = vaultAnswers(host);
  let last: Promise<unknown> = Promise.resolve();
  return async (method, input) => {
    const parsed = parseInput(journalContract[method].input, input);
    const answer = () => answers[method](parsed as never);
    if (unqueued.has(method)) return await answer();
    const mine = last.then(answer);
    last = mine.catch(() => undefined);
    return await mine;
  };
}

/** What changes no keys, and what ends a change of them. */
const unqueued: ReadonlySet<string> = new Set<MethodsOf<'vault'>>([
  'vault.status',
  'vault.keyring',
  'vault.stopRekey',
]);

function vaultAnswers(host: VaultHost): Answers {
  const { dataFolder, keyring } = host;
  const rekeying = createRekeying(host);
  const tries = createTries(dataFolder, host.clock);

  /** Gives `work` the key that `proof` opens, and zeroes it. */
  const withKey = async <T>(proof: Secret, work: (key: Buffer) => T | Promise<T>): Promise<T> => {
    refuseLocked(host);
    const { slots } = readKeys(dataFolder);
    if ('thisComputer' in proof && findSlot(slots, 'passphrase') !== undefined) {
      throw new KithError('badInput', 'To change this, Kith asks for the passphrase.');
    }
    const attempt = async () => {
      const key = await openSlots(slots, proof, keyring);
      if (key === null) throw wrongSecret(proof);
      return key;
    };
    const key = await tryWith(proof, attempt);
    try {
      return await work(key);
    } finally {
      key.fill(0);
      host.changed();
    }
  };
  /** What the system's keyring knows cannot be guessed at, so it neither waits nor counts. */
  const tryWith = <T>(secret: Secret, attempt: () => Promise<T>): Promise<T> =>
    'thisComputer' in secret ? attempt() : tries.run(attempt);

  return {
    'vault.status': () => readStatus(host, tries.waitMs()),
    'vault.keyring': async () => ({ why: await keyring.whyNot() }),
    'vault.create': async ({ passphrase, thisComputer }) => {
      const ways = { passphrase, keyring: thisComputer ? keyring : undefined };
      if (host.isOpen())
        throw new KithError('alreadyThere', 'There is a journal here already, and it is open.');
      try {
        const { key, recoveryKey } = await createVault(dataFolder, ways, host.make);
        host.opened(key);
        return { recoveryKey };
      } catch (error) {
        host.close();
        throw error;
      }
    },
    'vault.unlock': async (secret) => {
      if (host.isOpen()) return null;
      const key = await tryWith(secret, () => unlockVaultBy(dataFolder, secret, keyring)).finally(
        host.changed,
      );
      openOrForget(key, host);
      return null;
    },
    'vault.changePassphrase': async ({ proof, passphrase }) => {
      await withKey(proof, (key) => setPassphrase(dataFolder, key, passphrase));
      return null;
    },
    'vault.makeRecoveryKey': ({ proof }) =>
      withKey(proof, (key) => ({ recoveryKey: renewRecoveryKey(dataFolder, key) })),
    'vault.confirmRecoveryKey': () => {
      refuseLocked(host);
      confirmRecoveryKey(dataFolder);
      host.changed();
      return null;
    },
    'vault.addSlot': async ({ proof }) => {
      await withKey(proof, (key) => addComputer(dataFolder, key, keyring));
      return null;
    },
    'vault.removeSlot': async ({ proof, kind }) => {
      await withKey(proof, () => removeSlot(dataFolder, kind, keyring));
      return null;
    },
    'vault.rekey': async ({ proof, job }) => {
      // The proof is tried first: nothing is begun for a wrong one.
      await withKey(proof, () => undefined);
      return await rekeying.begin(proof, job);
    },
    'vault.stopRekey': () => rekeying.stop(),
  };
}

function readStatus(host: VaultHost, waitMs: number): VaultStatus {
  const state = host.isOpen() ? 'open' : readVaultState(host.dataFolder);
  const slots = state === 'absent' ? [] : readSlots(host);
  return {
    state,
    slots: slots.map(({ kind }) => kind),
    recoveryKeyWritten: isWritten(slots),
    waitMs,
    opensItself: host.opensItself && findSlot(slots, 'thisComputer') !== undefined,
  };
}

function readSlots(host: VaultHost): KeyFile['slots'] {
  try {
    const keys = readKeys(host.dataFolder);
    // While the key is being changed, either side may be in force.
    return keys.next?.slots ?? keys.slots;
  } catch (error) {
    // An open journal stays open, whatever became of its keys on the disk.
    if (host.isOpen()) return [];
    throw error;
  }
}

function isWritten(slots: KeyFile['slots']): boolean | null {
  return findSlot(slots, 'recoveryKey')?.writtenDown ?? null;
}

function refuseLocked(host: VaultHost): void {
  if (!host.isOpen()) throw new KithError('locked', 'The journal is locked.');
}
