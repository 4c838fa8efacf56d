import type { Page } from '@playwright/test';
import { makeJournal } from './support/journal.ts';
import { expect, test } from './support/test.ts';

/** A picture of this size in the colour, as a file that a user may choose. */
async function makePicture(page: Page, width: number, height: number, type = 'image/png'): Promise<Buffer> {
  const base64 = await page.evaluate(
    async (wanted) => {
      const canvas = new OffscreenCanvas(wanted.width, wanted.height);
      const context = canvas.getContext('2d');
      if (context) context.fillStyle = '#336699';
      context?.fillRect(0, 0, wanted.width, wanted.height);
      const blob = await canvas.convertToBlob({ type: wanted.type });
      return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
    },
    { width, height, type },
  );
  return Buffer.from(base64, 'base64');
}

async function openForm(page: Page, name: string): Promise<void> {
  await makeJournal(page);
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('button', { name: 'New person' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
}

/** The colour in the middle of the photo that is shown, as near as a JPEG keeps it, and the size that is kept. */
async function lookAtPhoto(page: Page) {
  await expect(page.locator('canvas').first()).toBeVisible();
  return await page.evaluate(async () => {
    const canvas = document.querySelector('canvas');
    const pixel = canvas?.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
    const ask = async (method: never, input: never) => {
      const settled = await globalThis.kith.journal(method, input);
      if (!settled.ok) throw new Error(settled.error.message);
      return settled.value;
    };
    const { rows } = (await ask('people.list' as never, {} as never)) as { rows: { photoId: string }[] };
    const photoId = rows[0]?.photoId;
    const kept = (await ask('people.photo' as never, { photoId } as never)) as {
      mime: string;
      bytes: Uint8Array<ArrayBuffer>;
    };
    const { width, height } = await createImageBitmap(new Blob([kept.bytes]));
    const colour = [...(pixel ?? [])].slice(0, 3).map((value) => Math.round(value / 20));
    return { colour, mime: kept.mime, width, height, size: kept.bytes.length };
  });
}

test('a photo is made small, kept in the journal, and shown without leave to load pictures', async ({
  launch,
}) => {
  const kith = await launch();
  const { page } = kith;
  await openForm(page, 'Ada Lovelace');
  const file = page.locator('input[type=file]');

  await file.setInputFiles({
    name: 'notes.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('not a picture'),
  });
  await expect(page.getByText('This is not a picture that Kith can read.')).toBeVisible();
  await expect(page.locator('canvas')).toHaveCount(0);

  await file.setInputFiles({
    name: 'ada.png',
    mimeType: 'image/png',
    buffer: await makePicture(page, 2000, 3000),
  });
  await expect(page.locator('canvas')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.').first()).toBeVisible();
  const shown = await lookAtPhoto(page);
  expect(shown).toMatchObject({ colour: [3, 5, 8], mime: 'image/jpeg', width: 341, height: 512 });
  expect(shown.size).toBeLessThan(300_000);

  await kith.quit();
  const again = await launch();
  await again.page.getByRole('textbox', { name: 'Passphrase' }).fill('a lamp in the window');
  await again.page.getByRole('button', { name: 'Open', exact: true }).click();
  await again.page.getByRole('link', { name: 'People' }).click();
  expect(await lookAtPhoto(again.page)).toEqual(shown);
});

test('a photo is pasted and dropped', async ({ kith }) => {
  const { page } = kith;
  await openForm(page, 'Ada');
  for (const kind of ['paste', 'drop'] as const) {
    const base64 = (await makePicture(page, 60, 40)).toString('base64');
    await page.getByRole('group', { name: 'Photo' }).evaluate(
      (field, given) => {
        const bytes = Uint8Array.from(atob(given.base64), (letter) => letter.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], 'picture.png', { type: 'image/png' }));
        const options = { bubbles: true, cancelable: true };
        field.dispatchEvent(
          given.kind === 'paste'
            ? new ClipboardEvent('paste', { ...options, clipboardData: data })
            : new DragEvent('drop', { ...options, dataTransfer: data }),
        );
      },
      { kind, base64 },
    );
    await expect(page.locator('canvas')).toBeVisible();
    await page.getByRole('button', { name: 'Take it away' }).click();
    await expect(page.locator('canvas')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Choose a photo' })).toBeFocused();
  }
});

test('two megabytes pasted into a name are refused in words, and nothing typed is lost', async ({ kith }) => {
  const { page } = kith;
  await openForm(page, 'Ada');
  await page.getByRole('textbox', { name: 'What you call them' }).fill('Countess');
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('x'.repeat(2_000_000));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This is too long. There is room for 200 characters.')).toBeVisible();
  await expect(name).toBeFocused();
  await name.fill('Ada Lovelace');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();
  await expect(page.getByText('Countess').first()).toBeVisible();
});
