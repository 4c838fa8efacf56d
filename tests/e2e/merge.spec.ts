import type { Page } from '@playwright/test';
import type { JournalInput, JournalMethod, JournalOutput } from '../../src/shared/contract/index.ts';
import { makeJournal, unlock } from './support/journal.ts';
import { expect, test } from './support/test.ts';

/** Asks the journal by the window's own bridge. */
async function ask<M extends JournalMethod>(
  page: Page,
  method: M,
  input: JournalInput<M>,
): Promise<JournalOutput<M>> {
  return await page.evaluate(
    async ([name, given]) => {
      const settled = await globalThis.kith.journal(name, given as never);
      if (!settled.ok) throw new Error(`${name}: ${settled.error.kind}`);
      return settled.value as never;
    },
    [method, input] as const,
  );
}

test('two people are made one, and two again from the trash after a restart', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await makeJournal(page);
  const email = [{ kind: 'email' as const, label: '', value: 'lisa@example.org' }];
  const { id: lisa } = await ask(page, 'people.create', {
    person: { name: 'Lisa Grey', contactWays: email },
  });
  const { id: liz } = await ask(page, 'people.create', { person: { name: 'Liz Grey', contactWays: email } });
  const entry = {
    day: '2026-11-20',
    time: null,
    channel: 'call' as const,
    begunBy: null,
    title: '',
    tags: [],
  };
  for (const id of [lisa, lisa, liz]) {
    const body = `@[${id === liz ? 'Liz' : 'Lisa'}](person:${id}) told of medlars`;
    await ask(page, 'entries.create', { entry: { ...entry, body, people: [] } });
  }

  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('link', { name: 'Look-alikes' }).click();
  await expect(page.getByText('Both have the e-mail address lisa@example.org.')).toBeVisible();
  await page.getByRole('button', { name: 'Look at both' }).click();
  await page.getByRole('radio', { name: 'Liz Grey' }).check({ force: true });
  await page.getByRole('button', { name: 'Make them one' }).click();
  await expect(page.getByRole('heading', { name: 'Liz Grey', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Lisa' })).toHaveCount(2);
  await page.getByRole('link', { name: 'Liz', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Liz Grey', level: 1 })).toBeVisible();
  expect((await ask(page, 'people.list', {})).total).toBe(1);
  await first.quit();

  const second = await launch();
  await unlock(second.page);
  await second.page.getByRole('link', { name: 'Trash' }).click();
  await second.page.getByRole('button', { name: 'Restore Liz Grey' }).click();
  await expect(second.page.getByText('The trash is empty')).toBeVisible();
  const { rows } = await ask(second.page, 'people.list', {});
  expect(rows.map(({ name, entryCount }) => [name, entryCount])).toEqual([
    ['Lisa Grey', 2],
    ['Liz Grey', 1],
  ]);
});

test('many are chosen by keys, get a tag together, and lose it by one undo', async ({ kith: { page } }) => {
  await makeJournal(page);
  for (const name of ['Ada', 'Ben', 'Cleo', 'Dan']) await ask(page, 'people.create', { person: { name } });
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'Ada' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('Three people chosen').first()).toBeVisible();
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.keyboard.type('choir');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Three people now have the tag “choir”.').first()).toBeVisible();
  const tags = async () => (await ask(page, 'people.list', {})).rows.map((row) => row.tags.join());
  expect(await tags()).toEqual(['choir', 'choir', 'choir', '']);
  await page.getByRole('row').filter({ hasText: 'Ada' }).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('What was changed about three people is undone.').first()).toBeVisible();
  expect(await tags()).toEqual(['', '', '', '']);
});
