import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectJournal, makeJournal, PASSPHRASE, startWriting, unlock } from './support/journal.ts';
import type { Kith } from './support/launch.ts';
import { expect, test } from './support/test.ts';

const secret = 'marzipan';

/** The process of the journal, or undefined while there is none. */
const journalPid = ({ app }: Kith) =>
  app.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Kith journal')?.pid ?? null,
  );

const isRunning = ({ app }: Kith, pid: number) =>
  app.evaluate((_electron, id) => {
    try {
      return process.kill(id, 0);
    } catch {
      return false;
    }
  }, pid);

const rendererPid = ({ app }: Kith) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);

/** Ids of the processes that held words of the journal. */
async function readers(kith: Kith): Promise<readonly [number, number]> {
  const journal = await journalPid(kith);
  if (journal === null) throw new Error('there is no journal process');
  return [journal, await rendererPid(kith)];
}

/** The window shows the lock and nothing else, and whoever had read the journal is gone. */
async function expectLocked(kith: Kith, before: readonly number[]): Promise<void> {
  const { page, app } = kith;
  await expect(page.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
  for (const pid of before) await expect.poll(() => isRunning(kith, pid)).toBe(false);
  expect(await page.content()).not.toContain(secret);
  expect(page.url()).toBe('app://kith/index.html');
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      title: window.getTitle(),
      addresses: window.webContents.navigationHistory.getAllEntries?.().map(({ url }) => url) ?? [],
    })),
  );
  for (const { title, addresses } of windows) {
    expect(title).toBe('Kith');
    expect(addresses.join()).not.toContain('#');
  }
  expect(await page.evaluate(() => globalThis.kith.journal('people.list', {}))).toMatchObject({
    ok: false,
    error: { kind: 'locked' },
  });
}

test('the shortcut locks: no process and no page that read the journal is left, and the draft comes back', async ({
  kith,
}) => {
  const { page } = kith;
  await makeJournal(page);
  const writing = await startWriting(page);
  await page.keyboard.type(`We ate ${secret}`);
  const before = await readers(kith);
  await page.keyboard.press('Control+l');
  await expectLocked(kith, before);

  await unlock(page);
  await expectJournal(page);
  // The sheet is open again, with the last letter on it.
  await expect(writing).toContainText(`We ate ${secret}`);
});

test('what was written just before a lock is in a backup soon after the next unlocking', async ({ kith }) => {
  const { page, dataFolder } = kith;
  await makeJournal(page);
  const writing = await startWriting(page);
  await page.keyboard.type(`We ate ${secret}`);
  await page.keyboard.press('Control+Enter');
  await expect(writing).toBeHidden();
  const before = await readers(kith);
  await page.keyboard.press('Control+l');
  await expectLocked(kith, before);
  const folder = join(dataFolder, 'backups');
  expect(existsSync(folder)).toBe(false);

  await unlock(page);
  await expectJournal(page);
  const entries = () =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => existsSync(join(folder, name, 'about.json')))
          .map((name) => JSON.parse(readFileSync(join(folder, name, 'about.json'), 'utf8')).entries)
      : [];
  await expect.poll(entries).toEqual([1]);
});

test('after unlocking one is where one was, and can lock again', async ({ kith }) => {
  const { page } = kith;
  await makeJournal(page);
  for (let round = 0; round < 2; round += 1) {
    await page.keyboard.press('Control+4');
    await page.getByRole('combobox').first().fill(secret);
    // Addresses are known to a process that outlives the lock, so they do not say what was searched for.
    await expect.poll(() => page.url()).toContain('#/search?');
    expect(page.url()).not.toContain(secret);
    const before = await readers(kith);
    await kith.app.evaluate(({ Menu }) => {
      const menus = Menu.getApplicationMenu()?.items ?? [];
      const lock = menus.flatMap(({ submenu }) => submenu?.items ?? []).find(({ label }) => label === 'Lock');
      lock?.click();
    });
    await expectLocked(kith, before);
    await unlock(page);
    await expectJournal(page);
    await expect(page.getByRole('combobox').first()).toHaveValue(secret);
  }
});

test('it locks when nobody is there, when the computer sleeps, and when the screen is locked', async ({
  kith,
}) => {
  const { page, app } = kith;
  await makeJournal(page);
  const causes = [
    () => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend')),
    () => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen')),
    () =>
      app.evaluate(({ powerMonitor }) => {
        powerMonitor.getSystemIdleTime = () => 5 * 60;
      }),
  ];
  for (const cause of causes) {
    const before = await readers(kith);
    await cause();
    await expectLocked(kith, before);
    await app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 0;
    });
    await unlock(page);
    await expectJournal(page);
  }
});

test('the time until it locks can be chosen, and is kept to', async ({ kith }) => {
  const { page, app } = kith;
  await makeJournal(page);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: /Lock by itself/ }).click();
  await page.getByRole('option', { name: 'After an hour' }).click();
  await expect(page.getByRole('button', { name: /After an hour/ })).toBeVisible();
  const checksPassed = () =>
    app.evaluate(async ({ powerMonitor }) => {
      let checks = 0;
      powerMonitor.getSystemIdleTime = () => {
        checks += 1;
        return 59 * 60;
      };
      while (checks < 2) await new Promise((resolve) => setTimeout(resolve, 100));
      return checks;
    });
  expect(await checksPassed()).toBeGreaterThan(1);
  await expectJournal(page);
  const before = await readers(kith);
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 60 * 60;
  });
  await expectLocked(kith, before);
});

