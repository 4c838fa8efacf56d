import { expect, type Locator, type Page } from '@playwright/test';
import type { Kith } from './launch.ts';

export const PASSPHRASE = 'a lamp in the window';

/** Makes a new journal, as somebody does who opens Kith for the first time. Gives its recovery key. */
export async function makeJournal(page: Page): Promise<string> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await page.getByRole('textbox', { name: 'The same again' }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Begin' }).click();
  const recoveryKey = await writeDownRecoveryKey(page);
  await expectJournal(page);
  return recoveryKey;
}

/** Reads the recovery key off the sheet that shows it once, says so, and goes on. */
export async function writeDownRecoveryKey(page: Page): Promise<string> {
  const groups = page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem');
  await expect(groups).toHaveCount(8);
  const recoveryKey = (await groups.allInnerTexts()).join('-');
  await page.getByText('I have written it down').click();
  await page.getByRole('button', { name: 'Go on' }).click();
  return recoveryKey;
}

/** Opens the journal that is there. */
export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

/** The journal is open when there is a way to every place in it. */
export async function expectJournal(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Kith' })).toBeVisible();
}

/** Goes to the journal, from wherever the window is. */
export async function goToJournal(page: Page): Promise<void> {
  await expectJournal(page);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: 'Journal', exact: true })).toBeVisible();
}

/** The file or folder that the user will choose in the system's next dialogs. */
export async function willChoose({ app }: Kith, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

/** Opens the sheet for a new entry by its key, and waits until it takes what is typed. */
export async function startWriting(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+n');
  const writing = page.getByRole('textbox', { name: 'What passed between you' });
  await expect(writing).toBeFocused();
  return writing;
}

/** Ends the journal's process as a fault in it would, once it runs. Resolves when it is gone. */
export async function killJournalProcess({ app }: Kith): Promise<void> {
  await app.evaluate(async ({ app: main }) => {
    const pid = () => main.getAppMetrics().find(({ name }) => name === 'Kith journal')?.pid;
    const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));
    let running = pid();
    for (; running === undefined; running = pid()) await aMoment();
    process.kill(running, 'SIGKILL');
    while (pid() === running) await aMoment();
  });
}
