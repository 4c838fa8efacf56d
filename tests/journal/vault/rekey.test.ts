import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJournal } from '../../../src/main/journal/openJournal.ts';
import { openReader, opensWith } from '../../../src/main/journal/store/openStore.ts';
import { addComputer } from '../../../src/main/journal/vault/changeSlots.ts';
import { findSlot, readKeys } from '../../../src/main/journal/vault/keyFile.ts';
import {
  type JournalAtHand,
  type Rekeyed,
  type RekeyStep,
  rekeySteps,
  rekeyVault,
} from '../../../src/main/journal/vault/rekey.ts';
import { makeRekeyCopy } from '../../../src/main/journal/vault/rekeyCopy.ts';
import { createVault, readVaultState, unlockVaultBy } from '../../../src/main/journal/vault/vault.ts';
import type { Secret } from '../../../src/shared/contract/vault.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import { addEntry, testClock, testIds } from '../../support/journal.ts';
import { type TestKeyring, testKeyring } from '../../support/keyring.ts';

const proof = { passphrase: 'a lamp in the window' };
const words = 'We ate plums by the river.';
const file = (folder: string) => join(folder, 'journal.kith');
let folder: string;
let keyring: TestKeyring;
let oldKey: Buffer;
let oldRecoveryKey: string;

const open = (inFolder: string, key: Uint8Array, create = false) =>
  openJournal(file(inFolder), { key, create, clock: testClock(), newId: testIds() });

/** The texts of all entries, read with what `secret` opens. */
async function readWith(inFolder: string, secret: Secret): Promise<readonly string[]> {
  expect(readVaultState(inFolder)).toBe('locked');
  const journal = open(inFolder, await unlockVaultBy(inFolder, secret, keyring));
  try {
    const { entries } = await journal.ask('entries.timeline', { filter: {} });
    expect(journal.context.db.pragma('integrity_check', { simple: true })).toBe('ok');
    return entries.map(({ body }) => body);
  } finally {
    journal.close();
  }
}

/** Puts the journal under another key while nobody has it open. */
async function changeKey(
  inFolder: string,
  secret: Secret,
  onStep: (step: RekeyStep) => void = () => undefined,
): Promise<Rekeyed & { readonly key: Buffer }> {
  let key: Buffer = Buffer.alloc(0);
  const journal: JournalAtHand = {
    written: () => 0,
    untilQuiet: async () => undefined,
    copy: async (input) => makeRekeyCopy(input, () => undefined),
    alone: (work) => work(),
    whileClosed: async (work) => {
      key = await work();
    },
  };
  const told = await rekeyVault({ folder: inFolder, proof: secret, keyring, journal, onStep });
  return { ...told, key };
}

const expectTidy = (inFolder: string) =>
  expect(
    readdirSync(inFolder)
      .filter((name) => /rekey|before|\.new$/.test(name))
      .sort(),
  ).toEqual([]);

beforeEach(async () => {
  folder = makeTempFolder();
  keyring = testKeyring();
  const { key, made, recoveryKey } = await createVault(folder, proof, (fresh) => open(folder, fresh, true));
  oldKey = key;
  oldRecoveryKey = recoveryKey;
  await addEntry(made, { body: words });
  made.close();
});
afterEach(removeTempFolders);

test('the journal is under another key, with the same passphrase and a new recovery key', async () => {
  const before = readFileSync(file(folder));
  const steps: RekeyStep[] = [];
  const { key, recoveryKey } = await changeKey(folder, proof, (step) => void steps.push(step));
  expect(steps).toEqual(rekeySteps);
  expect(key.equals(oldKey)).toBe(false);
  expect(opensWith(file(folder), oldKey)).toBe(false);
  expect(opensWith(file(folder), key)).toBe(true);
  // Opening it has nothing to write, so a crash of that leaves nothing to take back.
  const reader = openReader(file(folder), key);
  expect(reader.pragma('journal_mode', { simple: true })).toBe('wal');
  reader.close();
  // The first bytes are the salt of the file, so nothing of the old cipher text is left in place.
  expect(readFileSync(file(folder)).subarray(0, 4096).equals(before.subarray(0, 4096))).toBe(false);
  expectTidy(folder);
  expect(await readWith(folder, proof)).toEqual([words]);
  expect(await readWith(folder, { recoveryKey })).toEqual([words]);
  await expect(unlockVaultBy(folder, { recoveryKey: oldRecoveryKey })).rejects.toMatchObject({
    kind: 'wrongPassphrase',
  });
  expect(readKeys(folder).next).toBeUndefined();
});

