import { killJournalProcess, makeJournal, startWriting } from './support/journal.ts';
import { expect, readLog, test } from './support/test.ts';

const secret = 'marzipan';

test('when the journal’s process falls, it is said, and nothing typed is lost', async ({
  kith,
  dataFolder,
}) => {
  const { page } = kith;
  await makeJournal(page);
  const writing = await startWriting(page);
  await page.keyboard.type(`Before the fall we ate ${secret}`);
  await killJournalProcess(kith);
  await page.keyboard.type(', and after it bread.');
  await expect(page.getByText('Nothing that was saved is lost.')).toBeVisible();
  await expect(writing).toContainText(`Before the fall we ate ${secret}, and after it bread.`);
  await page.keyboard.press('Control+Enter');
  await expect(writing).toBeHidden();
  await expect(page.getByRole('article')).toContainText(`ate ${secret}, and after it bread.`);
  await page.getByRole('button', { name: 'Good' }).click();

  const log = readLog(dataFolder);
  expect(log).toContain('the journal process ended');
  expect(log).not.toContain(secret);
});

test('a question under way when it falls is answered with “interrupted”, and the journal stays open', async ({
  kith,
}) => {
  const { page } = kith;
  await makeJournal(page);
  await kith.app.evaluate(({ app }) => {
    // Stopped, the process cannot answer before it is gone.
    const pid = app.getAppMetrics().find(({ name }) => name === 'Kith journal')?.pid;
    if (pid !== undefined) process.kill(pid, 'SIGSTOP');
  });
  await page.evaluate(() => {
    Object.assign(globalThis, { asked: globalThis.kith.journal('circles.list', {}) });
  });
  await killJournalProcess(kith);
  const answer = await page.evaluate(() => (globalThis as unknown as { asked: unknown }).asked);
  expect(answer).toMatchObject({ ok: false, error: { kind: 'interrupted' } });
  expect(await page.evaluate(() => globalThis.kith.journal('vault.status', {}))).toMatchObject({
    ok: true,
    value: { state: 'open' },
  });
});

test('a process that falls again and again is not started for ever: the user is asked', async ({
  kith,
  dataFolder,
}) => {
  await makeJournal(kith.page);
  await kith.app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...given: unknown[]) => {
      asked.push((given.at(-1) as { message: string }).message);
      // Long enough to see that the process stays down while the user thinks.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return { response: 0, checkboxChecked: false };
    };
  });
  for (let count = 0; count < 3; count += 1) await killJournalProcess(kith);
  const asked = () => kith.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  await expect.poll(asked).toEqual(['The journal stopped working']);
  await expect
    .poll(() => kith.page.evaluate(() => globalThis.kith.journal('vault.status', {})))
    .toMatchObject({ ok: true, value: { state: 'open' } });
  expect(readLog(dataFolder).match(/the journal process ended/g)).toHaveLength(3);
});
