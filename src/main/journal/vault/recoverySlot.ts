import { hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { KithError } from '../../../shared/contract/errors.ts';
import {
  RECOVERY_KEY_BYTES,
  readRecoveryKey,
  sayRecoveryKeySlip,
  writeRecoveryKey,
} from '../../../shared/rules/recoveryKey.ts';
import { base64, KEY_BYTES, openSealedKey, sealedKey, sealKey } from './sealKey.ts';

const SALT_BYTES = 32;

/** The journal's key, wrapped with one derived from random bytes that stand on the user's paper. */
export const recoverySlot = z.object({
  kind: z.literal('recoveryKey'),
  /** What is random already needs no slow derivation (RFC 5869). */
  kdf: z.object({ name: z.literal('hkdf-sha256'), salt: base64(SALT_BYTES) }),
  /** Whether the user said that they have it on paper. */
  writtenDown: z.boolean(),
  ...sealedKey,
});
export type RecoverySlot = Readonly<z.infer<typeof recoverySlot>>;

/** Makes a recovery key for `key`: the slot, and the words for the user, which are stored nowhere. */
export function makeRecoveryKey(key: Uint8Array): {
  readonly slot: RecoverySlot;
  readonly recoveryKey: string;
} {
  const secret = randomBytes(RECOVERY_KEY_BYTES);
  const kdf = { name: 'hkdf-sha256', salt: randomBytes(SALT_BYTES).toString('base64') } as const;
  const wrappingKey = deriveKey(secret, kdf);
  try {
    const sealed = sealKey(key, wrappingKey, boundTo(kdf));
    return {
      slot: { kind: 'recoveryKey', kdf, writtenDown: false, ...sealed },
      recoveryKey: writeRecoveryKey(secret),
    };
  } finally {
    wrappingKey.fill(0);
    secret.fill(0);
  }
}

/** The bytes of a recovery key as typed. Fails with `mistyped`: then nothing was tried, and nothing is known about it. */
export function parseRecoveryKey(text: string): Uint8Array {
  const { bytes, slip } = readRecoveryKey(text);
  if (slip !== null) throw new KithError('mistyped', sayRecoveryKeySlip(slip));
  return bytes;
}

/** The key in `slot`, or null if that is not its recovery key. The caller fills the key with zeros after use. */
export function unwrapWithRecoveryKey(slot: RecoverySlot, secret: Uint8Array): Buffer | null {
  const wrappingKey = deriveKey(secret, slot.kdf);
  try {
    return openSealedKey(slot, wrappingKey, boundTo(slot.kdf));
  } finally {
    wrappingKey.fill(0);
  }
}

const boundTo = ({ name, salt }: RecoverySlot['kdf']) => ['recoveryKey', name, salt];

function deriveKey(secret: Uint8Array, kdf: RecoverySlot['kdf']): Uint8Array {
  const salt = Buffer.from(kdf.salt, 'base64');
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'kith recovery key', KEY_BYTES));
}
