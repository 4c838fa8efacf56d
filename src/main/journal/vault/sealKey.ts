import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** The length of the journal's key and of every key that wraps it. */
export const KEY_BYTES = 32;
/** The nonce and tag lengths of NIST SP 800-38D for AES-GCM. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Base 64 of exactly so many bytes. */
export const base64 = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, `must be ${bytes} bytes`);

/** A key of {@link KEY_BYTES}, encrypted and authenticated. */
export const sealedKey = {
  cipher: z.literal('aes-256-gcm'),
  nonce: base64(NONCE_BYTES),
  wrapped: base64(KEY_BYTES),
  tag: base64(TAG_BYTES),
};
type SealedKey = Readonly<z.infer<z.ZodObject<typeof sealedKey>>>;

/**
 * Encrypts `key` with `wrappingKey` under a fresh nonce.
 * @param bound what the tag vouches for beside the key, so that nobody changes it unnoticed
 */
export function sealKey(key: Uint8Array, wrappingKey: Uint8Array, bound: readonly unknown[]): SealedKey {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundText(bound));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** The key in `sealed`, or null if `wrappingKey` or `bound` is not what it was sealed with. The caller zeroes the key. */
export function openSealedKey(
  sealed: SealedKey,
  wrappingKey: Uint8Array,
  bound: readonly unknown[],
): Buffer | null {
  const nonce = Buffer.from(sealed.nonce, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundText(bound));
  decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'));
  const key = decipher.update(Buffer.from(sealed.wrapped, 'base64'));
  try {
    decipher.final();
    return key;
  } catch {
    // Without a right tag, what was deciphered so far is not the key and is not given out.
    key.fill(0);
    return null;
  }
}

function boundText(bound: readonly unknown[]): Buffer {
  return Buffer.from(JSON.stringify(['kith-slot-1', ...bound]));
}
