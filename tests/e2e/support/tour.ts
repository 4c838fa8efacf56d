import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { askEverything } from './everyMethod.ts';
import { makeJournal, startWriting, willChoose } from './journal.ts';
import type { Kith } from './launch.ts';
import { finishImport, previewImport } from './samples.ts';
import { expect } from './test.ts';

/** Waits until the page has drawn the place with this address. */
async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, place);
  await page.waitForTimeout(250);
}

/**
 * Uses every feature, and writes `word` into every kind of field, letter by letter: nothing of what drives the
 * application may hold the word itself. Ends with a draft under way. `sources` becomes a folder of what is imported
 * and exported, which is the user's own.
 */
export async function takeTour(kith: Kith, word: string, sources: string): Promise<void> {
  const { page } = kith;
  await makeJournal(page);
  await answerDialogs(kith);
  await importNotes(kith, word, join(sources, 'notes'));
  await willChoose(kith, makeFolder(sources, 'others'));
  writeFileSync(join(sources, 'others', '2026-01-03.md'), `Walked with [[Ivo]] and spoke of ${word}.`);
  const unasked = await askEverything(page, word);
  expect(unasked, 'everyMethod.ts has to ask these as well').toEqual([]);
  await seeEveryPlace(page);
  await searchByHand(page, word);
  await goTo(page, '/');
  await startWriting(page);
  await page.keyboard.type(`About ${word} `);
  await page.waitForTimeout(800);
}

/** What would open a program beside Kith only says that it was asked to. */
async function answerDialogs({ app }: Kith): Promise<void> {
  await app.evaluate(({ dialog, shell }) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    shell.openExternal = async () => undefined;
    shell.showItemInFolder = () => undefined;
  });
}

async function importNotes(kith: Kith, word: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '2026-01-02.md'), `Walked with [[Maren]] and spoke of ${word}.`);
  await previewImport(kith, { path: folder, kind: 'folder', isPepys: false });
  await finishImport(kith);
}

/** Every place that the window leads to, and those behind them. */
async function seeEveryPlace(page: Page): Promise<void> {
  const led = await page
    .getByRole('navigation', { name: 'Kith' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
  expect(led.length).toBeGreaterThan(4);
  const [person, entry] = await page.evaluate(async () => {
    const { ask } = globalThis.guide;
    const { rows } = await ask('people.list', { limit: 1 });
    const { entries } = await ask('entries.timeline', { limit: 1 });
    return [rows[0]?.id ?? '', entries[0]?.id ?? ''];
  });
  for (const place of [...led, '/backups', `/person/${person}`, `/entry/${entry}`]) await goTo(page, place);
}

async function searchByHand(page: Page, word: string): Promise<void> {
  await goTo(page, '/search');
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially(word);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(word);
  await page.waitForTimeout(400);
  await page.keyboard.press('Escape');
}

function makeFolder(parent: string, name: string): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
