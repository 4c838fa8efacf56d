import type { Page } from '@playwright/test';
import { makeJournal, startWriting } from './support/journal.ts';
import type { Kith } from './support/launch.ts';
import { payloads } from './support/payloads.ts';
import { expect, test } from './support/test.ts';

// Known pieces of script, in every field, on every screen: all of it is text. What the pages complain of, such as
// something that its policy refused, fails the test as well.

test.setTimeout(8 * 60_000);

/** Every page is looked at in the full run, one in three in the short one. */
const STEP = process.env['KITH_FULL'] === '1' ? 1 : 3;
const some = (ids: readonly string[]) => ids.filter((_, i) => i % STEP === 0);

/** Watches for everything that script in a text could bring about. */
async function watch({ app, page }: Kith): Promise<(where: string) => Promise<void>> {
  const happened: string[] = [];
  page.on('dialog', async (dialog) => {
    happened.push(`a dialog: ${dialog.type()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('app://kith/')) happened.push(`a request: ${request.url().slice(0, 60)}`);
  });
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith('app://kith/index.html'))
      happened.push(`a page: ${frame.url().slice(0, 60)}`);
  });
  app.on('window', () => happened.push('a window'));
  return async (where) => {
    const found = await page.evaluate(() => ({
      ran: 'ran' in globalThis || 'ran' in Object.prototype,
      listening: [...document.querySelectorAll('*')].filter((element) =>
        element.getAttributeNames().some((name) => /^on/i.test(name)),
      ).length,
      foreign: document.querySelectorAll('iframe, object, embed, webview, base, portal, form[action]').length,
      scripts: [...document.scripts].filter(({ src }) => !src.startsWith('app://kith/')).length,
      addresses: [...document.querySelectorAll('a[href], area[href], img[src]')]
        .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
        .filter((address) => !/^(#|https?:|mailto:|$)/.test(address)),
    }));
    expect(found, where).toEqual({ ran: false, listening: 0, foreign: 0, scripts: 0, addresses: [] });
    expect(happened, where).toEqual([]);
  };
}

/** Goes to a place by its address and waits until it is drawn. */
async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, place);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30))));
}

/** Writes every payload into every field of a person and of an entry, through the window's own bridge. */
async function fill(page: Page): Promise<{ people: string[]; entries: string[] }> {
  return await page.evaluate(async (all) => {
    const people: string[] = [];
    const entries: string[] = [];
    const must = async (method: string, input: unknown) => {
      const reply = (await globalThis.kith.journal(method as never, input as never)) as {
        ok?: boolean;
        error?: { kind: string };
        value?: { id: string };
        id?: string;
      };
      if (reply.ok === false) throw new Error(`${method}: ${reply.error?.kind}`);
      return reply.value?.id ?? reply.id ?? '';
    };
    for (const [i, payload] of all.entries()) {
      const line = payload.replace(/\s+/g, ' ').trim().slice(0, 180) || 'x';
      const kinds = ['email', 'phone', 'address', 'url', 'handle', 'other'];
      const person = await must('people.create', {
        person: {
          name: line,
          preferredName: i % 2 === 0 ? line : '',
          nicknames: [line],
          contactWays: kinds.map((kind) => ({ kind, label: line.slice(0, 60), value: line })),
          notes: payload,
          details: [{ label: line.slice(0, 100), value: payload }],
        },
      });
      people.push(person);
      const tag = payload.replace(/[\s#,]+/g, '').slice(0, 90);
      entries.push(
        await must('entries.create', {
          entry: {
            day: `2026-${String(1 + (i % 10)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
            time: null,
            channel: 'note',
            begunBy: null,
            title: line,
            body: `${payload}\n\nA word, payload, and [${line.replace(/[[\]]/g, '')}](person:${person}).`,
            people: [{ personId: person, role: 'with' }],
            tags: tag === '' ? [] : [tag],
          },
        }),
      );
    }
    return { people, entries };
  }, payloads);
}

test(`none of ${payloads.length} payloads runs on any screen`, async ({ kith }) => {
  expect(payloads.length).toBeGreaterThanOrEqual(200);
  const { page } = kith;
  await makeJournal(page);
  const expectQuiet = await watch(kith);
  const { people, entries } = await fill(page);

  await goTo(page, '/');
  for (let i = 0; i < 40; i++) {
    await page.mouse.wheel(0, 1_200);
    await page.waitForTimeout(30);
  }
  await expectQuiet('the journal');
  for (const id of some(entries)) await goTo(page, `/entry/${id}`);
  await expectQuiet('the entries');
  for (const id of some(people)) {
    await goTo(page, `/person/${id}`);
    await page.waitForTimeout(30);
  }
  await expectQuiet('the people');
  for (const [i, id] of [...entries, ...people].entries()) {
    if (i % 10 !== 0) continue;
    await goTo(page, i < entries.length ? `/entry/${id}` : `/person/${id}`);
    await page.waitForTimeout(150);
    await expectQuiet(`${i < entries.length ? 'entry' : 'person'} ${i}`);
  }
  for (const place of ['/people', '/search', '/transfer', '/backups', '/settings', '/trash']) {
    await goTo(page, place);
    await page.waitForTimeout(300);
    await expectQuiet(place);
  }
});

test('none runs when it is searched for, typed or pasted', async ({ kith }) => {
  const { page } = kith;
  await makeJournal(page);
  const expectQuiet = await watch(kith);
  await fill(page);

  await goTo(page, '/search');
  const search = page.getByRole('combobox', { name: 'Search' });
  for (const payload of payloads) await search.fill(payload);
  await search.fill('payload');
  await expect(page.getByRole('listbox', { name: 'Found' }).getByRole('option').first()).toBeVisible();
  await expectQuiet('search');

  await page.keyboard.press('Control+k');
  for (const payload of payloads.filter((_, i) => i % 5 === 0)) {
    await page.keyboard.insertText(payload);
    await page.keyboard.press('Control+a');
  }
  await expectQuiet('the palette');
  await page.keyboard.press('Escape');

  await startWriting(page);
  for (const payload of payloads) {
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/html', text);
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, payload);
  }
  await page.waitForTimeout(500);
  await expectQuiet('pasting');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  for (const payload of payloads.filter((_, i) => i % 10 === 0)) {
    await page.keyboard.insertText(`${payload}\n`);
  }
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(500);
  await expectQuiet('what was written');
});
