import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { KithError } from '../../../shared/contract/errors.ts';
import type { Secret } from '../../../shared/contract/vault.ts';
import { opensWith } from '../store/openStore.ts';
import { wrapWithComputer } from './computerSlot.ts';
import { findSlot, journalPath, type KeySlot, readKeys, replaceKeys } from './keyFile.ts';
import type { Keyring } from './keyring.ts';
import { openSlots, wrongSecret } from './openSlots.ts';
import { wrapWithPassphrase } from './passphraseSlot.ts';
import { makeRecoveryKey } from './recoverySlot.ts';
import { faultyCopy, forgetRekeyCopy, type RekeyCopyInput } from './rekeyCopy.ts';
import { clearAfterRekey, forgetComputer, formerPath, swapFiles } from './rekeyFiles.ts';
import { KEY_BYTES } from './sealKey.ts';

/** What a change of the key goes through, in this order. Whatever ends it in between, the journal opens. */
export const rekeySteps = ['copied', 'announced', 'swapped', 'finished'] as const;
export type RekeyStep = (typeof rekeySteps)[number];

/** How often a copy is made beside the open journal. If something was written each time, the last waits for it. */
export const ROUNDS_BESIDE = 2;

/** The open journal, as far as a change of its key has to do with it. */
export interface JournalAtHand {
  /** A number that is another one after anything was written. */
  readonly written: () => number;
  /** Waits until no question is being answered, as one that imports is for long. */
  readonly untilQuiet: () => Promise<void>;
  /** `makeRekeyCopy`, here or in another thread. */
  readonly copy: (input: RekeyCopyInput) => Promise<boolean>;
  /** Lets every question wait until `work` is done, and waits for those that are being answered. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /**
   * While alone: closes the journal, and opens it again with the key that `work` gives; after a failure with the one
   * that fits, before it fails with that.
   */
  readonly whileClosed: (work: () => Promise<Buffer>) => Promise<void>;
}

export interface RekeyOptions {
  readonly folder: string;
  /** The passphrase where there is one, otherwise this computer. */
  readonly proof: Secret;
  readonly keyring: Keyring;
  readonly journal: JournalAtHand;
  /** Ends it with `stopped`, as long as the new file does not take the old one's place. */
  readonly signal?: AbortSignal;
  /** Told after each step; may wait. */
  readonly onStep?: (step: RekeyStep) => void | Promise<void>;
}

export interface Rekeyed {
  readonly recoveryKey: string;
  readonly thisComputerLost: boolean;
}

/** A change of the key that has its new keys. */
interface Change extends RekeyOptions {
  readonly oldKey: Buffer;
  readonly key: Buffer;
  readonly before: readonly KeySlot[];
  readonly slots: readonly KeySlot[];
}

/**
 * Encrypts the journal in `folder` anew under a fresh key. It works on a copy, which is checked before it takes the
 * journal's place; from before that until after, the key file holds both keys, so that at each moment the secrets open
 * whichever file is there. The journal stays open while the copy is made. A copy that is behind when it is done is made
 * again, and for the last time while every question waits: what takes the journal's place is what the journal was when
 * it closed. The recovery key cannot be kept, for nobody here knows it.
 */
export async function rekeyVault(options: RekeyOptions): Promise<Rekeyed> {
  const { folder, proof, keyring } = options;
  const before = readKeys(folder).slots;
  const hasPassphrase = findSlot(before, 'passphrase') !== undefined;
  if (hasPassphrase !== 'passphrase' in proof || 'recoveryKey' in proof) {
    throw new KithError('badInput', 'A new key for the journal needs the secret that opens it every day.');
  }
  const oldKey = await openSlots(before, proof, keyring);
  if (oldKey === null) throw wrongSecret(proof);
  const key = randomBytes(KEY_BYTES);
  try {
    const { slots, recoveryKey } = await wrapAnew(before, key, proof, keyring);
    await copyAndSwap({ ...options, oldKey, key, before, slots });
    const isLost = (kind: 'thisComputer') => findSlot(before, kind) && !findSlot(slots, kind);
    return { recoveryKey, thisComputerLost: Boolean(isLost('thisComputer')) };
  } finally {
    oldKey.fill(0);
    key.fill(0);
  }
}

async function copyAndSwap(change: Change): Promise<void> {
  const { folder, journal } = change;
  clearAfterRekey(folder);
  try {
    for (let round = 1; round <= ROUNDS_BESIDE; round++) {
      await journal.untilQuiet();
      const asOf = journal.written();
      const isSame = await copy(change);
      const isDone = await journal.alone(async () => {
        if (journal.written() !== asOf) return false;
        await journal.whileClosed(() => swap(change, isSame));
        return true;
      });
      if (isDone) return;
    }
    await journal.alone(() => journal.whileClosed(async () => swap(change, await copy(change))));
  } catch (error) {
    await letGo(change);
    throw error;
  }
}

/** Removes what was made for nothing. What was announced and could not be ended is for the next opening to end. */
async function letGo({ folder, slots, keyring }: Change): Promise<void> {
  const keys = readKeys(folder);
  if (keys.next !== undefined) return;
  forgetRekeyCopy(folder);
  await forgetComputer(slots, keys.slots, keyring);
}

async function copy({ folder, oldKey, key, journal, onStep }: Change): Promise<boolean> {
  const isSame = await journal.copy({ dataFolder: folder, oldKey, key });
  await onStep?.('copied');
  return isSame;
}

/** Puts the copy in the place of the journal, which is closed. Gives a copy of the key now in force. */
async function swap(change: Change, isSame: boolean): Promise<Buffer> {
  const { folder, key, before, slots, keyring, signal, onStep } = change;
  if (!isSame) throw faultyCopy();
  refuseLog(folder);
  if (signal?.aborted) throw new KithError('stopped', 'It was stopped.');
  replaceKeys(folder, { version: 1, slots: [...before], next: { slots: [...slots] } });
  await onStep?.('announced');
  swapFiles(folder);
  await onStep?.('swapped');
  if (!opensWith(journalPath(folder), key)) throw new Error('the journal does not open with its new key');
  replaceKeys(folder, { version: 1, slots: [...slots] });
  rmSync(formerPath(folder), { force: true });
  await forgetComputer(before, slots, keyring);
  await onStep?.('finished');
  return Buffer.from(key);
}

/** What is still in the log belongs to the old file, and would be taken for the new one's. */
function refuseLog(folder: string): void {
  const log = statSync(`${journalPath(folder)}-wal`, { throwIfNoEntry: false });
  if (log !== undefined && log.size > 0) {
    throw new KithError('storage', 'Something else is using the journal. Please try again in a moment.');
  }
}

/** The slots for the new key: a new recovery key, and the rest as they were, as far as their secrets are at hand. */
async function wrapAnew(
  before: readonly KeySlot[],
  key: Buffer,
  proof: Secret,
  keyring: Keyring,
): Promise<{ readonly slots: KeySlot[]; readonly recoveryKey: string }> {
  const { slot, recoveryKey } = makeRecoveryKey(key);
  const slots: KeySlot[] = [slot];
  if ('passphrase' in proof) slots.unshift(await wrapWithPassphrase(key, proof.passphrase));
  if (findSlot(before, 'thisComputer') !== undefined) {
    const computer = await wrapWithComputer(key, keyring).catch((error: unknown) => {
      // The passphrase is enough; the user is told that this computer no longer opens it.
      if ('passphrase' in proof && error instanceof KithError && error.kind === 'keyring') return null;
      throw error;
    });
    if (computer !== null) slots.push(computer);
  }
  return { slots, recoveryKey };
}
