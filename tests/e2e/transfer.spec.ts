import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeJournal, willChoose } from './support/journal.ts';
import { findSample, finishImport, goTo, previewImport } from './support/samples.ts';
import { expect, test } from './support/test.ts';

const sample = findSample();

/** Typed as somebody does who remembers the words; each stands in one entry only, that of its day. */
const remembered = sample.isPepys
  ? ([
      ['1660-01-11', 'we living lately in the garret'],
      ['1660-10-05', 'cup of tee (a China drink)'],
      ['1660-10-23', 'looking as cheerful as any man could do in that condition'],
      ['1662-10-09', 'the most insipid ridiculous play that ever I saw in my life'],
      ['1665-06-17', 'two or three houses marked with a red cross'],
      ['1666-08-09', 'music is the thing of the world that I love most'],
      ['1666-09-12', 'a most horrid malicious bloody flame'],
      ['1666-09-14', 'my Parmazan cheese, as well as my wine'],
      ['1668-11-04', 'did find me embracing'],
      ['1669-06-10', 'almost as much as to see myself go into my grave'],
    ] as const)
  : ([
      ['2025-01-06', 'Jo called'],
      ['2025-05-02', 'Concert'],
    ] as const);

test('a vault is looked at, brought in, searched as one types, and taken out again', async ({
  kith,
  dataFolder,
}) => {
  test.setTimeout(400_000);
  const { page } = kith;
  await makeJournal(page);

  await test.step('the preview says what is in it and writes nothing', async () => {
    await previewImport(kith, sample);
    if (sample.isPepys) {
      for (const words of ['60 people', '3,410 entries', '14,360 mentions of people']) {
        await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
      }
    }
    const span = await page.evaluate(() => globalThis.kith.journal('entries.span', {}));
    expect(span).toEqual({ ok: true, value: null });
  });

  await test.step('the import brings it in', async () => {
    await finishImport(kith);
    if (sample.isPepys) {
      await expect(page.getByRole('heading', { name: /^60 people and 3,410 entries came in/ })).toBeVisible();
    }
  });

  await test.step('each remembered sentence is found at the last key', async () => {
    await page.keyboard.press('Control+4');
    const field = page.getByRole('combobox', { name: 'Search' });
    await expect(field).toBeFocused();
    for (const [day, words] of remembered) {
      await field.fill('');
      await field.pressSequentially(words);
      const best = page
        .getByRole('listbox', { name: 'Found' })
        .getByRole('option')
        .filter({ has: page.locator('time') })
        .first();
      await expect(best.locator('time'), `the entry of ${day}`).toHaveAttribute('datetime', day);
      await expect(best.locator('mark').first()).toBeVisible();
    }
  });

  await test.step('Enter opens the entry', async () => {
    // People come before entries.
    const chosen = page.getByRole('option', { selected: true }).filter({ has: page.locator('time') });
    await expect(async () => {
      await page.keyboard.press('ArrowDown');
      await expect(chosen).toHaveCount(1, { timeout: 1_000 });
    }).toPass();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/entry\//);
    await expect(page.getByRole('article')).toBeVisible();
  });

  await test.step('everything leaves as a folder of notes', async () => {
    const target = join(dataFolder, 'taken out');
    mkdirSync(target);
    await willChoose(kith, target);
    await goTo(page, 'Bring in & take out');
    await page.getByRole('button', { name: 'Markdown folder' }).click();
    await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible({ timeout: 120_000 });
    const [folder = ''] = readdirSync(target);
    const notes = readdirSync(join(target, folder), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.md'));
    if (sample.isPepys) expect(notes.length).toBeGreaterThanOrEqual(3470);
    else expect(notes.length).toBeGreaterThan(5);
  });

  await test.step('the file holds none of it in the clear', async () => {
    await kith.quit();
    const bytes = readFileSync(join(dataFolder, 'journal.kith'));
    for (const [, words] of remembered) expect(bytes.includes(words)).toBe(false);
    expect(bytes.subarray(0, 16).toString('latin1')).not.toContain('SQLite');
  });
});