test('this computer is given the new key; where it cannot be, that is said and the passphrase stays', async () => {
  await addComputer(folder, oldKey, keyring);
  const first = await changeKey(folder, proof);
  expect(first.thisComputerLost).toBe(false);
  expect(keyring.kept.size).toBe(1);
  expect(await readWith(folder, { thisComputer: true })).toEqual([words]);

  keyring.refuse('No keyring any more.');
  const second = await changeKey(folder, proof);
  expect(second.thisComputerLost).toBe(true);
  expect(findSlot(readKeys(folder).slots, 'thisComputer')).toBeUndefined();
  expect(await readWith(folder, proof)).toEqual([words]);
});

test('it is not begun for a wrong passphrase, nor by the recovery key', async () => {
  const before = readFileSync(file(folder));
  const refusals: readonly (readonly [Secret, string])[] = [
    [{ passphrase: 'not it' }, 'wrongPassphrase'],
    [{ recoveryKey: oldRecoveryKey }, 'badInput'],
    [{ thisComputer: true }, 'badInput'],
  ];
  for (const [secret, kind] of refusals) {
    await expect(changeKey(folder, secret)).rejects.toMatchObject({ kind });
  }
  expect(readFileSync(file(folder)).equals(before)).toBe(true);
  expectTidy(folder);
});

describe('whatever ends it in between, the journal opens with everything in it', () => {
  test.each(rekeySteps)('after “%s”', async (last) => {
    await addComputer(folder, oldKey, keyring);
    // What lies on the disk then is what is left when the process is killed then.
    const left = makeTempFolder();
    const done = await changeKey(folder, proof, (step) => {
      if (step === last) cpSync(folder, left, { recursive: true });
    });
    const again = makeTempFolder();
    cpSync(left, again, { recursive: true });
    expect(await readWith(left, proof)).toEqual([words]);
    expectTidy(left);
    expect(readKeys(left).next).toBeUndefined();
    expect(await readWith(left, proof)).toEqual([words]);
    // And with the recovery key of the file that is in place.
    const isNew = opensWith(file(again), done.key);
    const recoveryKey = isNew ? done.recoveryKey : oldRecoveryKey;
    expect(await readWith(again, { recoveryKey })).toEqual([words]);
  });

  test('between the two renames', async () => {
    const left = makeTempFolder();
    const { key } = await changeKey(folder, proof, (step) => {
      if (step === 'announced') cpSync(folder, left, { recursive: true });
    });
    cpSync(file(left), `${file(left)}.before`);
    for (const gone of ['', '-wal', '-shm']) {
      if (existsSync(`${file(left)}${gone}`)) truncateSync(`${file(left)}${gone}`);
    }
    rmSync(file(left));
    expect(await readWith(left, proof)).toEqual([words]);
    expectTidy(left);
    expect(opensWith(file(left), key)).toBe(false);
  });

  test('with a copy of which only a part was written', async () => {
    const left = makeTempFolder();
    await changeKey(folder, proof, (step) => {
      if (step === 'copied') cpSync(folder, left, { recursive: true });
    });
    truncateSync(`${file(left)}.rekey`, 5000);
    expect(await readWith(left, proof)).toEqual([words]);
    // What was left lying about does not stand in the way of the next time.
    const { key } = await changeKey(left, proof);
    expect(opensWith(file(left), key)).toBe(true);
    expectTidy(left);
  });

  test('by a failure of its own', async () => {
    for (const last of rekeySteps) {
      const failure = changeKey(folder, proof, (step) => {
        if (step === last) throw new Error('the disk is gone');
      });
      await expect(failure).rejects.toThrow('the disk is gone');
      expect(await readWith(folder, proof)).toEqual([words]);
    }
  });
});
