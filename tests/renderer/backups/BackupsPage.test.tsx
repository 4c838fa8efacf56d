// @vitest-environment jsdom
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { v7 } from 'uuid';
import { afterEach, describe, expect, test } from 'vitest';
import { Router } from 'wouter';
import type { AskJournal } from '../../../src/main/journal/context.ts';
import { createJournalDesk, type JournalDesk } from '../../../src/main/journalProcess/journalDesk.ts';
import { createSystemClock } from '../../../src/main/journalProcess/systemClock.ts';
import { hashPlace } from '../../../src/renderer/app/hashPlace.ts';
import { BackupsPage } from '../../../src/renderer/backups/BackupsPage.tsx';
import { sayBytes, sayMoment } from '../../../src/renderer/backups/sayBackup.ts';
import { createQueryClient, JournalProvider, setBridge } from '../../../src/renderer/journal-client/index.ts';
import { ToastRegion } from '../../../src/renderer/ui/ToastRegion.tsx';
import { VaultGate } from '../../../src/renderer/vault/VaultGate.tsx';
import { CHECK_JOB } from '../../../src/shared/contract/backups.ts';
import type { JournalEvent } from '../../../src/shared/contract/wire.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import { entryDraftOf } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { createTestBridge } from '../support/testBridge.ts';

prepareDom();

const passphrase = 'a lamp in the window';
const desks: JournalDesk[] = [];

afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
  removeTempFolders();
});

/** The desk that a journal process has, and a window on it. */
function openWindow(dataFolder: string) {
  const later: { tell?: (event: JournalEvent) => void } = {};
  const desk = createJournalDesk({
    dataFolder,
    clock: createSystemClock(),
    newId: v7,
    onEvent: (event) => void setTimeout(() => later.tell?.(event), 0),
    onOpened: (key) => key.fill(0),
    onIdleFailure: (error) => {
      throw error;
    },
  });
  desks.push(desk);
  const bridge = createTestBridge({
    journal: desk.ask,
    desktop: (method) => (method === 'desktop.chooseBackupFolder' ? { grant: 'stick', name: 'stick' } : null),
  });
  later.tell = bridge.tell;
  setBridge(bridge);
  const show = () => {
    render(
      <JournalProvider client={createQueryClient()}>
        <Router {...hashPlace}>
          <VaultGate>
            <BackupsPage />
          </VaultGate>
        </Router>
        <ToastRegion />
      </JournalProvider>,
    );
    return userEvent.setup();
  };
  return { desk, ask: desk.ask as AskJournal, show, tell: bridge.tell };
}

async function openWritten(folder = makeTempFolder()) {
  const opened = openWindow(folder);
  await opened.ask('vault.create', { passphrase });
  await opened.ask('entries.create', { entry: entryDraftOf({ body: 'the first' }) });
  return { folder, ...opened };
}

