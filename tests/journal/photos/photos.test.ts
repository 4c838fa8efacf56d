import { afterEach, describe, expect, test } from 'vitest';
import { expirePhotos } from '../../../src/main/journal/photos/expirePhotos.ts';
import { PHOTO_MAX_BYTES, photoMimeOf } from '../../../src/shared/models/photo.ts';
import {
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testId,
} from '../../support/journal.ts';
import { recordPlans } from '../../support/queryPlans.ts';

afterEach(closeTestJournals);

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9]);
const webp = new TextEncoder().encode('RIFF\0\0\0\0WEBPVP8 ');

async function addPhoto(journal: TestJournal, bytes = jpeg): Promise<string> {
  return (await journal.ask('people.addPhoto', { bytes })).photoId;
}

const photo = (journal: TestJournal, photoId: string) => journal.ask('people.photo', { photoId });

describe('a photo', () => {
  test.each([
    ['image/jpeg', jpeg],
    ['image/png', png],
    ['image/webp', webp],
  ])('%s comes back byte for byte, also after a restart', async (mime, bytes) => {
    const journal = openTestJournal();
    const photoId = await addPhoto(journal, bytes);
    journal.reopen();
    expect(await photo(journal, photoId)).toEqual({ mime, bytes });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('hello')],
    ['a drawing in words', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', new TextEncoder().encode('<!doctype html><script>alert(1)</script>')],
    ['GIF', new TextEncoder().encode('GIF89a')],
    ['a sound', new TextEncoder().encode('RIFF\0\0\0\0WAVEfmt ')],
    ['the beginning of a beginning', jpeg.slice(0, 2)],
  ])('%s is refused in words', async (_what, bytes) => {
    const journal = openTestJournal();
    expect(photoMimeOf(bytes)).toBeNull();
    await expect(addPhoto(journal, bytes)).rejects.toMatchObject({
      kind: 'badInput',
      message: 'This is not a picture that Kith can keep.',
    });
  });

  test('that is too large, or is no bytes at all, is refused', async () => {
    const journal = openTestJournal();
    const large = new Uint8Array(PHOTO_MAX_BYTES + 1);
    large.set(jpeg);
    await expect(addPhoto(journal, large)).rejects.toMatchObject({ kind: 'badInput' });
    await addPhoto(journal, large.slice(0, PHOTO_MAX_BYTES));
    await expect(journal.askUnchecked('people.addPhoto', { bytes: 'ffd8ff' })).rejects.toMatchObject({
      message: 'This is not a picture that Kith can keep.',
    });
  });

  test('that is not there cannot be anybody’s', async () => {
    const journal = openTestJournal();
    await expect(addPerson(journal, { photoId: testId(99) })).rejects.toMatchObject({ kind: 'badInput' });
    const id = await addPerson(journal);
    await expect(journal.ask('people.update', { id, person: { photoId: testId(99) } })).rejects.toMatchObject(
      { kind: 'badInput' },
    );
    expect(await photo(journal, testId(99))).toBeNull();
  });

  test('is taken away and brought back by undo', async () => {
    const journal = openTestJournal();
    const photoId = await addPhoto(journal);
    const id = await addPerson(journal, { photoId });
    await journal.ask('people.update', { id, person: { photoId: null } });
    expect((await journal.ask('people.list', {})).rows[0]?.photoId).toBeNull();
    await journal.ask('undo.undo', {});
    expect((await journal.ask('people.list', {})).rows[0]?.photoId).toBe(photoId);
  });
});

describe('photos that nobody has any more', () => {
  const DAYS = 86_400_000;
  const expire = (journal: TestJournal) => {
    let isMore = true;
    while (isMore) isMore = expirePhotos(journal.context);
  };
  const isThere = async (journal: TestJournal, photoId: string) => (await photo(journal, photoId)) !== null;

  test('go after thirty days, and not before', async () => {
    const journal = openTestJournal();
    const photoId = await addPhoto(journal);
    journal.clock.advance(30 * DAYS - 1);
    expire(journal);
    expect(await isThere(journal, photoId)).toBe(true);
    journal.clock.advance(1 * DAYS);
    expire(journal);
    expect(await isThere(journal, photoId)).toBe(false);
  });

  test('go all of them, however many', async () => {
    const journal = openTestJournal();
    for (let i = 0; i < 25; i++) await addPhoto(journal);
    journal.clock.advance(31 * DAYS);
    expire(journal);
    expect(journal.context.db.prepare('SELECT count(*) FROM photo').pluck().get()).toBe(0);
  });

  test.each([
    [
      'a person has',
      async (journal: TestJournal, photoId: string) => void (await addPerson(journal, { photoId })),
    ],
    [
      'an earlier version of a person has',
      async (journal: TestJournal, photoId: string) => {
        const id = await addPerson(journal, { photoId });
        await journal.ask('people.update', { id, person: { photoId: null } });
      },
    ],
    [
      'somebody in the trash has',
      async (journal: TestJournal, photoId: string) => {
        const id = await addPerson(journal, { photoId });
        await journal.ask('people.remove', { id });
      },
    ],
    [
      'a form has that was not saved yet',
      async (journal: TestJournal, photoId: string) =>
        void (await journal.ask('drafts.save', { slot: 'person:1', content: JSON.stringify({ photoId }) })),
    ],
  ])('stay if %s it', async (_who, give) => {
    const journal = openTestJournal();
    const photoId = await addPhoto(journal);
    await give(journal, photoId);
    journal.clock.advance(31 * DAYS);
    expire(journal);
    expect(await isThere(journal, photoId)).toBe(true);
  });

  test('go with somebody who is gone for good', async () => {
    const journal = openTestJournal();
    const photoId = await addPhoto(journal);
    const id = await addPerson(journal, { photoId });
    const { trashId } = await journal.ask('people.remove', { id });
    journal.clock.advance(31 * DAYS);
    await journal.ask('trash.remove', { trashIds: [trashId] });
    expire(journal);
    expect(await isThere(journal, photoId)).toBe(false);
  });

  test('are found without reading a picture, or any version', async () => {
    const { context } = openTestJournal();
    const [{ plan } = { plan: '' }] = await recordPlans(context.db, () => expirePhotos(context));
    for (const index of ['photo_by_time', 'person_by_photo', 'person_history_by_photo', 'trash_by_photo']) {
      expect(plan).toMatch(new RegExp(`SEARCH \\S+ USING (COVERING )?INDEX ${index}`));
    }
  });
});
