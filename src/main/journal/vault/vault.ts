import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { KithError } from '../../../shared/contract/errors.ts';
import type { Secret } from '../../../shared/contract/vault.ts';
import { wrapWithComputer } from './computerSlot.ts';
import {
  adoptKeys,
  JOURNAL_FILE,
  journalPath,
  type KeySlot,
  keysAreThere,
  newKeysAreThere,
  readKeys,
  writeNewKeys,
} from './keyFile.ts';
import { type Keyring, noKeyring } from './keyring.ts';
import { openSlots, wrongSecret } from './openSlots.ts';
import { wrapWithPassphrase } from './passphraseSlot.ts';
import { makeRecoveryKey } from './recoverySlot.ts';
import { bringBackAfterRekey, finishRekey, tidyAfterRekey } from './rekeyFiles.ts';
import { KEY_BYTES } from './sealKey.ts';

/**
 * Whether there is a journal in `folder`. Fails with `missing` where half of one is: a journal that was expected is
 * never quietly replaced by an empty one.
 */
export function readVaultState(folder: string): 'absent' | 'locked' {
  bringBackAfterRekey(folder);
  const journal = existsSync(journalPath(folder));
  const empty = journal && statSync(journalPath(folder)).size === 0;
  if (journal && !keysAreThere(folder) && newKeysAreThere(folder)) {
    // The very first start ended between making the journal and putting its keys in force.
    if (empty) return 'absent';
    adoptKeys(folder);
  }
  const keys = keysAreThere(folder);
  if (!journal && !keys) return 'absent';
  if (!journal) {
    throw new KithError(
      'missing',
      `The journal file (${JOURNAL_FILE}) is not in its folder, though its keys are. Nothing was made in its place. Put the file back, or a copy of it from a backup.`,
    );
  }
  if (!keys) {
    throw new KithError(
      'missing',
      `The key file (journal.keys.json) is not beside the journal, which cannot be opened without it. Nothing was changed. Put the key file back, or a copy of it from a backup.`,
    );
  }
  if (empty) {
    throw new KithError(
      'damaged',
      `The journal file (${JOURNAL_FILE}) is empty, which it never should be. It was left as it is. Put back a copy of it from a backup.`,
    );
  }
  return 'locked';
}

/** How a new journal is to be opened: at least one of the two. A recovery key it has in any case. */
export interface NewWays {
  readonly passphrase?: string | undefined;
  /** The keyring that is to open it on this computer. */
  readonly keyring?: Keyring | undefined;
}

/**
 * Makes a journal with a random key in `folder`. `makeJournal` is given the key and makes the file; only when it has is
 * the journal there, so that an interrupted beginning can begin again. Gives what `makeJournal` gave, the recovery key,
 * and the key, which the caller fills with zeros after use. Fails with `alreadyThere` or `keyring`.
 */
export async function createVault<T>(
  folder: string,
  ways: NewWays,
  makeJournal: (key: Buffer) => T,
): Promise<{ readonly key: Buffer; readonly made: T; readonly recoveryKey: string }> {
  refuseIfThere(folder);
  mkdirSync(folder, { recursive: true });
  const key = randomBytes(KEY_BYTES);
  try {
    const daily = await wrapDaily(key, ways);
    const { slot, recoveryKey } = makeRecoveryKey(key);
    // Again, for half a second has passed.
    refuseIfThere(folder);
    writeNewKeys(folder, { version: 1, slots: [...daily, slot] });
    const made = makeJournal(key);
    adoptKeys(folder);
    return { key, made, recoveryKey };
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

async function wrapDaily(key: Buffer, { passphrase, keyring }: NewWays): Promise<KeySlot[]> {
  const slots: KeySlot[] = [];
  if (passphrase !== undefined) slots.push(await wrapWithPassphrase(key, passphrase));
  if (keyring !== undefined) slots.push(await wrapWithComputer(key, keyring));
  if (slots.length === 0) throw new Error('a journal needs a way in that is used every day');
  return slots;
}

/** {@link unlockVaultBy} a passphrase. */
export function unlockVault(folder: string, passphrase: string): Promise<Buffer> {
  return unlockVaultBy(folder, { passphrase });
}

/**
 * The key of the journal in `folder`, which the caller fills with zeros after use. Fails with `wrongPassphrase`,
 * `mistyped`, `keyring`, `missing`, `damaged` or `newerSchema`. Finishes a change of the key that was interrupted.
 */
export async function unlockVaultBy(
  folder: string,
  secret: Secret,
  keyring: Keyring = noKeyring,
): Promise<Buffer> {
  if (readVaultState(folder) === 'absent') {
    throw new KithError('missing', 'There is no journal here yet.');
  }
  const keys = readKeys(folder);
  if (keys.next !== undefined)
    return await finishRekey(folder, { ...keys, next: keys.next }, secret, keyring);
  const key = await openSlots(keys.slots, secret, keyring);
  if (key === null) throw wrongSecret(secret);
  tidyAfterRekey(folder, key);
  return key;
}

function refuseIfThere(folder: string): void {
  if (readVaultState(folder) === 'locked') {
    throw new KithError('alreadyThere', 'There is a journal here already. It was left as it is.');
  }
}
