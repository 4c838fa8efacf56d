import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { KithError } from '../../../shared/contract/errors.ts';
import type { Secret } from '../../../shared/contract/vault.ts';
import { openStore, opensWith, type Store } from '../store/openStore.ts';
import { wrapWithComputer } from './computerSlot.ts';
import { findSlot, journalPath, type KeySlot, readKeys, replaceKeys } from './keyFile.ts';
import type { Keyring } from './keyring.ts';
import { openSlots, wrongSecret } from './openSlots.ts';
import { wrapWithPassphrase } from './passphraseSlot.ts';
import { makeRecoveryKey } from './recoverySlot.ts';
import { clearAfterRekey, forgetComputer, formerPath, freshPath, swapFiles } from './rekeyFiles.ts';
import { KEY_BYTES } from './sealKey.ts';

/** What a change of the key goes through, in this order. Whatever ends it in between, the journal opens. */
export const rekeySteps = ['copied', 'rekeyed', 'verified', 'announced', 'swapped', 'finished'] as const;
export type RekeyStep = (typeof rekeySteps)[number];

export interface Rekeyed {
  /** The key now in force. The caller fills it with zeros. */
  readonly key: Buffer;
  readonly recoveryKey: string;
  readonly thisComputerLost: boolean;
}

/**
 * Encrypts the journal in `folder` anew under a fresh key, while nobody has it open. It works on a copy, which is
 * checked before it takes the journal's place; from before that until after, the key file holds both keys, so that at
 * each moment the secrets open whichever file is there. The recovery key cannot be kept, for nobody here knows it.
 * @param proof the passphrase where there is one, otherwise this computer
 * @param onStep told after each step; may wait
 */
export async function rekeyVault(
  folder: string,
  proof: Secret,
  keyring: Keyring,
  onStep: (step: RekeyStep) => void | Promise<void>,
): Promise<Rekeyed> {
  const before = readKeys(folder);
  const hasPassphrase = findSlot(before.slots, 'passphrase') !== undefined;
  if (hasPassphrase !== 'passphrase' in proof || 'recoveryKey' in proof) {
    throw new KithError('badInput', 'A new key for the journal needs the secret that opens it every day.');
  }
  const oldKey = await openSlots(before.slots, proof, keyring);
  if (oldKey === null) throw wrongSecret(proof);
  const key = randomBytes(KEY_BYTES);
  try {
    clearAfterRekey(folder);
    copyJournal(folder, oldKey);
    await onStep('copied');
    rekeyCopy(folder, oldKey, key);
    await onStep('rekeyed');
    verifyCopy(folder, oldKey, key);
    await onStep('verified');
    const { slots, recoveryKey } = await wrapAnew(before.slots, key, proof, keyring);
    replaceKeys(folder, { version: 1, slots: before.slots, next: { slots } });
    await onStep('announced');
    swapFiles(folder);
    await onStep('swapped');
    if (!opensWith(journalPath(folder), key)) throw new Error('the journal does not open with its new key');
    replaceKeys(folder, { version: 1, slots });
    rmSync(formerPath(folder), { force: true });
    await forgetComputer(before.slots, slots, keyring);
    await onStep('finished');
    const had = (kind: 'thisComputer') => findSlot(before.slots, kind) !== undefined;
    const thisComputerLost = had('thisComputer') && findSlot(slots, 'thisComputer') === undefined;
    return { key, recoveryKey, thisComputerLost };
  } catch (error) {
    key.fill(0);
    throw error;
  } finally {
    oldKey.fill(0);
  }
}

function copyJournal(folder: string, oldKey: Buffer): void {
  const store = openStore(journalPath(folder), { key: oldKey, create: false });
  try {
    store.prepare('VACUUM INTO ?').run(freshPath(folder));
    store.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    store.close();
  }
  const log = `${journalPath(folder)}-wal`;
  if (existsSync(log) && statSync(log).size > 0) {
    throw new KithError('storage', 'Something else is using the journal. Please try again in a moment.');
  }
}

function rekeyCopy(folder: string, oldKey: Buffer, key: Buffer): void {
  const copy = openCopy(folder, oldKey);
  const raw = Buffer.concat([Buffer.from('raw:'), key]);
  try {
    copy.pragma('journal_mode = DELETE');
    copy.pragma('synchronous = FULL');
    copy.rekey(raw);
  } finally {
    raw.fill(0);
    copy.close();
  }
  const file = openSync(freshPath(folder), 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Nothing is put in force that was not read back whole. */
function verifyCopy(folder: string, oldKey: Buffer, key: Buffer): void {
  const original = openReadonly(journalPath(folder), oldKey);
  const copy = openReadonly(freshPath(folder), key);
  try {
    const check = copy.pragma('integrity_check', { simple: true });
    if (check !== 'ok' || countRows(copy) !== countRows(original)) {
      throw new KithError(
        'storage',
        'The journal could not be encrypted anew without a fault, so it was left as it is.',
      );
    }
  } finally {
    copy.close();
    original.close();
  }
}

/** How many rows each table has, as text. */
function countRows(store: Store): string {
  const tables = store
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all();
  return JSON.stringify(
    tables.map((table) => [table, store.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()]),
  );
}

function openCopy(folder: string, key: Buffer): Store {
  return withKey(new Database(freshPath(folder), { fileMustExist: true }), key);
}

function openReadonly(file: string, key: Buffer): Store {
  return withKey(new Database(file, { readonly: true, fileMustExist: true }), key);
}

function withKey(store: Store, key: Buffer): Store {
  const raw = Buffer.concat([Buffer.from('raw:'), key]);
  try {
    store.pragma(`cipher='chacha20'`);
    store.key(raw);
    store.pragma('temp_store = MEMORY');
    return store;
  } finally {
    raw.fill(0);
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
