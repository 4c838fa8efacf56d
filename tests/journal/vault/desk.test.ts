import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createJournalDesk, type JournalDesk } from '../../../src/main/journalProcess/journalDesk.ts';
import type { JournalInput, JournalMethod, JournalOutput } from '../../../src/shared/contract/index.ts';
import { readRecoveryKey, writeRecoveryKey } from '../../../src/shared/rules/recoveryKey.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import { type TestClock, testClock, testIds } from '../../support/journal.ts';
import { type TestKeyring, testKeyring } from '../../support/keyring.ts';

const passphrase = 'a lamp in the window';
let folder: string;
let clock: TestClock;
let keyring: TestKeyring;
let desk: JournalDesk;
let toldMain: number;
let told: { readonly done: number; readonly total: number | null }[];

function openDesk(opensItself = false): void {
  desk = createJournalDesk({
    dataFolder: folder,
    clock,
    newId: testIds(),
    keyring,
    opensItself,
    onEvent: (event) => {
      if (event.type === 'progress' && event.job === 'anew') told.push(event);
    },
    onOpened: () => {
      toldMain += 1;
    },
    onIdleFailure: (error) => {
      throw error;
    },
  });
}

const ask = <M extends JournalMethod>(method: M, input: JournalInput<M>) =>
  desk.ask(method, input) as Promise<JournalOutput<M>>;
const refused = (kind: string) => expect.objectContaining({ name: 'KithError', kind });
const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Ends the session and begins another, as locking does. */
function lock(opensItself = false): void {
  desk.close();
  openDesk(opensItself);
}

beforeEach(() => {
  folder = makeTempFolder();
  clock = testClock();
  keyring = testKeyring();
  toldMain = 0;
  told = [];
  openDesk();
});
afterEach(() => {
  desk.close();
  removeTempFolders();
});

