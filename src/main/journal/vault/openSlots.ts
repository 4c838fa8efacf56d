import { KithError } from '../../../shared/contract/errors.ts';
import type { Secret } from '../../../shared/contract/vault.ts';
import { unwrapWithComputer } from './computerSlot.ts';
import { findSlot, type KeySlot } from './keyFile.ts';
import type { Keyring } from './keyring.ts';
import { unwrapWithPassphrase } from './passphraseSlot.ts';
import { parseRecoveryKey, unwrapWithRecoveryKey } from './recoverySlot.ts';

/**
 * The key in the slot of `slots` that `secret` is for, or null if it is not its secret. The caller fills it with zeros.
 * Fails with `wrongPassphrase` where there is no such slot, `mistyped`, or `keyring`.
 */
export async function openSlots(
  slots: readonly KeySlot[],
  secret: Secret,
  keyring: Keyring,
): Promise<Buffer | null> {
  if ('passphrase' in secret) {
    const slot = findSlot(slots, 'passphrase') ?? refuse('This journal does not open with a passphrase.');
    return await unwrapWithPassphrase(slot, secret.passphrase);
  }
  if ('recoveryKey' in secret) {
    const typed = parseRecoveryKey(secret.recoveryKey);
    const slot = findSlot(slots, 'recoveryKey') ?? refuse('This journal has no recovery key.');
    return unwrapWithRecoveryKey(slot, typed);
  }
  const slot = findSlot(slots, 'thisComputer');
  if (slot === undefined) {
    throw new KithError('keyring', 'This journal was not set up to be opened by this computer.');
  }
  return await unwrapWithComputer(slot, keyring);
}

/** What the user is told when `secret` is not one of the journal's. */
export function wrongSecret(secret: Secret): KithError {
  return 'recoveryKey' in secret
    ? new KithError(
        'wrongPassphrase',
        'That is a whole recovery key, but not the one of this journal. It may be of an older one, or of another journal.',
      )
    : new KithError('wrongPassphrase', 'That is not the passphrase of this journal.');
}

function refuse(words: string): never {
  throw new KithError('wrongPassphrase', words);
}
