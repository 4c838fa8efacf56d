import type { ElectronApplication } from '@playwright/test';
import { expectJournal, makeJournal, unlock } from './support/journal.ts';
import { expect, test } from './support/test.ts';

/** Chooses the item that is called `label`, as a click on it does. */
function chooseFromMenu(app: ElectronApplication, label: string): Promise<void> {
  return app.evaluate(({ Menu }, wanted) => {
    const flat = (items: Electron.MenuItem[]): Electron.MenuItem[] =>
      items.flatMap((item) => [item, ...flat(item.submenu?.items ?? [])]);
    const item = flat(Menu.getApplicationMenu()?.items ?? []).find(({ label: name }) => name === wanted);
    if (item === undefined) throw new Error(`there is no “${wanted}” in the menu`);
    item.click();
  }, label);
}

test('the menu leads to every place', async ({ kith: { app, page } }) => {
  await makeJournal(page);
  for (const [label, heading] of [
    ['People', 'People'],
    ['Today', 'Today'],
    ['Settings…', 'Settings'],
    ['Import…', 'Bring in and take out'],
    ['Journal', 'Journal'],
    ['Export…', 'Bring in and take out'],
  ] as const) {
    await chooseFromMenu(app, label);
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
  }
  await chooseFromMenu(app, 'Search');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await chooseFromMenu(app, 'Write an entry');
  await expect(page.getByRole('textbox', { name: 'What passed between you' })).toBeFocused();
  await chooseFromMenu(app, 'Find anything…');
  await expect(page.getByRole('dialog', { name: 'Find anybody and anything' })).toBeVisible();
  await page.keyboard.press('Escape');
  await chooseFromMenu(app, 'Keyboard shortcuts');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('what is asked of a locked window is done when it opens', async ({ launch }) => {
  const first = await launch();
  await makeJournal(first.page);
  await first.quit();
  const { app, page } = await launch();
  await chooseFromMenu(app, 'People');
  await unlock(page);
  await expectJournal(page);
  await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
});

test('the look that is chosen is that of the page, the window and the next start', async ({ launch }) => {
  const first = await launch();
  await makeJournal(first.page);
  const looks = () =>
    first.app.evaluate(({ nativeTheme, BrowserWindow }) => ({
      theme: nativeTheme.themeSource,
      window: BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
    }));
  await chooseFromMenu(first.app, 'Lamplight');
  await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(looks).toMatchObject({ theme: 'dark' });
  const dark = await looks();
  await chooseFromMenu(first.app, 'Paper');
  await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect.poll(looks).toMatchObject({ theme: 'light' });
  expect((await looks()).window).not.toBe(dark.window);
  await chooseFromMenu(first.app, 'Lamplight');
  await expect.poll(looks).toEqual(dark);
  await first.quit();

  const second = await launch();
  expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
});
