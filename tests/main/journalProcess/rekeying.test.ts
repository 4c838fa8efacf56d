import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RunTask, runHere } from '../../../src/main/journal/backups/backupTasks.ts';
import { ROUNDS_BESIDE } from '../../../src/main/journal/vault/rekey.ts';
import { unlockVaultBy } from '../../../src/main/journal/vault/vault.ts';
import { createJournalDesk, type JournalDesk } from '../../../src/main/journalProcess/journalDesk.ts';
import type { JournalInput, JournalMethod, JournalOutput } from '../../../src/shared/contract/index.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import { testClock, testIds } from '../../support/journal.ts';
import { testKeyring } from '../../support/keyring.ts';

const proof = { passphrase: 'a lamp in the window' };
let folder: string;
let desk: JournalDesk;
let oldRecoveryKey: string;
let told: { readonly done: number; readonly total: number | null }[];
/** What happens once a copy is made and before anybody is told of it; `round` counts from 1. */
let meanwhile: (round: number) => unknown;
const keyring = testKeyring();

const ask = <M extends JournalMethod>(method: M, input: JournalInput<M>) =>
  desk.ask(method, input) as Promise<JournalOutput<M>>;
const meet = (name: string) => ask('people.create', { person: { name } });
const rekey = () => ask('vault.rekey', { proof, job: 'anew' });
const names = async () => (await ask('people.list', {})).rows.map(({ name }) => name).sort();
const leftOver = () => readdirSync(folder).filter((name) => /rekey|before|\.new$/.test(name));

function openDesk(): void {
  let round = 0;
  const runTask: RunTask = async (name, input, report, signal) => {
    const made = await runHere(name, input, report, signal);
    if (name === 'rekey') {
      round += 1;
      await meanwhile(round);
    }
    return made;
  };
  desk = createJournalDesk({
    dataFolder: folder,
    clock: testClock(),
    newId: testIds(),
    keyring,
    runTask,
    onEvent: (event) => {
      if (event.type === 'progress' && event.job === 'anew') told.push(event);
    },
    onOpened: () => undefined,
    onIdleFailure: (error) => {
      throw error;
    },
  });
}

beforeEach(async () => {
  folder = makeTempFolder();
  told = [];
  meanwhile = () => undefined;
  openDesk();
  ({ recoveryKey: oldRecoveryKey } = await ask('vault.create', proof));
  await meet('Elizabeth');
});
afterEach(() => {
  desk.close();
  removeTempFolders();
});

describe('another key for an open journal', () => {
  test('leaves everything where it was, and tells how far it is', async () => {
    const { recoveryKey } = await rekey();
    expect(await names()).toEqual(['Elizabeth']);
    expect(told.at(-1)).toMatchObject({ done: 100, total: 100 });
    expect(told.map(({ done }) => done)).toEqual(
      [...new Set(told.map(({ done }) => done))].sort((a, b) => a - b),
    );
    desk.close();
    openDesk();
    await expect(ask('vault.unlock', { recoveryKey: oldRecoveryKey })).rejects.toMatchObject({
      kind: 'wrongPassphrase',
    });
    await ask('vault.unlock', { recoveryKey });
    expect(await names()).toEqual(['Elizabeth']);
    expect(await ask('backups.health', {})).toMatchObject({ takenBack: 0, isDamaged: false });
    expect(leftOver()).toEqual([]);
  });

  test('the journal answers while it is copied, and a copy that is behind is made again', async () => {
    meanwhile = async (round) => {
      if (round < ROUNDS_BESIDE) await meet(`Somebody of round ${round}`);
      expect(await names()).toHaveLength(round < ROUNDS_BESIDE ? round + 1 : ROUNDS_BESIDE);
    };
    await rekey();
    expect(await names()).toHaveLength(ROUNDS_BESIDE);
    expect(told.at(-1)).toMatchObject({ done: ROUNDS_BESIDE * 100, total: ROUNDS_BESIDE * 100 });
  });

  test('who writes without end waits for the last copy, and nothing of it is lost', async () => {
    const late: Promise<unknown>[] = [];
    let rounds = 0;
    meanwhile = async (round) => {
      rounds = round;
      const asked = meet(`Somebody of round ${round}`);
      if (round > ROUNDS_BESIDE) late.push(asked);
      else await asked;
    };
    await rekey();
    await Promise.all(late);
    expect(rounds).toBe(ROUNDS_BESIDE + 1);
    expect(late).toHaveLength(1);
    expect(await names()).toHaveLength(ROUNDS_BESIDE + 2);
    desk.close();
    openDesk();
    await ask('vault.unlock', proof);
    expect(await names()).toHaveLength(ROUNDS_BESIDE + 2);
  });

  test('questions under way are answered before the journal is closed, and those that come then, after', async () => {
    const asked: Promise<unknown>[] = [];
    meanwhile = () => void asked.push(ask('entries.timeline', { filter: {} }), ask('people.list', {}));
    const done = rekey();
    await done;
    asked.push(ask('people.list', {}));
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(
      asked.map(() => 'fulfilled'),
    );
  });

  test.each([1, ROUNDS_BESIDE + 1])(
    'can be stopped in round %i, and then nothing has changed',
    async (last) => {
      let answer: boolean | undefined;
      meanwhile = async (round) => {
        if (round === last) answer = await ask('vault.stopRekey', {});
        else await meet(`Somebody of round ${round}`);
      };
      await expect(rekey()).rejects.toMatchObject({ name: 'KithError', kind: 'stopped' });
      expect(answer).toBe(true);
      expect(await names()).toHaveLength(last);
      expect(leftOver()).toEqual([]);
      expect(await ask('vault.stopRekey', {})).toBe(false);
      desk.close();
      expect(await unlockVaultBy(folder, { recoveryKey: oldRecoveryKey })).toHaveLength(32);
    },
  );

  test('gives the keyring back what it was given for nothing', async () => {
    await ask('vault.addSlot', { proof, kind: 'thisComputer' });
    const before = [...keyring.kept.keys()];
    meanwhile = () => ask('vault.stopRekey', {});
    await expect(rekey()).rejects.toMatchObject({ kind: 'stopped' });
    expect([...keyring.kept.keys()]).toEqual(before);
    meanwhile = () => undefined;
    await rekey();
    expect(keyring.kept.size).toBe(1);
    expect([...keyring.kept.keys()]).not.toEqual(before);
  });

  test('the end of a session does not wait for it', async () => {
    let ended: Promise<void> | undefined;
    meanwhile = () => {
      ended = desk.backUpLast();
    };
    await expect(rekey()).rejects.toMatchObject({ kind: 'stopped' });
    await ended;
    expect(leftOver()).toEqual([]);
  });
});
