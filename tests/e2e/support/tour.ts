import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeJournal, startWriting } from './journal.ts';
import type { Kith } from './launch.ts';
import { finishImport, previewImport } from './samples.ts';
import { expect } from './test.ts';

/** Every place of a window. */
const places = ['/', '/people', '/search', '/transfer', '/backups', '/settings', '/trash'];

/** Waits until the page has drawn the place with this address. */
async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, place);
  await page.waitForTimeout(250);
}

/**
 * Uses every feature, and writes `word` into every kind of field, letter by letter: nothing of what drives the
 * application may hold the word itself. Ends with a draft under way. `sources` is a folder for what is imported.
 */
export async function takeTour(kith: Kith, word: string, sources: string): Promise<void> {
  const { page } = kith;
  await makeJournal(page);
  await writeEverywhere(page, word);
  await importNotes(kith, word, sources);
  for (const place of places) await goTo(page, place);

  await goTo(page, '/search');
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially(word);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(word);
  await page.waitForTimeout(400);
  await page.keyboard.press('Escape');
  await goTo(page, '/');
  await startWriting(page);
  await page.keyboard.type(`About ${word} `);
  await page.waitForTimeout(800);
}

/** Every field that the journal has, by the window's own bridge. */
async function writeEverywhere(page: Page, word: string): Promise<void> {
  // The letters are put together in the window.
  const failures = await page.evaluate(
    async (letters) => {
      const w = letters.map((code) => String.fromCharCode(code)).join('');
      const failed: string[] = [];
      const ask = async (method: string, input: unknown) => {
        const reply = (await globalThis.kith.journal(method as never, input as never)) as {
          ok: boolean;
          value?: { id?: string; trashId?: string } | null;
          error?: { kind: string };
        };
        if (!reply.ok) failed.push(`${method}: ${reply.error?.kind}`);
        return reply.value ?? {};
      };
      const kinds = ['email', 'phone', 'address', 'url', 'handle', 'other'];
      const person = await ask('people.create', {
        person: {
          name: `Name ${w}`,
          preferredName: w,
          nicknames: [w],
          contactWays: kinds.map((kind) => ({ kind, label: w, value: w })),
          notes: `Notes ${w}`,
          details: [{ label: w, value: w }],
        },
      });
      const entry = {
        day: '2026-11-20',
        time: '10:00',
        channel: 'note',
        begunBy: null,
        title: `Title ${w}`,
        body: `Body ${w} #${w}`,
        people: [{ personId: person.id, role: 'with' }],
        tags: [w],
      };
      const { id } = await ask('entries.create', { entry });
      await ask('entries.update', { id, entry: { ...entry, body: `Another body ${w}` } });
      const { trashId } = await ask('entries.remove', { id });
      await ask('trash.restore', { trashId });
      await ask('drafts.save', { slot: 'note', content: w });
      await ask('search.typing', { text: w });
      await ask('search.run', { text: `"${w}"` });
      await ask('people.suggest', { text: w });
      await ask('tags.suggest', { text: w });
      await ask('backups.make', { job: 'tour' });
      return failed;
    },
    [...word].map((letter) => letter.charCodeAt(0)),
  );
  expect(failures).toEqual([]);
}

async function importNotes(kith: Kith, word: string, sources: string): Promise<void> {
  mkdirSync(sources, { recursive: true });
  writeFileSync(join(sources, '2026-01-02.md'), `Walked with [[Maren]] and spoke of ${word}.`);
  await previewImport(kith, { path: sources, kind: 'folder', isPepys: false });
  await finishImport(kith);
}
