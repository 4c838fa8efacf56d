import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createVault, readVaultState, unlockVault } from '../../../src/main/journal/vault/vault.ts';

const passphrase = 'a lamp in the window';
let folder: string;
const inFolder = (name: string) => join(folder, name);
const keysFile = () => inFolder('journal.keys.json');
const journalFile = () => inFolder('journal.kith');
const newKeysFile = () => inFolder('journal.keys.json.new');

/** Stands for making the SQLite file: what matters here is when it is there. */
const makeFile = () => writeFileSync(journalFile(), 'journal');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-vault-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function thrown(work: () => unknown): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('a new journal', () => {
  test('is absent until it is made, and then opens with its passphrase to the same random key', async () => {
    expect(readVaultState(folder)).toBe('absent');
    const { key, made } = await createVault(folder, { passphrase }, (given) => {
      makeFile();
      return Buffer.from(given);
    });
    expect(key).toHaveLength(32);
    expect(made.equals(key)).toBe(true);
    expect(readVaultState(folder)).toBe('locked');
    expect((await unlockVault(folder, passphrase)).equals(key)).toBe(true);
  });

  test('has another key and salt each time', async () => {
    const first = await createVault(folder, { passphrase }, makeFile);
    const firstKeys = readFileSync(keysFile(), 'utf8');
    rmSync(keysFile());
    rmSync(journalFile());
    const second = await createVault(folder, { passphrase }, makeFile);
    expect(second.key.equals(first.key)).toBe(false);
    expect(readFileSync(keysFile(), 'utf8')).not.toBe(firstKeys);
  });

  test('keeps neither the key nor the passphrase in the file, which only its owner may read', async () => {
    const { key } = await createVault(folder, { passphrase }, makeFile);
    const text = readFileSync(keysFile(), 'utf8');
    expect(text).not.toContain(key.toString('base64'));
    expect(text).not.toContain(key.toString('hex'));
    expect(text).not.toContain(passphrase);
    if (process.platform !== 'win32') expect(statSync(keysFile()).mode & 0o077).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['journal.keys.json', 'journal.kith']);
  });

  test('asks Argon2id for the cost that is promised', async () => {
    await createVault(folder, { passphrase }, makeFile);
    expect(JSON.parse(readFileSync(keysFile(), 'utf8'))).toMatchObject({
      version: 1,
      slots: [
        {
          kind: 'passphrase',
          kdf: { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 },
          cipher: 'aes-256-gcm',
        },
        { kind: 'recoveryKey', kdf: { name: 'hkdf-sha256' }, cipher: 'aes-256-gcm' },
      ],
    });
  });

  test('is never made over another', async () => {
    await createVault(folder, { passphrase }, makeFile);
    const before = readFileSync(keysFile());
    const error = await thrown(() => createVault(folder, { passphrase: 'another passphrase' }, makeFile));
    expect(error).toMatchObject({ kind: 'alreadyThere' });
    expect(readFileSync(keysFile()).equals(before)).toBe(true);
  });

  test('that could not be made leaves nothing in force, and can be begun again', async () => {
    let given: Buffer | undefined;
    const error = await thrown(() =>
      createVault(folder, { passphrase }, (key) => {
        given = key;
        throw new Error('the disk is gone');
      }),
    );
    expect(error).toMatchObject({ message: 'the disk is gone' });
    expect(given?.every((byte) => byte === 0)).toBe(true);
    expect(readVaultState(folder)).toBe('absent');
    await createVault(folder, { passphrase }, makeFile);
    expect(readVaultState(folder)).toBe('locked');
  });
});

describe('a beginning that was cut off', () => {
  test('after the journal was made, is finished at the next start', async () => {
    const { key } = await createVault(folder, { passphrase }, makeFile);
    renameSync(keysFile(), newKeysFile());
    expect(readVaultState(folder)).toBe('locked');
    expect(existsSync(newKeysFile())).toBe(false);
    expect((await unlockVault(folder, passphrase)).equals(key)).toBe(true);
  });

  test('while the journal file was still empty, begins again', async () => {
    await createVault(folder, { passphrase }, () => writeFileSync(journalFile(), ''));
    renameSync(keysFile(), newKeysFile());
    expect(readVaultState(folder)).toBe('absent');
  });
});

