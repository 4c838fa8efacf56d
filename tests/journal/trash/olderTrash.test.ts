import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { firstKeyOf } from '../../../src/main/journal/entries/entryKey.ts';
import { openJournal } from '../../../src/main/journal/openJournal.ts';
import { migrate, migrations } from '../../../src/main/journal/store/migrate.ts';
import { openStore } from '../../../src/main/journal/store/openStore.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import { testClock, testId, testIds, testKey } from '../../support/journal.ts';

afterEach(removeTempFolders);

const [ada, talk, trashedPerson, trashedEntry, letter] = [1, 2, 3, 4, 5].map(testId) as [
  string,
  string,
  string,
  string,
  string,
];

/** A journal as Kith wrote it before people in the trash kept their links: those stand in the JSON. */
function makeOlderJournal(): string {
  const file = join(makeTempFolder(), 'journal.kith');
  const db = openStore(file, { key: testKey, create: true, newestSchema: 2 });
  migrate(db, migrations.slice(0, 2));
  db.prepare(
    `INSERT INTO entry (k, id, channel, title, body, created_at, changed_at) VALUES (?, ?, 'call', '', 'A talk.', 1, 1)`,
  ).run(firstKeyOf('2020-02-02') + 3600, talk);
  const put = db.prepare(
    'INSERT INTO trash (id, kind, subject_id, content, deleted_at) VALUES (?, ?, ?, ?, ?)',
  );
  const now = testClock().now();
  const person = {
    name: 'Ada',
    preferredName: '',
    nicknames: [],
    contactWays: [],
    circleId: 'inner',
    notes: '',
    details: [],
  };
  const links = [
    { entryId: talk, role: 'with', position: 0 },
    { entryId: letter, role: 'with', position: 0 },
  ];
  const moments = { batchId: null, createdAt: 1, changedAt: 1 };
  put.run(trashedPerson, 'person', ada, JSON.stringify({ n: 7, id: ada, person, links, ...moments }), now);
  const entry = {
    day: '2021-03-03',
    time: null,
    channel: 'letter',
    begunBy: ada,
    title: '',
    body: 'Dear Ada',
    tags: [],
  };
  const people = [{ personId: ada, role: 'with' }];
  put.run(
    trashedEntry,
    'entry',
    letter,
    JSON.stringify({ id: letter, entry, people, origin: null, ...moments }),
    now,
  );
  db.close();
  return file;
}

test('what an older Kith put in the trash comes back, people into their entries', async () => {
  const journal = openJournal(makeOlderJournal(), { key: testKey, clock: testClock(), newId: testIds(50) });
  expect((await journal.ask('trash.list', {})).items).toHaveLength(2);
  await journal.ask('trash.restore', { trashId: trashedEntry });
  await journal.ask('trash.restore', { trashId: trashedPerson });
  expect(await journal.ask('people.get', { id: ada })).toMatchObject({
    name: 'Ada',
    circleId: 'inner',
    entryCount: 2,
    lastTalk: '2021-03-03',
  });
  for (const id of [talk, letter]) {
    expect((await journal.ask('entries.get', { id })).people).toMatchObject([{ id: ada, role: 'with' }]);
  }
  const { entries } = await journal.ask('entries.timeline', { filter: { circleId: 'inner' } });
  expect(entries.map(({ id }) => id)).toEqual([letter, talk]);
  expect((await journal.ask('search.run', { text: 'from:ada' })).entries.map(({ id }) => id)).toEqual([
    letter,
  ]);
  expect(journal.context.db.pragma('foreign_key_check')).toEqual([]);
  journal.close();
});
