import { existsSync, renameSync, rmSync } from 'node:fs';
import { KithError } from '../../../shared/contract/errors.ts';
import type { Secret } from '../../../shared/contract/vault.ts';
import { opensWith } from '../store/openStore.ts';
import { findSlot, journalPath, type KeyFile, type KeySlot, replaceKeys, syncFolder } from './keyFile.ts';
import type { Keyring } from './keyring.ts';
import { openSlots, wrongSecret } from './openSlots.ts';

/** The journal under its new key, until it is verified. */
export const freshPath = (folder: string) => `${journalPath(folder)}.rekey`;
/** The journal under its old key, until the new one is in place and opens. */
export const formerPath = (folder: string) => `${journalPath(folder)}.before`;

/** Keys in the middle of a change: `slots` with the old key, `next` with the new one. */
export type ChangingKeys = KeyFile & { readonly next: NonNullable<KeyFile['next']> };

/** Puts the verified new file in the place of the old one, which stays beside it. */
export function swapFiles(folder: string): void {
  renameSync(journalPath(folder), formerPath(folder));
  syncFolder(folder);
  renameSync(freshPath(folder), journalPath(folder));
  syncFolder(folder);
}

/** The other way round: the old file was moved aside and no new one is in its place. */
export function bringBackAfterRekey(folder: string): void {
  if (existsSync(journalPath(folder)) || !existsSync(formerPath(folder))) return;
  renameSync(formerPath(folder), journalPath(folder));
  syncFolder(folder);
}

/** Removes what a change of the key left that ended before it was announced, or just before its end. */
export function tidyAfterRekey(folder: string, key: Buffer): void {
  const isLeft = [freshPath(folder), formerPath(folder)].some((path) => existsSync(path));
  if (isLeft && opensWith(journalPath(folder), key)) clearAfterRekey(folder);
}

/** Removes what a change of the key leaves beside the journal. Only when the file in place opens with keys in force. */
export function clearAfterRekey(folder: string): void {
  for (const path of [freshPath(folder), formerPath(folder)]) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
  }
}

/**
 * Ends an interrupted change of the key, forwards if the file in place has the new key, otherwise backwards. Gives the
 * key of that file, like `unlockVaultBy`.
 */
export async function finishRekey(
  folder: string,
  keys: ChangingKeys,
  secret: Secret,
  keyring: Keyring,
): Promise<Buffer> {
  const sides = [
    { slots: keys.next.slots, others: keys.slots },
    { slots: keys.slots, others: keys.next.slots },
  ];
  let wasRight = false;
  for (const { slots, others } of sides) {
    const key = await tryToOpen(slots, secret, keyring);
    if (key === null) continue;
    wasRight = true;
    if (opensWith(journalPath(folder), key)) {
      replaceKeys(folder, { version: 1, slots });
      clearAfterRekey(folder);
      await forgetComputer(others, slots, keyring);
      return key;
    }
    key.fill(0);
  }
  if (!wasRight || 'recoveryKey' in secret) throw wrongSecret(secret);
  throw new KithError(
    'damaged',
    'The journal file cannot be read, neither with its new key nor with the one before. It was left as it is.',
  );
}

/** The keyring lets go of what opened `slots`, unless `kept` needs it. */
export async function forgetComputer(
  slots: readonly KeySlot[],
  kept: readonly KeySlot[],
  keyring: Keyring,
): Promise<void> {
  const id = findSlot(slots, 'thisComputer')?.id;
  if (id !== undefined && id !== findSlot(kept, 'thisComputer')?.id) await keyring.forget(id);
}

/** A secret may be of one side only: the new recovery key, say. */
async function tryToOpen(
  slots: readonly KeySlot[],
  secret: Secret,
  keyring: Keyring,
): Promise<Buffer | null> {
  try {
    return await openSlots(slots, secret, keyring);
  } catch (error) {
    if (error instanceof KithError && ['wrongPassphrase', 'keyring'].includes(error.kind)) return null;
    throw error;
  }
}
