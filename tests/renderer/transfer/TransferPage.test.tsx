// @vitest-environment jsdom
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { createQueryClient, JournalProvider, setBridge } from '../../../src/renderer/journal-client/index.ts';
import { forgetExport } from '../../../src/renderer/transfer/exportWork.ts';
import { startOver } from '../../../src/renderer/transfer/importWork.ts';
import { TransferPage } from '../../../src/renderer/transfer/TransferPage.tsx';
import { fixtureVault, readTree } from '../../journal/transfer/sources.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import { addEntry, closeTestJournals, type TestJournal } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

afterEach(() => {
  startOver();
  forgetExport();
  closeTestJournals();
  removeTempFolders();
});
prepareDom();

/** The page over a real journal; every dialog of the system chooses `path`, or nothing. */
async function openPage(path: string | null, before?: (journal: TestJournal) => Promise<unknown>) {
  const later: { journal?: TestJournal } = {};
  const page = await renderWithJournal(<TransferPage />, {
    ...(before ? { before } : {}),
    desktop: (method) =>
      path !== null && method.startsWith('desktop.choose')
        ? { grant: later.journal?.grant(path), name: basename(path) }
        : null,
  });
  later.journal = page.journal;
  return page;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('bringing in', () => {
  test('shows what was found, brings it in, and takes it back', async () => {
    const { user, journal } = await openPage(fixtureVault);
    await user.click(await button('Choose a folder'));

    const heading = await screen.findByRole('heading', { name: '“vault” brings' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(screen.getByText('Six people')).toBeTruthy();
    expect(screen.getByText('Ten entries').textContent).toBe(
      'Ten entries, from 5 January 2025 to 7 June 2025',
    );
    expect(screen.getByText('Eleven mentions of people')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toContain('Maren Okafor 5');
    expect(screen.getByText(/^Walked with Mimi and Jonas Lindqvist to the lighthouse/)).toBeTruthy();
    await user.click(await button('Five files left out, and why'));
    expect(screen.getByText('Attachments/photo.png').parentElement?.textContent).toContain(
      'not a Markdown note',
    );
    expect((await journal.ask('people.list', {})).total).toBe(0);

    await user.click(await button('Import'));
    await screen.findByRole('heading', { name: 'Six people and ten entries came in' });
    expect((await journal.ask('people.list', {})).total).toBe(6);

    const earlier = await screen.findByRole('region', { name: 'Earlier imports' });
    expect(within(earlier).getByText('vault')).toBeTruthy();
    expect(earlier.textContent).toContain('six people and ten entries');

    await user.click(await button('Take back this import'));
    const dialog = await screen.findByRole('alertdialog', { name: 'Take back this import?' });
    await user.click(within(dialog).getByRole('button', { name: 'Take it back' }));
    await screen.findAllByText('Taken back: six people and ten entries.');
    await button('Choose a folder');
    expect((await journal.ask('people.list', {})).total).toBe(0);
    await waitFor(() => expect(earlier.textContent).toContain('taken back'));
  });

  test('says that there is nothing new the second time', async () => {
    const { user } = await openPage(fixtureVault, async (journal) =>
      journal.ask('transfer.import', { source: journal.grant(fixtureVault), job: 'before' }),
    );
    await user.click(await button('Choose a zip file'));
    await screen.findByRole('heading', { name: 'There is nothing new in “vault”' });
    expect(screen.getByText(/^Six people and ten entries are in your journal already/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
    await user.click(await button('Choose something else'));
    await button('Choose a folder');
  });

  test('says in words why it cannot read something', async () => {
    const empty = makeTempFolder();
    const { user } = await openPage(empty);
    await user.click(await button('Choose a folder'));
    expect((await screen.findByRole('alert')).textContent).toContain('nothing in it that Kith can read');
    await button('Choose a folder');
  });

  test('does nothing when nothing was chosen', async () => {
    const { user, bridge } = await openPage(null);
    await user.click(await button('Choose a folder'));
    await waitFor(() =>
      expect(bridge.askedOfDesktop.map(({ method }) => method)).toContain('desktop.chooseImport'),
    );
    expect(screen.queryByRole('alert')).toBeNull();
    await button('Choose a folder');
  });

  test('can be stopped, and then nothing of it is left', async () => {
    const folder = makeTempFolder();
    for (let i = 0; i < 1500; i++) writeFileSync(join(folder, `2024-01-01 ${i}.md`), `Note ${i}`);
    const { user, journal } = await openPage(folder);
    await user.click(await button('Choose a folder'));
    await user.click(await screen.findByRole('button', { name: 'Import' }, { timeout: 20_000 }));
    await screen.findByRole('progressbar', { name: /^Bringing in/ });
    await user.click(await button('Stop'));
    expect((await screen.findByRole('alert', {}, { timeout: 20_000 })).textContent).toContain(
      'What it had brought was taken back',
    );
    expect(await journal.ask('entries.span', {})).toBeNull();
    expect(screen.queryByRole('region', { name: 'Earlier imports' })).toBeNull();
  }, 60_000);

  test('goes on while one looks elsewhere', async () => {
    const folder = makeTempFolder();
    for (let i = 0; i < 300; i++) writeFileSync(join(folder, `2024-01-01 ${i}.md`), `Note ${i}`);
    const { user, journal, unmount } = await openPage(folder);
    await user.click(await button('Choose a folder'));
    await user.click(await screen.findByRole('button', { name: 'Import' }, { timeout: 20_000 }));
    unmount();
    await waitFor(async () => expect((await journal.ask('transfer.batches', {}))[0]?.state).toBe('done'), {
      timeout: 20_000,
    });
    render(
      <JournalProvider client={createQueryClient()}>
        <TransferPage />
      </JournalProvider>,
    );
    await screen.findByRole('heading', { name: '300 entries came in' });
  }, 60_000);

  test('takes what is dropped on the window', async () => {
    const { bridge, journal } = await openPage(null);
    setBridge({
      ...bridge,
      grantDropped: async () => ({ ok: true, value: { grant: journal.grant(fixtureVault), name: 'vault' } }),
    });
    await button('Choose a folder');
    const held = { types: ['Files'], files: [new File([], 'vault')] };
    fireEvent(window, dragEvent('dragover', held));
    await screen.findByText('Let go to see what is in it.');
    fireEvent(window, dragEvent('drop', held));
    await screen.findByRole('heading', { name: '“vault” brings' });
  });
});

describe('earlier imports', () => {
  test('tell what became of each', async () => {
    const { user, journal } = await openPage(null, async (opened) => {
      const copy = join(makeTempFolder(), 'Old notes');
      cpSync(fixtureVault, copy, { recursive: true });
      await opened.ask('transfer.import', { source: opened.grant(copy), job: 'a' });
      opened.context.db
        .prepare("INSERT INTO import_batch VALUES (?, 'markdownFolder', 'Half a folder', 'unfinished', ?)")
        .run(opened.newId(), opened.clock.now() + 1);
    });
    const earlier = await screen.findByRole('region', { name: 'Earlier imports' });
    const [half, whole] = within(earlier).getAllByRole('listitem');
    expect(half?.textContent).toContain('interrupted before it brought anything');
    expect(whole?.textContent).toContain('six people and ten entries');
    journal.clock.advance(60_000);
    const { rows } = await journal.ask('people.list', {});
    await journal.ask('people.update', { id: rows[0]?.id ?? '', person: { notes: 'Mine now' } });
    await user.click(within(earlier).getByRole('button', { name: 'Take back “Old notes”' }));
    await user.click(await button('Take it back'));
    await screen.findAllByText(
      /^Taken back: five people and ten entries\. What you changed .* stays: one person\.$/,
    );
    await waitFor(() =>
      expect(earlier.textContent).toContain('taken back, but for one person that you have made your own'),
    );
    expect(within(earlier).queryByRole('button')).toBeNull();
  });
});

describe('taking out', () => {
  test.each([
    ['Markdown folder', 'Journal/2026/2026-11-22.md'],
    ['JSON file', 'journal.json'],
  ])('writes a %s and shows where', async (format, file) => {
    const folder = join(makeTempFolder(), 'Documents');
    mkdirSync(folder);
    const { user, bridge } = await openPage(folder, (journal) => addEntry(journal, { body: 'Words' }));
    await user.click(await button(format));
    await screen.findByText('One entry written into “Kith 2026-11-22”');
    expect([...readTree(join(folder, 'Kith 2026-11-22')).keys()]).toEqual([file]);
    await user.click(await button('Show in folder'));
    await waitFor(() =>
      expect(bridge.askedOfDesktop.at(-1)).toMatchObject({
        method: 'desktop.reveal',
        input: { name: 'Kith 2026-11-22' },
      }),
    );
    await user.click(await button('Done'));
    await button('Markdown folder');
  });

  test('says in words why it cannot', async () => {
    const { user } = await openPage(join(makeTempFolder(), 'gone'));
    await user.click(await button('JSON file'));
    expect((await screen.findByRole('alert')).textContent).toContain('could not write into that folder');
  });
});

function dragEvent(type: string, dataTransfer: unknown): Event {
  const event = createEvent(type, window, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
  return event;
}
