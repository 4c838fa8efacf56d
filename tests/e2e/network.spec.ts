import type { Page } from '@playwright/test';
import { makeJournal } from './support/journal.ts';
import { expect, test } from './support/test.ts';

const names = ['Ada', 'Ben', 'Cleo', 'Xan', 'Yves', 'Zoe'];
/** Two groups of three, and Cleo and Xan between them. */
const pairs = [
  [0, 1],
  [1, 2],
  [2, 0],
  [2, 3],
  [3, 4],
  [4, 5],
  [5, 3],
] as const;

async function fill(page: Page): Promise<void> {
  await page.evaluate(
    async ([people, friends]) => {
      const ids: string[] = [];
      for (const name of people) {
        const added = await globalThis.kith.journal('people.create', { person: { name } });
        if (added.ok) ids.push((added.value as { readonly id: string }).id);
      }
      for (const [a, b] of friends) {
        const tie = { personId: ids[a] ?? '', otherId: ids[b] ?? '', kind: 'friend' as const };
        await globalThis.kith.journal('ties.create', { tie });
      }
    },
    [names, pairs] as const,
  );
}

/** How many different colours the picture has: one alone means that nothing is drawn. */
function countColours(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const colours = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4) colours.add(pixels.slice(at, at + 4).join());
    return colours.size;
  });
}

test('the network is laid out and drawn, followed by keys, and opens whoever is pressed', async ({
  kith: { page },
}) => {
  await makeJournal(page);
  await fill(page);
  await page.evaluate(() => {
    location.hash = '#/network';
  });
  await expect(page.getByText('Six people, with seven ties between them.')).toBeVisible();
  const focused = page.getByRole('region', { name: 'Network' }).getByRole('link');
  await expect(focused).toBeVisible();
  // Colours of lines, dots and names, and of their edges.
  await expect.poll(() => countColours(page)).toBeGreaterThan(20);

  await focused.focus();
  await expect(focused).toHaveAttribute('aria-label', 'Ada. Ben (friend), Cleo (friend)');
  for (const [key, label] of [
    ['End', /^Zoe\./],
    ['PageUp', /^Yves\./],
    ['PageUp', /^Xan\. .*Joins two groups$/],
  ] as const) {
    await page.keyboard.press(key);
    await expect(focused).toHaveAttribute('aria-label', label);
    await expect(focused).toBeFocused();
  }
  const before = await focused.boundingBox();
  await page.keyboard.press('+');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => focused.boundingBox()).not.toEqual(before);
  await page.keyboard.press('0');

  // The dot of whoever has the focus lies under the ring.
  await expect
    .poll(async () => Math.round((await focused.boundingBox())?.x ?? 0))
    .toBe(Math.round(before?.x ?? -1));
  const box = await focused.boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect(page.getByRole('heading', { name: 'Xan', exact: true })).toBeVisible();
  await page.goBack();
  await focused.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ada', exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Ties of Ada' }).getByRole('listitem')).toHaveCount(2);
});
