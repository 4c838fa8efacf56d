import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { KithError } from '../../../shared/contract/errors.ts';
import {
  adoptKeys,
  JOURNAL_FILE,
  journalPath,
  keysAreThere,
  newKeysAreThere,
  readKeys,
  writeNewKeys,
} from './keyFile.ts';
import { unwrapWithPassphrase, wrapWithPassphrase } from './passphraseSlot.ts';

const KEY_BYTES = 32;

/**
 * Whether there is a journal in `folder`. Fails with `missing` where half of one is: a journal that was expected is
 * never quietly replaced by an empty one.
 */
export function readVaultState(folder: string): 'absent' | 'locked' {
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

/**
 * Makes a journal with a random key, wrapped by `passphrase`, in `folder`. `makeJournal` is given the key and makes the
 * file; only when it has is the journal there, so that an interrupted beginning can begin again.
 * Gives what `makeJournal` gave, and the key, which the caller fills with zeros after use. Fails with `alreadyThere`.
 */
export async function createVault<T>(
  folder: string,
  passphrase: string,
  makeJournal: (key: Buffer) => T,
): Promise<{ readonly key: Buffer; readonly made: T }> {
  refuseIfThere(folder);
  mkdirSync(folder, { recursive: true });
  const key = randomBytes(KEY_BYTES);
  try {
    const slot = await wrapWithPassphrase(key, passphrase);
    // Again, for half a second has passed.
    refuseIfThere(folder);
    writeNewKeys(folder, { version: 1, slots: [slot] });
    const made = makeJournal(key);
    adoptKeys(folder);
    return { key, made };
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

/**
 * The key of the journal in `folder`, which the caller fills with zeros after use. Fails with `wrongPassphrase`,
 * `missing`, `damaged` or `newerSchema`.
 */
export async function unlockVault(folder: string, passphrase: string): Promise<Buffer> {
  if (readVaultState(folder) === 'absent') {
    throw new KithError('missing', 'There is no journal here yet.');
  }
  const slot = readKeys(folder).slots.find(({ kind }) => kind === 'passphrase');
  if (slot === undefined) {
    throw new KithError('wrongPassphrase', 'This journal does not open with a passphrase.');
  }
  return await unwrapWithPassphrase(slot, passphrase);
}

function refuseIfThere(folder: string): void {
  if (readVaultState(folder) === 'locked') {
    throw new KithError('alreadyThere', 'There is a journal here already. It was left as it is.');
  }
}
