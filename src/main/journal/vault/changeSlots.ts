import { KithError } from '../../../shared/contract/errors.ts';
import { mayRemove, type SlotKind } from '../../../shared/rules/keySlots.ts';
import { wrapWithComputer } from './computerSlot.ts';
import { findSlot, type KeySlot, readKeys, replaceKeys } from './keyFile.ts';
import type { Keyring } from './keyring.ts';
import { wrapWithPassphrase } from './passphraseSlot.ts';
import { makeRecoveryKey } from './recoverySlot.ts';

// Each takes the journal's key, which the caller had to prove they may have, and zeroes afterwards. The journal file
// is not touched: only what its key is wrapped in.

/** Lets the journal be opened by this passphrase, and no longer by the one before. */
export async function setPassphrase(folder: string, key: Uint8Array, passphrase: string): Promise<void> {
  putSlot(folder, await wrapWithPassphrase(key, passphrase));
}

/** Gives the journal a fresh recovery key, which is the answer; the one before opens it no longer. */
export function renewRecoveryKey(folder: string, key: Uint8Array): string {
  const { slot, recoveryKey } = makeRecoveryKey(key);
  putSlot(folder, slot);
  return recoveryKey;
}

/** Notes that the user has the recovery key on paper. Nothing to do where there is none. */
export function confirmRecoveryKey(folder: string): void {
  const slot = findSlot(readKeys(folder).slots, 'recoveryKey');
  if (slot !== undefined) putSlot(folder, { ...slot, writtenDown: true });
}

/** Lets this computer open the journal. Fails with `keyring`. */
export async function addComputer(folder: string, key: Uint8Array, keyring: Keyring): Promise<void> {
  const before = findSlot(readKeys(folder).slots, 'thisComputer');
  putSlot(folder, await wrapWithComputer(key, keyring));
  if (before !== undefined) await keyring.forget(before.id);
}

/** Takes a way in away. Fails with `badInput` if it is the last that is used every day, or `notFound`. */
export async function removeSlot(folder: string, kind: SlotKind, keyring: Keyring): Promise<void> {
  const keys = readKeys(folder);
  const slot = findSlot(keys.slots, kind);
  if (slot === undefined) throw new KithError('notFound', 'The journal does not open that way.');
  if (
    !mayRemove(
      keys.slots.map((other) => other.kind),
      kind,
    )
  ) {
    throw new KithError(
      'badInput',
      'That is the only way you open the journal every day, so it stays. Add another one first.',
    );
  }
  replaceKeys(folder, { ...keys, slots: keys.slots.filter((other) => other !== slot) });
  if (slot.kind === 'thisComputer') await keyring.forget(slot.id);
}

function putSlot(folder: string, slot: KeySlot): void {
  const keys = readKeys(folder);
  replaceKeys(folder, { ...keys, slots: [...keys.slots.filter(({ kind }) => kind !== slot.kind), slot] });
}