describe('a journal with a passphrase', () => {
  let recoveryKey: string;
  beforeEach(async () => {
    ({ recoveryKey } = await ask('vault.create', { passphrase }));
    await ask('people.create', { person: { name: 'Elizabeth' } });
  });

  test('says which ways lead in, and whether the recovery key is on paper', async () => {
    expect(await ask('vault.status', {})).toEqual({
      state: 'open',
      slots: ['passphrase', 'recoveryKey'],
      recoveryKeyWritten: false,
      waitMs: 0,
      opensItself: false,
    });
    await ask('vault.confirmRecoveryKey', {});
    expect(await ask('vault.status', {})).toMatchObject({ recoveryKeyWritten: true });
    lock();
    expect(await ask('vault.status', {})).toMatchObject({ state: 'locked', recoveryKeyWritten: true });
  });

  test('opens by its recovery key; a slip in it is no try, and another key is another key', async () => {
    lock();
    const slip = `${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('Z') ? 'Y' : 'Z'}`;
    for (let time = 0; time < 8; time += 1) {
      expect(await refusal(ask('vault.unlock', { recoveryKey: slip }))).toEqual(refused('mistyped'));
    }
    expect(await ask('vault.status', {})).toMatchObject({ waitMs: 0 });
    const other = writeRecoveryKey(Uint8Array.from(readRecoveryKey(recoveryKey).bytes ?? []).fill(9, 0, 1));
    expect(await refusal(ask('vault.unlock', { recoveryKey: other }))).toEqual(refused('wrongPassphrase'));
    await ask('vault.unlock', { recoveryKey: recoveryKey.toLowerCase() });
    expect(await ask('people.list', {})).toMatchObject({ total: 1 });
    expect(toldMain).toBe(2);
  });

  test('who came in by the recovery key chooses another passphrase', async () => {
    lock();
    await ask('vault.unlock', { recoveryKey });
    await ask('vault.changePassphrase', { proof: { recoveryKey }, passphrase: 'another lamp' });
    lock();
    expect(await refusal(ask('vault.unlock', { passphrase }))).toEqual(refused('wrongPassphrase'));
    await ask('vault.unlock', { passphrase: 'another lamp' });
  });

  test('changes nothing about its keys for who shows no secret of it, nor while it is locked', async () => {
    const before = readFileSync(join(folder, 'journal.keys.json'), 'utf8');
    const proof = { passphrase: 'not it' };
    const tries = () => [
      ask('vault.changePassphrase', { proof, passphrase: 'a new passphrase' }),
      ask('vault.makeRecoveryKey', { proof }),
      ask('vault.addSlot', { proof, kind: 'thisComputer' }),
      ask('vault.removeSlot', { proof, kind: 'recoveryKey' }),
    ];
    for (const attempt of tries()) expect(await refusal(attempt)).toEqual(refused('wrongPassphrase'));
    expect(await refusal(ask('vault.makeRecoveryKey', { proof: { thisComputer: true } }))).toEqual(
      refused('badInput'),
    );
    lock();
    for (const attempt of tries()) expect(await refusal(attempt)).toEqual(refused('locked'));
    expect(readFileSync(join(folder, 'journal.keys.json'), 'utf8')).toBe(before);
  });

  test('a new recovery key takes the place of the one before', async () => {
    const { recoveryKey: fresh } = await ask('vault.makeRecoveryKey', { proof: { passphrase } });
    expect(fresh).not.toBe(recoveryKey);
    lock();
    expect(await refusal(ask('vault.unlock', { recoveryKey }))).toEqual(refused('wrongPassphrase'));
    await ask('vault.unlock', { recoveryKey: fresh });
  });

  test('the way in that is used every day cannot be removed, the recovery key can', async () => {
    const proof = { passphrase };
    expect(await refusal(ask('vault.removeSlot', { proof, kind: 'passphrase' }))).toEqual(
      refused('badInput'),
    );
    await ask('vault.removeSlot', { proof, kind: 'recoveryKey' });
    expect(await ask('vault.status', {})).toMatchObject({ slots: ['passphrase'], recoveryKeyWritten: null });
    lock();
    expect(await refusal(ask('vault.unlock', { recoveryKey }))).toEqual(refused('wrongPassphrase'));
  });

  test('this computer can be let in and shut out again, and then its keyring holds nothing', async () => {
    const proof = { passphrase };
    await ask('vault.addSlot', { proof, kind: 'thisComputer' });
    await ask('vault.addSlot', { proof, kind: 'thisComputer' });
    expect(keyring.kept.size).toBe(1);
    lock(true);
    expect(await ask('vault.status', {})).toMatchObject({ opensItself: true });
    await ask('vault.unlock', { thisComputer: true });
    await ask('vault.removeSlot', { proof, kind: 'thisComputer' });
    expect(keyring.kept.size).toBe(0);
    lock(true);
    expect(await ask('vault.status', {})).toMatchObject({ opensItself: false });
    expect(await refusal(ask('vault.unlock', { thisComputer: true }))).toEqual(refused('keyring'));
  });

  test('a keyring that refuses changes nothing, and says why', async () => {
    keyring.refuse('No keyring here.');
    expect(await ask('vault.keyring', {})).toEqual({ why: 'No keyring here.' });
    const added = refusal(ask('vault.addSlot', { proof: { passphrase }, kind: 'thisComputer' }));
    expect(await added).toMatchObject({ kind: 'keyring', message: 'No keyring here.' });
    expect(await ask('vault.status', {})).toMatchObject({ slots: ['passphrase', 'recoveryKey'] });
  });

  test('wrong tries wait, across restarts, and a right one after the wait wipes the slate', async () => {
    lock();
    for (let wrong = 0; wrong < 5; wrong += 1) {
      expect(await refusal(ask('vault.unlock', { passphrase: `wrong ${wrong}` }))).toEqual(
        refused('wrongPassphrase'),
      );
    }
    expect(await ask('vault.status', {})).toMatchObject({ waitMs: 5000 });
    lock();
    expect(await refusal(ask('vault.unlock', { passphrase }))).toMatchObject({
      kind: 'mustWait',
      message: expect.stringContaining('5 seconds'),
    });
    clock.advance(4_999);
    expect(await refusal(ask('vault.unlock', { passphrase }))).toEqual(refused('mustWait'));
    clock.advance(1);
    expect(await refusal(ask('vault.unlock', { passphrase: 'wrong again' }))).toEqual(
      refused('wrongPassphrase'),
    );
    expect(await ask('vault.status', {})).toMatchObject({ waitMs: 10_000 });
    clock.advance(10_000);
    await ask('vault.unlock', { passphrase });
    expect(await ask('vault.status', {})).toMatchObject({ state: 'open', waitMs: 0 });
    lock();
    await refusal(ask('vault.unlock', { passphrase: 'wrong' }));
    expect(await ask('vault.status', {})).toMatchObject({ waitMs: 0 });
  });

  test('tries that are made at once do not get round the wait', async () => {
    lock();
    const outcomes = await Promise.all(
      Array.from({ length: 7 }, (_, i) => refusal(ask('vault.unlock', { passphrase: `wrong ${i}` }))),
    );
    expect(outcomes.map((error) => (error as { kind: string }).kind)).toEqual([
      ...Array.from({ length: 5 }, () => 'wrongPassphrase'),
      'mustWait',
      'mustWait',
    ]);
  });

  test('another key for the journal is not begun for a wrong passphrase', async () => {
    const work = refusal(ask('vault.rekey', { proof: { passphrase: 'not it' }, job: 'anew' }));
    expect(await work).toEqual(refused('wrongPassphrase'));
    expect(told).toEqual([]);
    expect(await ask('people.list', {})).toMatchObject({ total: 1 });
  });

  test('a count that is damaged keeps nobody out', async () => {
    lock();
    writeFileSync(join(folder, 'journal.tries.json'), '{"count":');
    lock();
    await ask('vault.unlock', { passphrase });
  });

  test('a key file of which half was written when the power failed is never in force', async () => {
    const whole = readFileSync(join(folder, 'journal.keys.json'));
    lock();
    for (let length = 0; length < whole.length; length += 97) {
      writeFileSync(join(folder, 'journal.keys.json.new'), whole.subarray(0, length));
      expect(await ask('vault.status', {})).toMatchObject({ state: 'locked' });
    }
    await ask('vault.unlock', { passphrase });
    await ask('vault.makeRecoveryKey', { proof: { passphrase } });
  });

  test('a key file that is cut short is damaged, not a wrong passphrase, and an open journal stays open', async () => {
    truncateSync(join(folder, 'journal.keys.json'), 200);
    expect(await ask('vault.status', {})).toMatchObject({ state: 'open' });
    lock();
    expect(await refusal(ask('vault.unlock', { passphrase }))).toEqual(refused('damaged'));
    expect(await refusal(ask('vault.status', {}))).toEqual(refused('damaged'));
  });
});

