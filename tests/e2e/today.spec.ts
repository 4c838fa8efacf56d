import type { ElectronApplication, Page } from '@playwright/test';
import type { JournalInput, JournalMethod, JournalOutput } from '../../src/shared/contract/index.ts';
import { expectJournal, goToJournal, makeJournal, startWriting, unlock } from './support/journal.ts';
import { expect, test } from './support/test.ts';

/** Asks the journal as the window does. */
async function ask<M extends JournalMethod>(
  page: Page,
  method: M,
  input: JournalInput<M>,
): Promise<JournalOutput<M>> {
  const settled = await page.evaluate(([name, given]) => globalThis.kith.journal(name, given as never), [
    method as JournalMethod,
    input as unknown,
  ] as const);
  if (!settled.ok) throw new Error(`${method}: ${settled.error.kind}`);
  return settled.value as JournalOutput<M>;
}

const today = (page: Page) => page.getByRole('heading', { name: 'Today', exact: true });

test('a promise that was accepted is called to mind when it is due, in its own words, and stays done', async ({
  launch,
}) => {
  const first = await launch('2026-11-18T09:00');
  await makeJournal(first.page);
  const writing = await startWriting(first.page);
  await first.page.keyboard.type('Coffee with @Maren Okafor');
  await expect(first.page.getByRole('option', { name: 'Add “Maren Okafor” as a new person' })).toBeVisible();
  await first.page.keyboard.press('Enter');
  await first.page.keyboard.type(". I'll send her the book by Friday.");
  await first.page.keyboard.press('Control+Enter');
  await expect(writing).toBeHidden();
  await first.page.getByRole('button', { name: 'Keep as my promise' }).click();
  await expect(first.page.getByRole('button', { name: 'Keep as my promise' })).toHaveCount(0);
  await first.quit();

  const second = await launch('2026-11-21T10:00');
  await unlock(second.page);
  await expect(today(second.page)).toBeVisible();
  await expect(second.page.getByText('Saturday 21 November 2026')).toBeVisible();
  const nudge = second.page.getByRole('article').filter({ hasText: /I['’]ll send her the book by Friday\./ });
  await expect(nudge.getByRole('link', { name: 'Maren Okafor' })).toBeVisible();
  await expect(nudge.locator('blockquote a')).toHaveAttribute('href', /^#\/entry\//);
  await second.page.getByRole('button', { name: 'Done: Maren Okafor' }).click();
  await expect(second.page.getByRole('button', { name: 'Done: Maren Okafor' })).toHaveCount(0);
  await second.quit();

  for (const later of ['2026-11-21T12:00', '2026-11-28T10:00']) {
    const again = await launch(later);
    await unlock(again.page);
    await expect(today(again.page)).toBeVisible();
    await expect(again.page.getByText('send her the book')).toHaveCount(0);
    const { promises } = await ask(again.page, 'promises.list', { state: 'kept' });
    expect(promises).toMatchObject([{ madeBy: 'me', closedOn: '2026-11-21' }]);
    // The journal itself has every word still.
    await goToJournal(again.page);
    await expect(again.page.getByRole('article')).toContainText('send her the book by Friday.');
    await again.quit();
  }
});

const names = ['Maren Okafor', 'Tom Reed', 'Ines Álvarez', 'Sam Whitlock', 'Lisa Brandt', 'Ola Nyman'];

/** People of whom nothing was heard for long. */
async function addPeople(page: Page): Promise<void> {
  for (const name of names) {
    const { id } = await ask(page, 'people.create', { person: { name, circleId: 'close' } });
    const entry = { day: '2026-03-02', time: null, channel: 'call' as const, begunBy: 'me', title: '' };
    const body = `@[${name}](person:${id}) is glad of the spring.`;
    const people = [{ personId: id, role: 'with' as const }];
    await ask(page, 'entries.create', { entry: { ...entry, body, people, tags: [] } });
  }
}

/** The Daily Three: of each the name, and what was done about it. */
async function threeOf(page: Page): Promise<readonly (readonly [string, string | null])[]> {
  const { three } = await ask(page, 'nudges.today', {});
  return three.map(({ nudge, act }) => [nudge.people[0]?.name ?? '', act] as const);
}

test('what was swapped, left and put off stays so after a restart, and comes again when it should', async ({
  launch,
}) => {
  const first = await launch('2026-11-18T09:00');
  await makeJournal(first.page);
  await addPeople(first.page);
  await first.page.keyboard.press('Control+1');
  await expect(today(first.page)).toBeVisible();
  const [swapped = '', left = '', later = ''] = (await threeOf(first.page)).map(([name]) => name);
  await first.page.getByRole('button', { name: `Swap ${swapped} for somebody else` }).click();
  await expect(first.page.getByRole('button', { name: `Done: ${swapped}` })).toHaveCount(0);
  await first.page.getByRole('button', { name: `More about this, for ${left}` }).click();
  await first.page.getByRole('menuitem', { name: 'Not today' }).click();
  await expect(first.page.getByText(/: not today$/)).toBeVisible();
  await first.page.getByRole('button', { name: `Later: ${later}` }).click();
  await first.page.getByRole('button', { name: /^In a week/ }).click();
  await expect(first.page.getByRole('button', { name: `Done: ${later}` })).toHaveCount(0);
  const before = await threeOf(first.page);
  expect(before.map(([name]) => name)).not.toContain(swapped);
  await first.quit();

  const second = await launch('2026-11-18T18:00');
  await unlock(second.page);
  await expect(second.page.getByText(/: not today$/)).toBeVisible();
  expect(await threeOf(second.page)).toEqual(before);
  await expect(second.page.getByRole('button', { name: `Done: ${later}` })).toHaveCount(0);
  await second.quit();

  const third = await launch('2026-11-25T09:00');
  await unlock(third.page);
  await expect(today(third.page)).toBeVisible();
  const { three, others, folded } = await ask(third.page, 'nudges.today', {});
  const back = [...three.map(({ nudge }) => nudge), ...others, ...folded].map(
    ({ people }) => people[0]?.name,
  );
  for (const name of [swapped, left, later]) expect(back).toContain(name);
});

/** Keeps what notifications would show, instead of showing it. */
async function watchNotifications(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { shownNotifications: shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this);
    };
  });
}

const shownBy = (app: ElectronApplication) =>
  app.evaluate(() => {
    const { shownNotifications } = globalThis as unknown as { shownNotifications: Electron.Notification[] };
    return shownNotifications.map(({ title, body }) => [title, body]);
  });

const patience = { timeout: 90_000, intervals: [500] };

test('one notification a day tells that there is something, without a name, and a click opens Today', async ({
  launch,
}) => {
  test.slow();
  const first = await launch('2026-11-18T09:00');
  await makeJournal(first.page);
  await addPeople(first.page);
  await ask(first.page, 'settings.update', { digestHour: 8 });
  await first.quit();

  const second = await launch('2026-11-19T07:59:30');
  await watchNotifications(second.app);
  await unlock(second.page);
  await expect(today(second.page)).toBeVisible();
  await second.page.keyboard.press('Control+3');
  await expect(second.page.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
  await expect
    .poll(() => shownBy(second.app), patience)
    .toEqual([[expect.stringMatching(/^Kith: (two|three|four|five|six) people today$/), '']]);
  await second.app.evaluate(() => {
    const { shownNotifications } = globalThis as unknown as { shownNotifications: Electron.Notification[] };
    shownNotifications[0]?.emit('click');
  });
  await expect(today(second.page)).toBeVisible();
  await second.quit();

  // Told is told, and whoever opens the journal after its hour sees for themselves.
  const third = await launch('2026-11-19T08:20:50');
  await watchNotifications(third.app);
  await unlock(third.page);
  await expect(today(third.page)).toBeVisible();
  await third.page.waitForTimeout(12_000);
  expect(await shownBy(third.app)).toEqual([]);
});

test('a locked journal is told of without a word of it, and not again once it is open', async ({
  launch,
}) => {
  test.slow();
  const first = await launch('2026-11-18T09:00');
  await makeJournal(first.page);
  await addPeople(first.page);
  await ask(first.page, 'settings.update', { digestHour: 8, privateNotifications: false });
  await first.quit();

  const { app, page } = await launch('2026-11-19T07:59:20');
  await watchNotifications(app);
  await unlock(page);
  await expect(today(page)).toBeVisible();
  // The plan is made as soon as the journal is open.
  await page.waitForTimeout(1_500);
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
  expect(await shownBy(app)).toEqual([]);
  await expect.poll(() => shownBy(app), patience).toEqual([['Kith has something for today', '']]);
  await unlock(page);
  await expect(today(page)).toBeVisible();
  await page.waitForTimeout(2_000);
  expect(await shownBy(app)).toHaveLength(1);
});

test('a thing on the shelf says who would like it, and remembers with whom it was shared', async ({
  launch,
}) => {
  const first = await launch();
  await makeJournal(first.page);
  const { id: personId } = await ask(first.page, 'people.create', { person: { name: 'Maren Okafor' } });
  await ask(first.page, 'facts.create', { personId, fact: { facet: 'interests', text: 'bees' } });
  await first.page.keyboard.press('Control+6');
  await first.page.getByRole('button', { name: 'Put something on the shelf' }).click();
  await first.page.getByRole('textbox', { name: 'Address' }).fill('bees.example/swarms');
  await first.page.getByRole('textbox', { name: 'Title' }).fill('How swarms decide');
  await first.page.getByRole('combobox', { name: 'What it is about' }).fill('bees');
  await first.page.keyboard.press('Enter');
  await first.page.getByRole('button', { name: 'Put it there' }).click();
  await first.page.getByRole('button', { name: 'Shared it with Maren Okafor' }).click();
  await expect(first.page.getByRole('list', { name: 'Shared with' })).toContainText('Maren Okafor');
  await first.quit();

  const { page } = await launch();
  await unlock(page);
  await expectJournal(page);
  await page.keyboard.press('Control+6');
  await expect(page.getByRole('list', { name: 'Shared with' })).toContainText('Maren Okafor');
});
