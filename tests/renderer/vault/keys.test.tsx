// @vitest-environment jsdom
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runHere } from '../../../src/main/journal/backups/backupTasks.ts';
import { createJournalDesk, type JournalDesk } from '../../../src/main/journalProcess/journalDesk.ts';
import { createSystemClock } from '../../../src/main/journalProcess/systemClock.ts';
import { App } from '../../../src/renderer/app/App.tsx';
import { createQueryClient, JournalProvider, setBridge } from '../../../src/renderer/journal-client/index.ts';
import { LockAndKeys } from '../../../src/renderer/settings/LockAndKeys.tsx';
import { VaultGate } from '../../../src/renderer/vault/VaultGate.tsx';
import type { JournalEvent } from '../../../src/shared/contract/wire.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import { testIds } from '../../support/journal.ts';
import { type TestKeyring, testKeyring } from '../../support/keyring.ts';
import { prepareDom } from '../support/dom.ts';
import { createTestBridge, type TestBridge } from '../support/testBridge.ts';

prepareDom();

const passphrase = 'four words make one';
const long = { timeout: 15_000 };
let folder: string;
/** Until when a copy under another key seems to be made. */
let held: Promise<void>;
let keyring: TestKeyring;
let desk: JournalDesk;
let bridge: TestBridge | undefined;

function openDesk(opensItself = false): void {
  desk = createJournalDesk({
    dataFolder: folder,
    clock: createSystemClock(),
    newId: testIds(),
    keyring,
    opensItself,
    runTask: async (name, input, report, signal) => {
      const made = await runHere(name, input, report, signal);
      if (name === 'rekey') await held;
      return made;
    },
    onEvent: (event: JournalEvent) => setTimeout(() => act(() => bridge?.tell(event)), 0),
    onOpened: () => undefined,
    onIdleFailure: (error) => {
      throw error;
    },
  });
}

/** Shows the settings of keys behind the door, as a window does. */
function show(): UserEvent {
  bridge = createTestBridge({ journal: (method, input) => desk.ask(method, input) });
  setBridge(bridge);
  render(
    <JournalProvider client={createQueryClient()}>
      <VaultGate>
        <LockAndKeys />
      </VaultGate>
    </JournalProvider>,
  );
  return userEvent.setup();
}

const dialog = (name: string) => screen.findByRole('dialog', { name }, long);
const slots = async () => ((await desk.ask('vault.status', {})) as { slots: string[] }).slots;

/** Says that the key is on paper, and gives it. */
async function writeDown(user: UserEvent): Promise<string> {
  const list = await screen.findByRole('list', { name: 'Recovery key' }, long);
  await user.click(screen.getByRole('checkbox', { name: 'I have written it down' }));
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Recovery key' })).toBeNull(), long);
  return [...list.children].map((group) => group.textContent).join('-');
}

beforeEach(() => {
  held = Promise.resolve();
  folder = makeTempFolder();
  keyring = testKeyring();
  bridge = undefined;
  openDesk();
});
afterEach(() => {
  desk.close();
  removeTempFolders();
});

test('a forgotten passphrase: in by the recovery key, told of a slip, and out with a new passphrase', async () => {
  const { recoveryKey } = (await desk.ask('vault.create', { passphrase })) as { recoveryKey: string };
  desk.close();
  openDesk();
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Forgot the passphrase?' }, long));
  const field = screen.getByLabelText('Recovery key');
  await user.type(field, `${recoveryKey.slice(0, -1)}{Enter}`);
  expect(await screen.findByText(/A part of the recovery key is missing/, {}, long)).toBeTruthy();
  await user.type(field, `${recoveryKey.slice(-1)}{Enter}`);
  expect(await screen.findByRole('heading', { name: 'Choose a new passphrase' }, long)).toBeTruthy();
  // The journal is open, but what is behind the door is not shown yet.
  expect(screen.queryByText('Lock and keys')).toBeNull();
  await user.type(screen.getByLabelText('Passphrase'), 'another four words');
  await user.type(screen.getByLabelText('The same again'), 'another four words{Enter}');
  expect(await screen.findByText('Lock and keys', {}, long)).toBeTruthy();
  desk.close();
  openDesk();
  expect(await desk.ask('vault.unlock', { passphrase: 'another four words' })).toBeNull();
});

test('a first run by this computer says what it protects against, and opens by itself at the next start', async () => {
  const user = show();
  expect(
    await screen.findByText(/whoever sits here while you are logged in can read it/, {}, long),
  ).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /By this computer/ }));
  expect(screen.queryByLabelText('Passphrase')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Begin' }));
  await writeDown(user);
  expect(await screen.findByText('Lock and keys', {}, long)).toBeTruthy();
  expect(await slots()).toEqual(['thisComputer', 'recoveryKey']);
});

test('a computer that is trusted opens the journal unasked, and asks when its keyring has lost the key', async () => {
  await desk.ask('vault.create', { thisComputer: true });
  desk.close();
  openDesk(true);
  show();
  expect(await screen.findByText('Lock and keys', {}, long)).toBeTruthy();
  desk.close();
  keyring.kept.clear();
  openDesk(true);
  await act(async () => bridge?.tell({ type: 'changed', tables: ['vault'] }));
  expect(await screen.findByRole('button', { name: 'Open with the recovery key' }, long)).toBeTruthy();
});

