import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { KithError } from '../../../shared/contract/errors.ts';

const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** The nonce and tag lengths of NIST SP 800-38D for AES-GCM. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Above the minimum of OWASP's Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane). */
const argon2Cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 } as const;

const base64 = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, `must be ${bytes} bytes`);

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
  cipher: z.literal('aes-256-gcm'),
  nonce: base64(NONCE_BYTES),
  wrapped: base64(KEY_BYTES),
  tag: base64(TAG_BYTES),
});
export type PassphraseSlot = Readonly<z.infer<typeof passphraseSlot>>;

/** Wraps `key` (32 bytes) with `passphrase` under a fresh salt and nonce. Takes about half a second. */
export async function wrapWithPassphrase(key: Uint8Array, passphrase: string): Promise<PassphraseSlot> {
  const kdf = {
    name: 'argon2id',
    ...argon2Cost,
    salt: randomBytes(SALT_BYTES).toString('base64'),
  } as const;
  const nonce = randomBytes(NONCE_BYTES);
  const wrappingKey = await deriveKey(passphrase, kdf);
  try {
    const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundText(kdf));
    const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
    return {
      kind: 'passphrase',
      kdf,
      cipher: 'aes-256-gcm',
      nonce: nonce.toString('base64'),
      wrapped: wrapped.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    };
  } finally {
    wrappingKey.fill(0);
  }
}

/** The key in `slot`, or `wrongPassphrase`. The caller fills the key with zeros after use. */
export async function unwrapWithPassphrase(slot: PassphraseSlot, passphrase: string): Promise<Buffer> {
  // No slot was ever made with an empty one, and hash-wasm takes none.
  if (passphrase === '') throw wrongPassphrase();
  const wrappingKey = await deriveKey(passphrase, slot.kdf);
  try {
    const nonce = Buffer.from(slot.nonce, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundText(slot.kdf));
    decipher.setAuthTag(Buffer.from(slot.tag, 'base64'));
    const key = decipher.update(Buffer.from(slot.wrapped, 'base64'));
    return finishOrRefuse(decipher, key);
  } finally {
    wrappingKey.fill(0);
  }
}

/** Without a right tag, what was deciphered so far is not the key and is not given out. */
function finishOrRefuse(decipher: { readonly final: () => Buffer }, key: Buffer): Buffer {
  try {
    decipher.final();
    return key;
  } catch (error) {
    key.fill(0);
    throw wrongPassphrase({ cause: error });
  }
}

function wrongPassphrase(options?: ErrorOptions): KithError {
  return new KithError('wrongPassphrase', 'That is not the passphrase of this journal.', options);
}

/** What the tag vouches for beside the key: nobody can make the derivation cheaper unnoticed. */
function boundText(kdf: PassphraseSlot['kdf']): Buffer {
  const { name, memoryKiB, passes, lanes, salt } = kdf;
  return Buffer.from(JSON.stringify(['kith-slot-1', 'passphrase', name, memoryKiB, passes, lanes, salt]));
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