test('a window that does not answer is emptied all the same', async ({ kith, dataFolder }) => {
  await makeJournal(kith.page);
  const before = await readers(kith);
  // It has nothing to say in time, nor has the journal.
  await kith.app.evaluate((_electron, pids) => {
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
  }, before);
  await kith.app.evaluate(({ Menu }) => {
    const menus = Menu.getApplicationMenu()?.items ?? [];
    menus
      .flatMap(({ submenu }) => submenu?.items ?? [])
      .find(({ label }) => label === 'Lock')
      ?.click();
  });
  await expect.poll(() => isRunning(kith, before[0])).toBe(false);
  await expect.poll(() => isRunning(kith, before[1])).toBe(false);
  expect(existsSync(join(dataFolder, 'journal.kith'))).toBe(true);
});

test('who forgot the passphrase comes in by the recovery key, and chooses another', async ({
  launch,
  dataFolder,
}) => {
  const first = await launch();
  const recoveryKey = await makeJournal(first.page);
  expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  await first.quit();
  expect(readFileSync(join(dataFolder, 'journal.keys.json'), 'utf8')).not.toContain(recoveryKey.slice(0, 4));

  const { page } = await launch();
  await page.getByRole('button', { name: 'Forgot the passphrase?' }).click();
  const field = page.getByRole('textbox', { name: 'Recovery key' });
  const swapped = `${recoveryKey[1]}${recoveryKey[0]}${recoveryKey.slice(2)}`;
  const slip =
    swapped === recoveryKey ? `${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('A') ? 'B' : 'A'}` : swapped;
  await field.fill(slip);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText(/There is a slip in the recovery key/)).toBeVisible();
  await field.fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Choose a new passphrase' })).toBeVisible();
  const fresh = 'another lamp, another window';
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(fresh);
  await page.getByRole('textbox', { name: 'The same again' }).fill(fresh);
  await page.getByRole('button', { name: 'Use this passphrase' }).click();
  await expectJournal(page);
  await page.keyboard.press('Control+l');
  await unlock(page, PASSPHRASE);
  await expect(page.getByText('That is not the passphrase of this journal.')).toBeVisible();
  await unlock(page, fresh);
  await expectJournal(page);
});

test('after five wrong tries the next one waits, and a restart does not shorten it', async ({ launch }) => {
  const first = await launch();
  await makeJournal(first.page);
  await first.page.keyboard.press('Control+l');
  for (let wrong = 1; wrong <= 5; wrong += 1) {
    await unlock(first.page, `wrong ${wrong}`);
    await expect(first.page.getByText('That is not the passphrase of this journal.')).toBeVisible();
    await first.page.getByRole('textbox', { name: 'Passphrase' }).fill('');
  }
  const told = /the next one is possible in \d seconds?/;
  await expect(first.page.getByText(told)).toBeVisible();
  await expect(first.page.getByRole('button', { name: 'Open', exact: true })).toBeDisabled();
  await first.quit();
  const second = await launch();
  // It may be over by now; if it is not, it is told.
  await expect(second.page.getByRole('button', { name: 'Open', exact: true })).toBeEnabled();
  await unlock(second.page);
  await expectJournal(second.page);
});

test('a system that keeps secrets in plain text is not trusted with the key', async ({ kith }) => {
  const { page, app } = kith;
  test.skip(process.platform !== 'linux', 'Only Linux may have no keyring.');
  await app.evaluate(({ safeStorage }) => {
    safeStorage.getSelectedStorageBackend = () => 'basic_text';
  });
  await page.reload();
  await expect(page.getByText(/no keyring that Kith could trust/)).toBeVisible();
  await expect(page.getByRole('radio', { name: /By this computer/ })).toBeDisabled();
  const answer = await page.evaluate(() => globalThis.kith.journal('vault.create', { thisComputer: true }));
  expect(answer).toMatchObject({ ok: false, error: { kind: 'keyring' } });
  expect(await page.evaluate(() => globalThis.kith.journal('vault.status', {}))).toMatchObject({
    value: { state: 'absent' },
  });
});

test('where there is a keyring, the journal opens by itself at the start and by a press after a lock', async ({
  launch,
  dataFolder,
}) => {
  // The keyring of a test machine: Chromium's own, told to be a real one.
  const withKeyring = async (kith: Kith) => {
    await kith.app.evaluate(({ safeStorage }) => {
      safeStorage.setUsePlainTextEncryption(true);
      safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret';
    });
    await kith.page.reload();
  };
  const first = await launch();
  await withKeyring(first);
  await first.page.getByText('By this computer, without asking').click();
  await first.page.getByRole('button', { name: 'Begin' }).click();
  await first.page.getByText('I have written it down').click();
  await first.page.getByRole('button', { name: 'Go on' }).click();
  await expectJournal(first.page);
  const before = await readers(first);
  await first.page.keyboard.press('Control+l');
  await expectLocked(first, before);
  await first.page.getByRole('button', { name: 'Open on this computer' }).click();
  await expectJournal(first.page);
  await first.quit();

  const second = await launch();
  await withKeyring(second);
  await expectJournal(second.page);
  expect(existsSync(join(dataFolder, 'this-computer.json'))).toBe(true);
});
