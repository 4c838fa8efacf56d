import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readAbout } from '../../src/main/journal/backups/about.ts';
import { isBackupName, namesIn } from '../../src/main/journal/backups/backupNames.ts';
import { checkAgainst } from '../../src/main/journal/backups/checkJournal.ts';
import { listBackups } from '../../src/main/journal/backups/listBackups.ts';
import { openJournal } from '../../src/main/journal/openJournal.ts';
import { migrate, migrations } from '../../src/main/journal/store/migrate.ts';
import { openStore } from '../../src/main/journal/store/openStore.ts';
import { journalPath, KEY_FILE } from '../../src/main/journal/vault/keyFile.ts';
import { removeTempFolders } from '../support/folders.ts';
import {
  addEntry,
  closeTestJournals,
  openTestJournal,
  testClock,
  testId,
  testKey,
} from '../support/journal.ts';
import { type BuiltPrograms, buildPrograms } from './support/buildPrograms.ts';
import { PATIENCE_MS, times } from './support/counts.ts';
import { createExpectations } from './support/expectations.ts';
import { createKeyWatch } from './support/keyWatch.ts';
import { expectWhole, killOften, type Moment, type Plan } from './support/killing.ts';
import { below, type Random } from './support/random.ts';
import { findFaults } from './support/wholeness.ts';

// kill -9 at random moments of everything that writes.

const NOTES = 60;
const OLD_ENTRIES = 400;

let programs: BuiltPrograms;
beforeAll(async () => {
  programs = await buildPrograms('write', 'rekey', 'backups');
});
afterAll(() => programs.remove());
afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

const openHere = (folder: string) =>
  openJournal(journalPath(folder), {
    key: testKey,
    clock: testClock(),
    newId: v7,
    create: true,
    resolveGrant: () => ({ path: join(folder, 'Notes'), name: 'Notes' }),
  });

/** Somewhere in the first acts after opening, and sometimes while it opens. */
const whileWriting = (random: Random): Moment => ({ lines: 1 + below(random, 40), ms: random() * 8 });
/** While it opens, or soon after. */
const whileOpening = (random: Random): Moment =>
  random() < 0.8 ? { lines: 1, ms: random() * 80 } : { lines: 2, ms: random() * 40 };

/** While a copy is made, as a rule; half the time while it takes the journal's place, which is soon done. */
const whileChangingKey = (random: Random): Moment =>
  random() < 0.5
    ? { lines: 2 + below(random, 60), ms: random() * 150 }
    : { lines: 4 + below(random, 20), touched: `${KEY_FILE}.new`, ms: random() * 20 };

/** Kills what writes into a journal with a known key. */
const killWriters = (plan: Omit<Plan, 'programs' | 'program' | 'open'>) =>
  killOften({ ...plan, programs, program: 'write', open: openHere });

/** A journal as the first version made it, with entries. */
function makeOldJournal(folder: string): void {
  const store = openStore(journalPath(folder), { key: testKey, create: true, newestSchema: 1 });
  migrate(store, migrations.slice(0, 1));
  const insert = store.prepare(
    `INSERT INTO entry (k, id, time, channel, begun_by, title, body, created_at, changed_at)
     VALUES (?, ?, NULL, 'note', NULL, '', ?, 0, 0)`,
  );
  store.transaction(() => {
    for (let i = 1; i <= OLD_ENTRIES; i++) insert.run((739_000 + i) << 12, testId(i), `Old entry ${i}`);
  })();
  store.close();
}

/** How many backups there are in `folder`. Fails if one of them is not what it says it is. */
function checkBackups(folder: string): number {
  // What was half made or half removed has another name, or the list would say what is wrong with it.
  expect(listBackups(folder).skipped).toEqual([]);
  const names = namesIn(folder).filter(isBackupName);
  for (const name of names) {
    const about = readAbout(join(folder, name));
    expect(about).not.toBeNull();
    if (about) checkAgainst(journalPath(join(folder, name)), testKey, about);
  }
  return names.length;
}

/** A folder of notes, each naming the day before. */
function writeNotes(folder: string): void {
  const notes = join(folder, 'Notes');
  mkdirSync(notes);
  for (let i = 0; i < NOTES; i++) {
    const day = new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10);
    const text = `Walked with [[Maren Okafor]] and [[Tom ${i}]]. ${`Word${i} and more. `.repeat(20)}`;
    writeFileSync(join(notes, `${day}.md`), text);
  }
}

