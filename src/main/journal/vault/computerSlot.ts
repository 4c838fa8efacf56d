import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { KithError } from '../../../shared/contract/errors.ts';
import type { Keyring } from './keyring.ts';
import { KEY_BYTES, openSealedKey, sealedKey, sealKey } from './sealKey.ts';

const ID_BYTES = 16;

/** The journal's key, wrapped with random bytes that the system's keyring keeps under `id`. */
export const computerSlot = z.object({
  kind: z.literal('thisComputer'),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  ...sealedKey,
});
export type ComputerSlot = Readonly<z.infer<typeof computerSlot>>;

/** Wraps `key` with fresh random bytes and gives those to the keyring. Fails with `keyring`. */
export async function wrapWithComputer(key: Uint8Array, keyring: Keyring): Promise<ComputerSlot> {
  const id = randomBytes(ID_BYTES).toString('hex');
  const secret = randomBytes(KEY_BYTES);
  try {
    const sealed = sealKey(key, secret, boundTo(id));
    await keyring.keep(id, secret);
    return { kind: 'thisComputer', id, ...sealed };
  } finally {
    secret.fill(0);
  }
}

/** The key in `slot`. Fails with `keyring` if the keyring does not have its secret, as on another computer. */
export async function unwrapWithComputer(slot: ComputerSlot, keyring: Keyring): Promise<Buffer> {
  const secret = await keyring.read(slot.id);
  const key = secret === null ? null : openSealedKey(slot, secret, boundTo(slot.id));
  secret?.fill(0);
  if (key === null) {
    throw new KithError(
      'keyring',
      'This computer does not have the key of this journal any more. Open it with its passphrase or its recovery key.',
    );
  }
  return key;
}

const boundTo = (id: string) => ['thisComputer', id];
