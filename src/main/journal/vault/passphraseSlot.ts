import { randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { base64, KEY_BYTES, openSealedKey, sealedKey, sealKey } from './sealKey.ts';

const SALT_BYTES = 16;

/** Above the minimum of OWASP's Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane). */
const argon2Cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 } as const;

/** The journal's key, wrapped with one derived from a passphrase. Limits keep a forged file from exhausting memory. */
export const passphraseSlot = z.object({
  kind: z.literal('passphrase'),
  kdf: z.object({
    name: z.literal('argon2id'),
    memoryKiB: z
      .int()
      .min(8)
      .max(1024 * 1024),
    passes: z.int().min(1).max(64),
    lanes: z.int().min(1).max(16),
    salt: base64(SALT_BYTES),
  }),
  ...sealedKey,
});
export type PassphraseSlot = Readonly<z.infer<typeof passphraseSlot>>;

/** Wraps `key` (32 bytes) with `passphrase` under a fresh salt and nonce. Takes about half a second. */
export async function wrapWithPassphrase(key: Uint8Array, passphrase: string): Promise<PassphraseSlot> {
  const kdf = {
    name: 'argon2id',
    ...argon2Cost,
    salt: randomBytes(SALT_BYTES).toString('base64'),
  } as const;
  const wrappingKey = await deriveKey(passphrase, kdf);
  try {
    return { kind: 'passphrase', kdf, ...sealKey(key, wrappingKey, boundTo(kdf)) };
  } finally {
    wrappingKey.fill(0);
  }
}

/** The key in `slot`, or null if that is not its passphrase. The caller fills the key with zeros after use. */
export async function unwrapWithPassphrase(slot: PassphraseSlot, passphrase: string): Promise<Buffer | null> {
  // No slot was ever made with an empty one, and hash-wasm takes none.
  if (passphrase === '') return null;
  const wrappingKey = await deriveKey(passphrase, slot.kdf);
  try {
    return openSealedKey(slot, wrappingKey, boundTo(slot.kdf));
  } finally {
    wrappingKey.fill(0);
  }
}

/** Nobody can make the derivation cheaper unnoticed. */
function boundTo({ name, memoryKiB, passes, lanes, salt }: PassphraseSlot['kdf']): readonly unknown[] {
  return ['passphrase', name, memoryKiB, passes, lanes, salt];
}

async function deriveKey(passphrase: string, kdf: PassphraseSlot['kdf']): Promise<Uint8Array> {
  return await argon2id({
    // The same letters typed on another system may arrive composed differently (NIST SP 800-63B, section 3.1.1.2).
    password: passphrase.normalize('NFKC'),
    salt: Buffer.from(kdf.salt, 'base64'),
    memorySize: kdf.memoryKiB,
    iterations: kdf.passes,
    parallelism: kdf.lanes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
}
