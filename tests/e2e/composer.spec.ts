import type { Page } from '@playwright/test';
import { makeJournal, unlock } from './support/journal.ts';
import { expect, test } from './support/test.ts';

/** A quick hand: some 150 words a minute. */
const typing = { delay: 45 };

const sheet = (page: Page) => page.getByRole('group', { name: 'New entry' });
const words = (page: Page) => page.getByRole('textbox', { name: 'What passed between you' });
const entries = (page: Page) => page.getByRole('article');

async function addPeople(page: Page, names: readonly string[]): Promise<void> {
  await page.evaluate(async (all) => {
    for (const name of all) await kith.journal('people.create', { person: { name } });
  }, names);
}

test('from an empty window to a saved entry that names two people, by keys alone', async ({ kith }) => {
  const { page } = kith;
  await makeJournal(page);
  await addPeople(page, ['Anna Petrova', 'Ben Okafor', 'Benedict Low']);

  const began = performance.now();
  await page.keyboard.press('Control+n');
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('Yesterday lunch with @ann', typing);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' and @ben o', typing);
  await page.keyboard.press('Enter');
  await page.keyboard.type(', about **boats**.', typing);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+Enter');
  await expect(sheet(page)).toBeHidden();
  console.log(`written and saved in ${((performance.now() - began) / 1000).toFixed(1)} s`);

  await expect(page.getByRole('heading', { name: 'Yesterday' })).toBeVisible();
  const entry = entries(page).first();
  await expect(entry).toContainText('In person');
  await expect(entry).toContainText('with Anna Petrova and Ben Okafor');
  await expect(entry).toContainText('Yesterday lunch with Anna Petrova and Ben Okafor, about boats.');
  await expect(entry.locator('strong')).toHaveText('boats');
});

test('a sentence is marked by its letters or from the menu, and kind words are found again and thanked for', async ({
  kith,
}) => {
  const { page } = kith;
  await makeJournal(page);
  await addPeople(page, ['Anna Petrova']);
  await page.keyboard.press('Control+n');
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('@ann', typing);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' calls me patient !ki', typing);
  await page.keyboard.press('Tab');
  await page.keyboard.type('. Lent her my atlas.', typing);
  await page.keyboard.press('Control+e');
  await page.getByRole('menuitem', { name: /Something you gave/ }).click();
  await expect(words(page)).toBeFocused();
  await expect(words(page)).toHaveText('Anna Petrova calls me patient !kind. Lent her my atlas. !gave');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+Enter');
  await expect(entries(page).first()).toContainText('calls me patient kind words.');

  await page.getByRole('navigation', { name: 'Kith' }).getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: 'Kind words' }).click();
  await expect(page.getByText('“Anna Petrova calls me patient.”')).toBeVisible();
  await page.getByRole('button', { name: 'Thank Anna Petrova' }).click();
  await expect(words(page)).toHaveText('!thanked ');
  await page.keyboard.type('Wrote her a card.', typing);
  await page.keyboard.press('Control+Enter');
  const thanks = entries(page).filter({ hasText: 'Wrote her a card.' });
  await thanks.getByRole('link', { name: 'Anna Petrova' }).click();
  const passed = page.getByRole('region', { name: 'What passed between you' });
  await expect(passed).toContainText('Kind words about you“Anna Petrova calls me patient.”');
  await expect(passed).toContainText('thanked');
  await expect(passed).toContainText('Your thanks“Wrote her a card.”');
});

test('somebody new is made on the fly, and taken back', async ({ kith }) => {
  const { page } = kith;
  await makeJournal(page);
  await page.keyboard.press('Control+n');
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('Tea with @zoe', typing);
  await expect(page.getByRole('option', { name: 'Add “Zoe” as a new person' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Zoe, only mentioned' })).toBeVisible();
  await page.keyboard.type(' at four', typing);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Zoe, only mentioned' })).toBeHidden();
  await expect(words(page)).toHaveText('Tea with Zoe at four');
});

test('what was typed and not saved is there again after the window was killed', async ({ launch }) => {
  const first = await launch();
  await makeJournal(first.page);
  await first.page.keyboard.press('Control+n');
  await expect(words(first.page)).toBeFocused();
  await first.page.keyboard.type('A long talk about the garden', typing);
  await expect(sheet(first.page).getByText('Draft kept')).toBeVisible();
  const gone = first.app.waitForEvent('close');
  first.app.process().kill('SIGKILL');
  await gone;

  const { page } = await launch();
  await unlock(page);
  await page.getByRole('button', { name: 'Go on writing' }).click();
  await expect(words(page)).toHaveText('A long talk about the garden');
  await page.keyboard.type('.', typing);
  await page.keyboard.press('Control+Enter');
  await expect(entries(page)).toHaveText(/A long talk about the garden\./);
});
