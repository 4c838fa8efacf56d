import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { makeTempFolder, readFolder, removeTempFolders } from '../../support/folders.ts';
import { addEntry, addPerson, closeTestJournals, openTestJournal } from '../../support/journal.ts';

afterEach(closeTestJournals);
afterEach(removeTempFolders);

const CANARY = 'Zilpzalpgesang';

/** The places of the canary in the file, in any of the encodings that SQLite knows. */
function leaks(folder: string): readonly string[] {
  const forms = (['utf8', 'utf16le'] as const).flatMap((encoding) => [
    Buffer.from(CANARY, encoding),
    Buffer.from(CANARY.toLowerCase(), encoding),
  ]);
  return [...readFolder(folder)].flatMap(([name, bytes]) =>
    forms.some((form) => bytes.includes(form)) ? [name] : [],
  );
}

test('the search for leaks finds them in a file that is not encrypted', () => {
  const folder = makeTempFolder();
  const plain = new Database(join(folder, 'plain'));
  plain.exec(`CREATE TABLE word (text); INSERT INTO word VALUES ('${CANARY}')`);
  plain.close();
  expect(leaks(folder)).toEqual(['plain']);
});

test('no word of the journal is ever in a file in the clear', async () => {
  const journal = openTestJournal();
  const id = await addPerson(journal, { name: CANARY, notes: CANARY, nicknames: [CANARY] });
  await journal.ask('drafts.save', { slot: 'new', content: CANARY });
  for (let i = 0; i < 50; i++) {
    await addEntry(journal, { title: CANARY, body: `${CANARY} `.repeat(200), tags: [CANARY] });
  }
  expect([...readFolder(journal.folder).keys()]).toContain('journal.kith-wal');
  expect(leaks(journal.folder)).toEqual([]);
  await journal.ask('people.remove', { id });
  journal.context.db.pragma('wal_checkpoint(TRUNCATE)');
  journal.context.db.exec('VACUUM');
  expect(leaks(journal.folder)).toEqual([]);
  journal.reopen();
  expect(leaks(journal.folder)).toEqual([]);
  expect((await journal.ask('entries.timeline', {})).entries[0]?.title).toBe(CANARY);
});
