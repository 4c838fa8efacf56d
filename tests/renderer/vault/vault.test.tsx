// @vitest-environment jsdom
import { mkdtempSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { createJournalDesk, type JournalDesk } from '../../../src/main/journalProcess/journalDesk.ts';
import { createSystemClock } from '../../../src/main/journalProcess/systemClock.ts';
import { createQueryClient, JournalProvider, setBridge } from '../../../src/renderer/journal-client/index.ts';
import { VaultGate } from '../../../src/renderer/vault/VaultGate.tsx';
import { testIds } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { createTestBridge } from '../support/testBridge.ts';

prepareDom();

const passphrase = 'four words make one';
const folders: string[] = [];
const desks: JournalDesk[] = [];

afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-vault-'));
  folders.push(folder);
  return folder;
}

/** The desk that a journal process has, over a folder: real keys, a real file. */
function openDesk(dataFolder: string): JournalDesk {
  const desk = createJournalDesk({
    dataFolder,
    clock: createSystemClock(),
    newId: testIds(),
    onEvent: () => undefined,
    onOpened: () => undefined,
    onIdleFailure: (error) => {
      throw error;
    },
  });
  desks.push(desk);
  return desk;
}

function show(desk: JournalDesk) {
  setBridge(createTestBridge({ journal: desk.ask }));
  render(
    <JournalProvider client={createQueryClient()}>
      <VaultGate>
        <p>The journal is open</p>
      </VaultGate>
    </JournalProvider>,
  );
  return userEvent.setup();
}

/** Reads the recovery key, says that it is on paper, and goes on. */
async function writeDown(user: ReturnType<typeof userEvent.setup>): Promise<string> {
  const list = await screen.findByRole('list', { name: 'Recovery key' }, { timeout: 10_000 });
  const recoveryKey = [...list.children].map((group) => group.textContent).join('-');
  const goOn = screen.getByRole<HTMLButtonElement>('button', { name: 'Go on' });
  expect(goOn.disabled).toBe(true);
  expect(screen.queryByText('The journal is open')).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: 'I have written it down' }));
  await user.click(goOn);
  return recoveryKey;
}

async function makeLocked(): Promise<string> {
  const folder = newFolder();
  const desk = openDesk(folder);
  await desk.ask('vault.create', { passphrase });
  desk.close();
  return folder;
}

test('the first run asks for a passphrase twice, says what is wrong, and opens a new journal', async () => {
  const folder = newFolder();
  const user = show(openDesk(folder));
  const first = await screen.findByLabelText<HTMLInputElement>('Passphrase');
  const second = screen.getByLabelText('The same again');
  expect(document.activeElement).toBe(first);
  expect(first.type).toBe('password');

  await user.type(first, 'short{Enter}');
  expect(await screen.findByText('Please use at least 8 characters.')).toBeTruthy();
  expect(await screen.findByText('3 more characters at least.')).toBeTruthy();

  await user.clear(first);
  await user.type(first, passphrase);
  await user.type(second, `${passphrase}?{Enter}`);
  expect(await screen.findByText('The two are not the same.')).toBeTruthy();

  await user.type(second, '{Backspace}{Enter}');
  await writeDown(user);
  expect(await screen.findByText('The journal is open', {}, { timeout: 10_000 })).toBeTruthy();

  desks[0]?.close();
  expect(await openDesk(folder).ask('vault.status', {})).toMatchObject({
    state: 'locked',
    recoveryKeyWritten: true,
  });
});

test('a locked journal opens with its passphrase and with no other, from the keyboard alone', async () => {
  const user = show(openDesk(await makeLocked()));
  const field = await screen.findByLabelText<HTMLInputElement>('Passphrase');
  expect(document.activeElement).toBe(field);

  await user.keyboard('not my passphrase{Enter}');
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'), { timeout: 10_000 });
  expect(screen.queryByText('The journal is open')).toBeNull();
  // What was typed is selected: typing again replaces it.
  expect(field.selectionEnd).toBe('not my passphrase'.length);

  await user.keyboard(passphrase);
  expect(field.value).toBe(passphrase);
  expect(field.getAttribute('aria-invalid')).toBeNull();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('The journal is open', {}, { timeout: 10_000 })).toBeTruthy();
});

test('caps lock is told while it is on', async () => {
  const user = show(openDesk(await makeLocked()));
  const field = await screen.findByLabelText('Passphrase');
  await user.keyboard('{CapsLock}a');
  expect(await screen.findByText('Caps lock is on.')).toBeTruthy();
  await user.keyboard('{CapsLock}a');
  await waitFor(() => expect(screen.queryByText('Caps lock is on.')).toBeNull());
  expect(field).toBeTruthy();
});

test('a journal whose file is gone is not replaced: it says so and tries again', async () => {
  const folder = await makeLocked();
  const kept = join(folder, 'journal.kith');
  const desk = openDesk(folder);
  unlinkSync(kept);
  const user = show(desk);
  expect(await screen.findByRole('heading', { name: 'The journal is not where it was' })).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('connect it and try again');

  writeFileSync(kept, 'brought back');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Your journal is locked' })).toBeTruthy();
});

test('a damaged journal is refused in words that say what to do', async () => {
  const folder = await makeLocked();
  truncateSync(join(folder, 'journal.kith'), 0);
  show(openDesk(folder));
  expect(await screen.findByRole('heading', { name: 'This journal cannot be read' })).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('backup');
});

test('nothing is shown as wrong while the journal is away for a moment', async () => {
  const bridge = createTestBridge({ journal: () => new Promise(() => undefined) });
  setBridge(bridge);
  render(
    <JournalProvider client={createQueryClient()}>
      <VaultGate>
        <p>The journal is open</p>
      </VaultGate>
    </JournalProvider>,
  );
  act(() => bridge.tellConnection('interrupted'));
  expect(screen.getByRole('progressbar', { name: 'Opening your journal' })).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});
