import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectJournal, makeJournal, startWriting, unlock } from './support/journal.ts';
import { finishImport, goTo, previewImport } from './support/samples.ts';
import { expect, test } from './support/test.ts';

const vault = {
  path: join(import.meta.dirname, '../fixtures/vault'),
  kind: 'folder',
  isPepys: false,
} as const;

/** Asks axe about the screen that `page` shows, by day and by night. */
async function expectAccessible(page: Page, screen: string, without: readonly string[] = []): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // axe opens a second page for its report otherwise, which Electron has no way to open.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .disableRules([...without])
      // What React Aria says aloud: it stays for seconds, and may name a control that is gone by then.
      .exclude('[data-live-announcer]')
      .analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ target }) => target.join(' ')),
    }));
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
}

test('axe finds nothing on any screen, in either theme', async ({ launch }) => {
  test.setTimeout(300_000);
  const first = await launch();
  const { page } = first;
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  await expectAccessible(page, 'welcome');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expectAccessible(page, 'welcome with errors');
  await makeJournal(page);
  await expectAccessible(page, 'an empty journal');
  await goTo(page, 'People');
  await expectAccessible(page, 'no people');
  await goTo(page, 'Search');
  await expectAccessible(page, 'search before a word');
  await previewImport(first, vault);
  await expectAccessible(page, 'the preview of an import');
  await finishImport(first);
  await expectAccessible(page, 'the end of an import');

  await goTo(page, 'Journal');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expectAccessible(page, 'journal');
  await startWriting(page);
  await page.keyboard.type('Tea with @Mar');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page, 'writing, with completion');
  await page.keyboard.press('Enter');
  await page.keyboard.type(
    ' yesterday #home I will send her the book tomorrow. “The kindest person I know,” she said. !kind ',
  );
  await expect(page.getByText('Draft kept')).toBeVisible();
  await expectAccessible(page, 'writing');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Keep as my promise' })).toBeVisible();
  await expectAccessible(page, 'a promise that is suggested');
  await page.getByRole('button', { name: 'Keep as my promise' }).click();
  await goTo(page, 'Promises');
  await expect(page.getByRole('heading', { name: 'I promised' })).toBeVisible();
  await page.keyboard.press('n');
  await expectAccessible(page, 'promises');
  await page.keyboard.press('Escape');
  await goTo(page, 'Today');
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Done: / }).first()).toBeVisible();
  await expectAccessible(page, 'today');
  await page
    .getByRole('button', { name: /^Later: / })
    .first()
    .click();
  // React Aria's own button that closes a popover stands beside its dialog.
  await expectAccessible(page, 'today, putting something off', ['region']);
  await page.keyboard.press('Escape');
  await goTo(page, 'Shelf');
  await page.getByRole('button', { name: 'Put something on the shelf' }).click();
  await page.getByRole('textbox', { name: 'Address' }).fill('bees.example/swarms');
  await page.getByRole('combobox', { name: 'What it is about' }).fill('bees,');
  await expectAccessible(page, 'something for the shelf');
  await page.getByText('It is news of my own').click();
  await page.getByRole('button', { name: 'Put it there' }).click();
  await expect(page.getByRole('article')).toBeVisible();
  await expectAccessible(page, 'the shelf');
  await page.evaluate(() => {
    location.hash = '#/kind-words';
  });
  await expect(page.getByText('“The kindest person I know,” she said.')).toBeVisible();
  await expectAccessible(page, 'kind words');
  await goTo(page, 'People');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page, 'people');
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expectAccessible(page, 'people, two of them chosen');
  await page.getByRole('button', { name: 'Make them one' }).click();
  await expect(page.getByRole('radiogroup', { name: 'Name', exact: true })).toBeVisible();
  await expectAccessible(page, 'two people side by side');
  await goTo(page, 'People');
  await page.getByRole('link', { name: 'Look-alikes' }).click();
  await expect(page.getByRole('button', { name: 'Look at both' }).first()).toBeVisible();
  await expectAccessible(page, 'people who look alike');
  await page.getByRole('link', { name: 'Network' }).click();
  await page.getByRole('button', { name: 'Choose somebody to begin with' }).click();
  await page.getByRole('menuitem', { name: 'Maren Okafor' }).click();
  await page.getByRole('combobox', { name: 'Who' }).fill('Nora Quist');
  await page.getByRole('option', { name: 'Add “Nora Quist” to your people' }).click();
  await expectAccessible(page, 'the first tie');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Network' }).getByRole('link')).toBeVisible();
  await expectAccessible(page, 'the network');
  await goTo(page, 'People');
  await page.getByRole('row').filter({ hasText: 'Maren Okafor' }).click();
  await expect(page.getByRole('heading', { name: 'Maren Okafor' })).toBeVisible();
  await expectAccessible(page, 'person');
  await page.getByText('Edit', { exact: true }).click();
  await expectAccessible(page, 'person, edited');
  const folded = page.locator('form h2 button[aria-expanded="false"]');
  while ((await folded.count()) > 0) await folded.first().click();
  await page.getByRole('button', { name: 'Add a date' }).click();
  await page.keyboard.type('31 April');
  await page.getByRole('combobox', { name: 'Groups' }).fill('The choir,');
  await page.getByRole('textbox', { name: 'Why do you keep' }).fill('She makes me laugh.');
  await page.getByRole('textbox', { name: 'When' }).fill('May 1984');
  await expectAccessible(page, 'person, edited, with every part open');
  await page.getByRole('textbox', { name: 'Birthday' }).fill('30 April');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('You met in May 1984.')).toBeVisible();
  await expectAccessible(page, 'person, well known');
  await goTo(page, 'Search');
  await page.keyboard.type('maren');
  await expect(page.getByRole('listbox', { name: 'Found' })).toBeVisible();
  await expectAccessible(page, 'search');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('mar');
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  // The arrows scroll it from the field, which axe only grants to a combobox.
  await expectAccessible(page, 'palette', ['scrollable-region-focusable']);
  await page.keyboard.press('Escape');
  await goTo(page, 'Bring in & take out');
  await expectAccessible(page, 'transfer');
  await goTo(page, 'Trash');
  await expectAccessible(page, 'an empty trash');
  await goTo(page, 'Journal');
  const written = page.getByRole('article').filter({ hasText: 'Tea with' });
  await written.hover();
  await written.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'Edit (e)' }).click();
  await expect(page.getByRole('textbox', { name: 'The words of the entry' })).toBeFocused();
  await page.keyboard.type('A change. ');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Earlier versions' }).click();
  await expect(page.getByRole('region', { name: 'This version' }).locator('del')).toContainText('A change.');
  await expectAccessible(page, 'earlier versions');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Delete' }).click();
  await goTo(page, 'Trash');
  await expect(page.getByRole('article')).toContainText('Tea with');
  await expectAccessible(page, 'the trash');
  await page.getByRole('button', { name: 'Empty the trash' }).click();
  await expect(page.getByRole('alertdialog', { name: 'Empty the trash?' })).toBeVisible();
  await expectAccessible(page, 'emptying the trash');
  await page.keyboard.press('Escape');
  await goTo(page, 'Settings');
  await expectAccessible(page, 'settings');
  await first.quit();

  const second = await launch();
  await expect(second.page.getByRole('button', { name: 'Open', exact: true })).toBeVisible();
  await expectAccessible(second.page, 'unlock');
  await unlock(second.page, 'not the passphrase');
  await expect(second.page.getByText('That is not the passphrase')).toBeVisible();
  await expectAccessible(second.page, 'unlock after a wrong passphrase');
  await unlock(second.page);
  await expectJournal(second.page);
});