describe('the page', () => {
  test('makes one, says what is in it, and restores it in two clicks', async () => {
    const { ask, show } = await openWritten();
    const user = show();
    expect(await screen.findByText(/There is no backup yet/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Make one now' }));
    expect(
      await screen.findByText(/The last backup was made today .* One entry, the last written today/),
    ).toBeTruthy();

    await ask('entries.create', { entry: entryDraftOf({ body: 'the second' }) });
    await user.click(await screen.findByRole('button', { name: /^Restore the one of today/ }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('What is in it now is not lost');
    await user.click(within(dialog).getByRole('button', { name: 'Restore' }));
    expect(await screen.findByRole('heading', { name: 'Journals that were replaced' })).toBeTruthy();
    expect((await ask('entries.timeline', {})).entries.map(({ body }) => body)).toEqual(['the first']);
  });

  test('says until when what was replaced is kept, and removes it only when asked twice', async () => {
    const { ask, show } = await openWritten();
    const { id } = await ask('backups.make', { job: 'one' });
    await ask('backups.restore', { place: 'here', id, job: 'two' });
    const user = show();
    expect(await screen.findByRole('heading', { name: 'Journals that were replaced' })).toBeTruthy();
    expect(await screen.findByText(/^Kept until \d+ /)).toBeTruthy();
    const removing = () => user.click(screen.getByRole('button', { name: /^Remove the one of today \d/ }));
    await removing();
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Keep it' }));
    expect((await ask('backups.list', {})).replaced).toHaveLength(1);
    await removing();
    await user.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove it' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('heading', { name: 'Journals that were replaced' })).toBeNull(),
    );
    expect((await ask('backups.list', {})).replaced).toEqual([]);
  });

  test('shows how far the weekly check of the whole file is, and no longer', async () => {
    const { show, tell } = await openWritten();
    show();
    await screen.findByText(/There is no backup yet/);
    expect(screen.queryByRole('progressbar')).toBeNull();
    act(() => tell({ type: 'progress', job: CHECK_JOB, done: 40, total: 100 }));
    const bar = await screen.findByRole('progressbar', { name: /Reading the whole journal through/ });
    expect(bar.getAttribute('aria-valuenow')).toBe('40');
    act(() => tell({ type: 'progress', job: CHECK_JOB, done: 100, total: 100 }));
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  });

  test('asks for the secret of a backup from before the key was changed', async () => {
    const { ask, show } = await openWritten();
    await ask('backups.make', { job: 'one' });
    await ask('vault.rekey', { proof: { passphrase }, job: 'rekey' });
    const user = show();
    await user.click(await screen.findByRole('button', { name: /^Restore the one of today/ }));
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Restore' }));
    await user.type(await within(dialog).findByLabelText('Passphrase or recovery key'), passphrase);
    await user.click(within(dialog).getByRole('button', { name: 'Restore' }));
    expect(await screen.findByRole('heading', { name: 'Journals that were replaced' })).toBeTruthy();
  });

  test('takes a second folder, and forgets it', async () => {
    const { desk, show } = await openWritten();
    const stick = makeTempFolder();
    desk.grant('stick', { path: stick, name: 'stick' });
    const user = show();
    await user.click(await screen.findByRole('button', { name: 'Choose a folder' }));
    expect(await screen.findByText(/Every backup is copied into/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Make one now' }));
    await waitFor(() => expect(readdirSync(join(stick, 'Kith backups'))).toHaveLength(1));
    expect(await screen.findByRole('heading', { name: 'In the second folder' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop copying there' }));
    expect(await screen.findByRole('button', { name: 'Choose a folder' })).toBeTruthy();
    expect(readdirSync(join(stick, 'Kith backups'))).toHaveLength(1);
  });
});

describe('in place of a dead end', () => {
  async function damaged() {
    const { folder, ask, desk } = await openWritten();
    await ask('backups.make', { job: 'one' });
    desk.close();
    const file = join(folder, 'journal.kith');
    const bytes = readFileSync(file);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    return folder;
  }

  test('the newest backup is offered, and opens without another word', async () => {
    const user = openWindow(await damaged()).show();
    await user.type(await screen.findByLabelText('Passphrase'), passphrase);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await user.click(await screen.findByRole('button', { name: 'Restore it' }));
    expect(await screen.findByRole('heading', { name: 'Backups' })).toBeTruthy();
  });

  test('saving what can be read says what was saved, and opens it', async () => {
    const user = openWindow(await damaged()).show();
    await user.type(await screen.findByLabelText('Passphrase'), passphrase);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await user.click(await screen.findByRole('button', { name: 'Save what can be read' }));
    expect(await screen.findByText(/^The new journal holds/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Open the journal' }));
    expect(await screen.findByRole('heading', { name: 'Backups' })).toBeTruthy();
  });

  test('where nothing can be read, saving what can be read says so, and leaves the rest', async () => {
    const folder = await damaged();
    rmSync(join(folder, 'table-roots.json'));
    const before = readFileSync(join(folder, 'journal.kith'));
    const user = openWindow(folder).show();
    await user.type(await screen.findByLabelText('Passphrase'), passphrase);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await user.click(await screen.findByRole('button', { name: 'Save what can be read' }));
    expect(await screen.findByText(/Only a backup can help here/)).toBeTruthy();
    expect(readFileSync(join(folder, 'journal.kith')).equals(before)).toBe(true);
    expect(screen.getByRole('button', { name: 'Restore it' })).toBeTruthy();
  });
});

test('moments and sizes are said as people say them', () => {
  const at = new Date(2026, 10, 21, 18, 2).getTime();
  expect(sayMoment(at, '2026-11-22')).toBe('yesterday 18:02');
  expect(sayMoment(at, '2026-12-22')).toBe('21 November 18:02');
  expect(sayMoment(at, '2027-12-22')).toBe('21 November 2026 18:02');
  expect([400, 52_000, 4_230_000, 1_204_000_000].map(sayBytes)).toEqual([
    '1 kB',
    '52 kB',
    '4.2 MB',
    '1,204 MB',
  ]);
});