describe('unlocking', () => {
  test('tells a wrong passphrase from everything else', async () => {
    await createVault(folder, { passphrase }, makeFile);
    for (const wrong of ['', 'a lamp in the windoW', `${passphrase} `]) {
      expect(await thrown(() => unlockVault(folder, wrong))).toMatchObject({ kind: 'wrongPassphrase' });
    }
  });

  test('takes the same letters however the system composes them', async () => {
    await createVault(folder, { passphrase: 'Zo\u00eb\u2019s caf\u00e9' }, makeFile);
    await unlockVault(folder, 'Zoe\u0308\u2019s cafe\u0301');
  });

  test.each([
    ['the salt', (slot: Slot) => ({ ...slot, kdf: { ...slot.kdf, salt: flipped(slot.kdf.salt) } })],
    ['the wrapped key', (slot: Slot) => ({ ...slot, wrapped: flipped(slot.wrapped) })],
    ['the tag', (slot: Slot) => ({ ...slot, tag: flipped(slot.tag) })],
    ['the nonce', (slot: Slot) => ({ ...slot, nonce: flipped(slot.nonce) })],
    ['a cheaper cost', (slot: Slot) => ({ ...slot, kdf: { ...slot.kdf, passes: 1 } })],
  ])('refuses a slot in which somebody changed %s', async (_what, change) => {
    await createVault(folder, { passphrase }, makeFile);
    const file = JSON.parse(readFileSync(keysFile(), 'utf8')) as { slots: Slot[]; sum: string };
    const changed = { ...file, slots: [...file.slots.slice(0, 1).map(change), ...file.slots.slice(1)] };
    // Somebody who changes the file on purpose leaves no sum that would tell.
    writeFileSync(keysFile(), JSON.stringify({ ...changed, sum: undefined }));
    expect(await thrown(() => unlockVault(folder, passphrase))).toMatchObject({ kind: 'wrongPassphrase' });
    // A disk that lost a bit does, and is not taken for a wrong passphrase.
    writeFileSync(keysFile(), JSON.stringify(changed));
    expect(await thrown(() => unlockVault(folder, passphrase))).toMatchObject({ kind: 'damaged' });
  });

  test.each([
    ['nothing', ''],
    ['half a file', '{"version":1,"slots":[{"kind":"passphr'],
    ['no slots', '{"version":1,"slots":[]}'],
    ['another kind of file', '{"version":1,"slots":[{"kind":"guess"}]}'],
  ])('calls a key file with %s damaged, and leaves it as it is', async (_what, text) => {
    await createVault(folder, { passphrase }, makeFile);
    writeFileSync(keysFile(), text);
    expect(await thrown(() => unlockVault(folder, passphrase))).toMatchObject({ kind: 'damaged' });
    expect(readFileSync(keysFile(), 'utf8')).toBe(text);
  });

  test('does not let a forged file ask for more memory than there is', async () => {
    await createVault(folder, { passphrase }, makeFile);
    const text = readFileSync(keysFile(), 'utf8').replace('65536', '4194304');
    writeFileSync(keysFile(), text);
    expect(await thrown(() => unlockVault(folder, passphrase))).toMatchObject({ kind: 'damaged' });
  });

  test('refuses keys of a newer Kith, and leaves them as they are', async () => {
    await createVault(folder, { passphrase }, makeFile);
    const text = '{"version":2,"ways":[]}';
    writeFileSync(keysFile(), text);
    expect(await thrown(() => unlockVault(folder, passphrase))).toMatchObject({ kind: 'newerSchema' });
    expect(readFileSync(keysFile(), 'utf8')).toBe(text);
  });
});

describe('half a journal is never taken for none', () => {
  beforeEach(() => createVault(folder, { passphrase }, makeFile));

  test.each([
    ['the journal file', () => rmSync(journalFile()), 'missing'],
    ['its keys', () => rmSync(keysFile()), 'missing'],
    ['all words in the file', () => truncateSync(journalFile()), 'damaged'],
  ])('without %s', async (_what, lose, kind) => {
    lose();
    const there = readdirSync(folder);
    expect(await thrown(() => readVaultState(folder))).toMatchObject({ kind });
    expect(await thrown(() => unlockVault(folder, passphrase))).toMatchObject({ kind });
    expect(
      await thrown(() => createVault(folder, { passphrase: 'a new passphrase' }, makeFile)),
    ).toMatchObject({ kind });
    expect(readdirSync(folder)).toEqual(there);
  });
});

interface Slot {
  readonly kdf: { readonly salt: string; readonly passes: number };
  readonly nonce: string;
  readonly wrapped: string;
  readonly tag: string;
}

function flipped(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64');
}