describe('a journal that this computer opens', () => {
  test('is made without a passphrase where there is a keyring, and nowhere else', async () => {
    keyring.refuse('No keyring here.');
    expect(await refusal(ask('vault.create', { thisComputer: true }))).toEqual(refused('keyring'));
    expect(await ask('vault.status', {})).toMatchObject({ state: 'absent' });
    keyring.refuse(null);
    const { recoveryKey } = await ask('vault.create', { thisComputer: true });
    lock();
    expect(await refusal(ask('vault.unlock', { passphrase }))).toEqual(refused('wrongPassphrase'));
    await ask('vault.unlock', { thisComputer: true });
    lock();
    // On another computer, or with a keyring that was lost.
    keyring.kept.clear();
    expect(await refusal(ask('vault.unlock', { thisComputer: true }))).toEqual(refused('keyring'));
    await ask('vault.unlock', { recoveryKey });
  });

  test('can be given a passphrase, and then be taken from the computer', async () => {
    await ask('vault.create', { thisComputer: true });
    const proof = { thisComputer: true } as const;
    expect(await refusal(ask('vault.removeSlot', { proof, kind: 'thisComputer' }))).toEqual(
      refused('badInput'),
    );
    await ask('vault.changePassphrase', { proof, passphrase });
    await ask('vault.removeSlot', { proof: { passphrase }, kind: 'thisComputer' });
    lock();
    await ask('vault.unlock', { passphrase });
  });

  test('a journal with neither is not made', async () => {
    expect(await refusal(ask('vault.create', {}))).toEqual(refused('badInput'));
    rmSync(folder, { recursive: true, force: true });
  });
});