test('without a keyring, the first run says why and offers the passphrase only', async () => {
  keyring.refuse('This system has no keyring.');
  show();
  expect(await screen.findByText('This system has no keyring.', {}, long)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /By this computer/ }).disabled).toBe(true);
});

test('keys are changed after the passphrase is given once more, and a new recovery key is shown once', async () => {
  const { recoveryKey } = (await desk.ask('vault.create', { passphrase })) as { recoveryKey: string };
  const user = show();
  expect(await screen.findByText(/you have not said that you wrote it down/, {}, long)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Make a new one…' }));
  const box = within(await dialog('Make a new recovery key'));
  await user.type(box.getByLabelText('Passphrase'), 'not the passphrase');
  await user.click(box.getByRole('button', { name: 'Make it' }));
  expect(await screen.findByText('That is not the passphrase of this journal.', {}, long)).toBeTruthy();
  await user.clear(box.getByLabelText('Passphrase'));
  await user.type(box.getByLabelText('Passphrase'), `${passphrase}{Enter}`);
  const fresh = await writeDown(user);
  expect(fresh).not.toBe(recoveryKey);
  expect(await screen.findByText(/You have it on paper/, {}, long)).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Change it…' }));
  const change = within(await dialog('Change the passphrase'));
  await user.type(change.getByLabelText('Present passphrase'), passphrase);
  await user.type(change.getByLabelText('New passphrase'), 'another four words');
  await user.type(change.getByLabelText('The same again'), 'another four words');
  await user.click(change.getByRole('button', { name: 'Change it' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), long);
  desk.close();
  openDesk();
  expect(await desk.ask('vault.unlock', { recoveryKey: fresh })).toBeNull();
  expect(
    await desk.ask('vault.makeRecoveryKey', { proof: { passphrase: 'another four words' } }),
  ).toBeTruthy();
});

test('this computer is let in and shut out', async () => {
  await desk.ask('vault.create', { passphrase });
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Let it open the journal…' }, long));
  const letIn = within(await dialog('Let this computer open the journal'));
  await user.type(letIn.getByLabelText('Passphrase'), `${passphrase}{Enter}`);
  await user.click(await screen.findByRole('button', { name: 'Ask again from now on…' }, long));
  const shutOut = within(await dialog('Ask for the passphrase from now on'));
  await user.type(shutOut.getByLabelText('Passphrase'), `${passphrase}{Enter}`);
  expect(await screen.findByRole('button', { name: 'Let it open the journal…' }, long)).toBeTruthy();
  expect(await slots()).toEqual(['passphrase', 'recoveryKey']);
});

test('the journal is encrypted anew, and what that means for keys and backups is said before', async () => {
  await desk.ask('vault.create', { passphrase });
  await desk.ask('people.create', { person: { name: 'Elizabeth' } });
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Encrypt it anew…' }, long));
  const box = await dialog('Encrypt the journal anew');
  expect(box.textContent).toContain('the old one no longer opens this journal');
  expect(box.textContent).toContain('Backups from before stay under the old key');
  await user.type(within(box).getByLabelText('Passphrase'), `${passphrase}{Enter}`);
  const recoveryKey = await writeDown(user);
  expect(await desk.ask('people.list', {})).toMatchObject({ total: 1 });
  desk.close();
  openDesk();
  expect(await desk.ask('vault.unlock', { recoveryKey })).toBeNull();
});

test('encrypting anew shows how far it is, and can be stopped with nothing changed', async () => {
  const { recoveryKey } = (await desk.ask('vault.create', { passphrase })) as { recoveryKey: string };
  let letGo = (): void => undefined;
  held = new Promise((resolve) => {
    letGo = resolve;
  });
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Encrypt it anew…' }, long));
  const box = await dialog('Encrypt the journal anew');
  await user.type(within(box).getByLabelText('Passphrase'), `${passphrase}{Enter}`);
  const bar = await screen.findByRole('progressbar', { name: 'Putting the journal under a new key…' }, long);
  await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('100'), long);
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(await screen.findByRole('progressbar', { name: 'Stopping…' })).toBeTruthy();
  letGo();
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull(), long);
  expect(screen.getByRole('button', { name: 'Encrypt it anew…' })).toBeTruthy();
  desk.close();
  openDesk();
  expect(await desk.ask('vault.unlock', { recoveryKey })).toBeNull();
});

test('a recovery key that was shown and never written down is spoken of when the journal opens', async () => {
  await desk.ask('vault.create', { passphrase });
  bridge = createTestBridge({ journal: (method, input) => desk.ask(method, input) });
  setBridge(bridge);
  render(
    <JournalProvider client={createQueryClient()}>
      <App />
    </JournalProvider>,
  );
  expect(await screen.findAllByText(/Your recovery key is not on paper yet/, {}, long)).not.toEqual([]);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Make a new one' }));
  expect(await screen.findByText('Lock and keys', {}, long)).toBeTruthy();
});