test('what is gone, changed or damaged is noticed', async () => {
  const journal = openTestJournal();
  const ids = await Promise.all(['one', 'two', 'three'].map((body) => addEntry(journal, { body })));
  const lines = ids.map((id, i) =>
    JSON.stringify({
      about: 'done',
      act: { act: 'save', slot: 'new', text: ['one', 'two', 'three'][i] },
      answer: id,
    }),
  );
  const expectations = createExpectations();
  expectations.hear(lines);
  expect(await expectations.missing(journal)).toBe(0);
  const { db } = journal.context;
  db.prepare('DELETE FROM entry WHERE id = ?').run(ids[0]);
  db.prepare("UPDATE entry SET body = 'another' WHERE id = ?").run(ids[1]);
  expect(await expectations.missing(journal)).toBe(2);
  expect(findFaults(db)).toEqual([]);
  db.pragma('foreign_keys=OFF');
  db.exec('INSERT INTO index_pending VALUES (7)');
  expect(findFaults(db)).toEqual(['a row of index_pending points nowhere']);
});

describe('kill -9', () => {
  test(
    'while typing and saving',
    async () => {
      expectWhole(
        'typing and saving',
        await killWriters({ kills: times(50, 250), work: 'write', moment: whileWriting }),
      );
    },
    PATIENCE_MS,
  );

  test(
    'while closing and opening',
    async () => {
      expectWhole(
        'closing and opening',
        await killWriters({ kills: times(30, 150), work: 'close', moment: whileWriting }),
      );
    },
    PATIENCE_MS,
  );

  test(
    'while a thread makes backups: what has the name of a backup is a whole one',
    async () => {
      let checked = 0;
      const tally = await killWriters({
        kills: times(30, 200),
        work: 'backUp',
        killsPerFolder: 5,
        moment: (random) => ({ lines: 1 + below(random, 40), ms: random() * 900 }),
        prepare: (folder) => writeFileSync(join(folder, KEY_FILE), '{}'),
        look: (_journal, folder, last) => {
          if (last) checked += checkBackups(join(folder, 'backups'));
        },
      });
      expectWhole('backing up', tally);
      console.log(`backing up: ${checked} backups, all whole`);
    },
    PATIENCE_MS,
  );

  test(
    'while an older journal is brought to the newest schema',
    async () => {
      const counted: number[] = [];
      const tally = await killWriters({
        kills: times(30, 125),
        work: 'write',
        killsPerFolder: 1,
        moment: whileOpening,
        prepare: makeOldJournal,
        look: ({ context }) =>
          counted.push(
            context.db
              .prepare<[], number>("SELECT count(*) FROM entry WHERE body LIKE 'Old%'")
              .pluck()
              .get() ?? 0,
          ),
      });
      expectWhole('migrating', tally);
      expect(new Set(counted)).toEqual(new Set([OLD_ENTRIES]));
    },
    PATIENCE_MS,
  );

  test(
    'while a folder is imported and somebody types; importing again brings the rest, and nothing twice',
    async () => {
      const counts: number[] = [];
      const tally = await killWriters({
        kills: times(30, 125),
        work: 'import',
        killsPerFolder: 4,
        moment: (random) => ({ lines: 2 + below(random, 30), ms: random() * 30 }),
        prepare: writeNotes,
        look: async (journal, _folder, last) => {
          if (!last) return;
          await journal.ask('transfer.import', { source: 'source', job: 'again' });
          const { db } = journal.context;
          counts.push(
            db.prepare<[], number>('SELECT count(*) FROM entry WHERE origin IS NOT NULL').pluck().get() ?? 0,
          );
        },
      });
      expectWhole('importing', tally);
      expect(new Set(counts)).toEqual(new Set([NOTES]));
    },
    PATIENCE_MS,
  );

  test(
    'while the journal is put under another key and somebody types: it opens with one key, and its secrets',
    async () => {
      const watch = createKeyWatch();
      const tally = await killOften({
        kills: times(30, 150),
        programs,
        program: 'rekey',
        work: 'rekey',
        killsPerFolder: 10,
        moment: whileChangingKey,
        prepare: watch.begin,
        open: watch.open,
      });
      expectWhole('another key', tally);
      console.log(`another key: ${watch.summary()}`);
    },
    PATIENCE_MS,
  );
});
