import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { willChoose } from './journal.ts';
import type { Kith } from './launch.ts';

const tests = join(import.meta.dirname, '../..');
const pepys = join(tests, '../../shared/samples/pepys-vault.zip');
const ownVault = join(tests, 'fixtures/vault');

/** Something to import: the diary of Samuel Pepys where it lies beside the checkout, otherwise a small folder of our own. */
export interface Sample {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly isPepys: boolean;
}

/** The sample for this run. Says so when it is the small one, for the run then shows less. */
export function findSample(): Sample {
  if (existsSync(pepys)) return { path: pepys, kind: 'file', isPepys: true };
  console.log(`The diary of Pepys is not at ${pepys}: the small vault of tests/fixtures stands in for it.`);
  return { path: ownVault, kind: 'folder', isPepys: false };
}

const chooseButtons = { file: 'Choose a zip file', folder: 'Choose a folder' } as const;

/** Brings `sample` into the open journal, as a user does, as far as the preview. */
export async function previewImport(kith: Kith, sample: Sample): Promise<void> {
  const { page } = kith;
  await willChoose(kith, sample.path);
  await goTo(page, 'Bring in & take out');
  await page.getByRole('button', { name: chooseButtons[sample.kind] }).click();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeVisible({ timeout: 60_000 });
}

/** Goes on from the preview to the words that say what came in. */
export async function finishImport({ page }: Kith): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: / came in$/ })).toBeVisible({ timeout: 240_000 });
}

/** Goes to a place by the window's own navigation. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Kith' }).getByRole('link', { name: place }).click();
}
