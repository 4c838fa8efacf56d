import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectJournal, goToJournal, makeJournal, startWriting, unlock } from './support/journal.ts';
import { liveAWhile } from './support/livingJournal.ts';
import { findSample, finishImport, goTo, previewImport } from './support/samples.ts';
import { expect, test } from './support/test.ts';

// Takes a picture of each main screen, by day and by night.

const folder =
  process.env['KITH_SHOTS'] ?? process.env['KITH_E2E_OUTPUT'] ?? join(import.meta.dirname, '../../shots');
const themes = ['light', 'dark'] as const;

/** Takes a picture in each theme of the screen that `page` shows. Waits for what moves to come to rest. */
async function shoot(page: Page, name: string): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(250);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), caret: 'initial' });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

test('pictures of each main screen', async ({ launch }) => {
  test.setTimeout(600_000);
  mkdirSync(folder, { recursive: true });
  const sample = findSample();
  const words = sample.isPepys
    ? { person: 'Elizabeth', search: 'my wife dinner', palette: 'eliz', writing: 'To @', found: /./ }
    : { person: 'Maren', search: 'lighthouse', palette: 'mar', writing: 'To @', found: /./ };

  const first = await launch();
  await setSize(first);
  await expect(first.page.getByRole('button', { name: 'Begin' })).toBeVisible();
  await shoot(first.page, '01-welcome');
  await makeJournal(first.page);
  await shoot(first.page, '02-journal-empty');
  await goTo(first.page, 'People');
  await shoot(first.page, '03-people-empty');
  await previewImport(first, sample);
  await shoot(first.page, '04-import-preview');
  await finishImport(first);
  await shoot(first.page, '05-import-done');
  await first.quit();

  const second = await launch();
  const { page } = second;
  await setSize(second);
  await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeVisible();
  await shoot(page, '06-unlock');
  await unlock(page);
  await expectJournal(page);
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  await shoot(page, '07-today');
  await goToJournal(page);
  await expect(page.getByRole('article').first()).toBeVisible();
  await shoot(page, '07-journal');

  const writing = await startWriting(page);
  await writing.pressSequentially('Met @');
  await writing.pressSequentially(words.person.slice(0, 4));
  await page.waitForTimeout(400);
  await shoot(page, '08-writing-completion');
  await page.keyboard.press('Enter');
  await writing.pressSequentially(' yesterday at noon. We talked about the garden. #home ');
  await page.waitForTimeout(400);
  await shoot(page, '09-writing');
  await page.keyboard.press('Control+Enter');
  await expect(writing).toBeHidden();
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Close' }).click();

  await goTo(page, 'People');
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await shoot(page, '10-people');
  await page
    .getByRole('textbox', { name: 'Find somebody' })
    .or(page.getByRole('searchbox', { name: 'Find somebody' }))
    .fill(words.person);
  await page.waitForTimeout(500);
  await page.getByRole('row').nth(1).click();
  await page.waitForTimeout(700);
  await shoot(page, '11-person');

  await goTo(page, 'Search');
  await shoot(page, '12-search-empty');
  await page.getByRole('combobox', { name: 'Search' }).fill(words.search);
  await expect(page.getByRole('listbox', { name: 'Found' }).getByRole('option').first()).toBeVisible();
  await page.waitForTimeout(300);
  await shoot(page, '13-search');

  await page.keyboard.press('Control+k');
  await page.keyboard.type(words.palette);
  await page.waitForTimeout(500);
  await shoot(page, '14-palette');
  await page.keyboard.press('Escape');

  await goTo(page, 'Bring in & take out');
  await page.waitForTimeout(300);
  await shoot(page, '15-transfer');
  await goTo(page, 'Settings');
  await page.waitForTimeout(300);
  await shoot(page, '16-settings');
});

test('pictures of a life that is written down', async ({ launch }) => {
  test.setTimeout(300_000);
  mkdirSync(folder, { recursive: true });
  const kith = await launch();
  const { page } = kith;
  await setSize(kith);
  await makeJournal(page);
  await liveAWhile(page);
  await goTo(page, 'Today');
  await expect(page.getByRole('article').first()).toBeVisible();
  await shoot(page, '20-today');
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Maren Okafor/ }).click();
  await expect(page.getByRole('heading', { name: 'Maren Okafor' })).toBeVisible();
  await page.waitForTimeout(500);
  await shoot(page, '21-person');
  await goTo(page, 'People');
  for (const [tab, picture] of [
    ['Circles', '22-circles'],
    ['Network', '23-network'],
    ['Look-alikes', '24-look-alikes'],
    ['Kind words', '25-kind-words'],
  ] as const) {
    await page.getByRole('link', { name: tab, exact: true }).click();
    await page.waitForTimeout(1_500);
    await shoot(page, picture);
  }
  await goTo(page, 'Promises');
  await page.waitForTimeout(500);
  await shoot(page, '26-promises');
  await goTo(page, 'Shelf');
  await page.waitForTimeout(500);
  await shoot(page, '27-shelf');
});

async function setSize({
  app,
}: {
  readonly app: import('@playwright/test').ElectronApplication;
}): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 860));
}
