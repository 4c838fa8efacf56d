import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isWholeByTable } from '../../../src/main/journal/backups/checkJournal.ts';
import { hashContent } from '../../../src/main/journal/backups/contentHash.ts';
import { listBackups } from '../../../src/main/journal/backups/listBackups.ts';
import { clearUnfinished, makeBackup } from '../../../src/main/journal/backups/makeBackup.ts';
import { finishReplacing, restoreBackup } from '../../../src/main/journal/backups/restoreBackup.ts';
import { rotate } from '../../../src/main/journal/backups/rotate.ts';
import { openJournal } from '../../../src/main/journal/openJournal.ts';
import { migrations } from '../../../src/main/journal/store/migrate.ts';
import { openReader, openStore, type Store } from '../../../src/main/journal/store/openStore.ts';
import { unlockVault } from '../../../src/main/journal/vault/vault.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';
import { backUp, backupPassphrase, momentOf, writeTestKeys } from '../../support/backups.ts';
import { makeTempFolder, readFolder, removeTempFolders } from '../../support/folders.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testKey,
} from '../../support/journal.ts';

afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

async function openWritten(entries = 20): Promise<TestJournal> {
  const journal = openTestJournal();
  await writeTestKeys(journal.folder);
  const personId = await addPerson(journal, { name: 'Ada Lovelace', circleId: 'close' });
  for (let i = 0; i < entries; i++) {
    await addEntry(journal, {
      day: '2026-11-21',
      body: `word ${i} #tag${i % 3}`,
      people: [{ personId, role: 'with' }],
    });
  }
  return journal;
}

const backupsOf = (journal: TestJournal) => join(journal.folder, 'backups');
const restoreOf = (journal: TestJournal, id: string) => ({
  dataFolder: journal.folder,
  backup: join(backupsOf(journal), id),
  key: testKey,
  withKeys: false,
  newestSchema: migrations.length,
  moment: momentOf(journal.clock),
});

function hashOfFile(file: string): string {
  const store = openReader(file, testKey);
  const hash = hashContent(store);
  store.close();
  return hash;
}

describe('a backup', () => {
  test('says what is in it, and is a data folder that opens with the passphrase', async () => {
    const journal = await openWritten(3);
    const { id, about } = backUp(journal);
    expect(id).toBe('2026-11-22 10.00.00');
    expect(about).toMatchObject({
      people: 1,
      entries: 3,
      lastDay: '2026-11-21',
      lastWrittenAt: journal.clock.now(),
      day: '2026-11-22',
      schema: migrations.length,
    });
    const elsewhere = makeTempFolder();
    cpSync(join(backupsOf(journal), id), elsewhere, { recursive: true });
    const key = await unlockVault(elsewhere, backupPassphrase);
    const opened = openJournal(join(elsewhere, 'journal.kith'), {
      key,
      clock: journal.clock,
      newId: journal.newId,
    });
    expect((await opened.ask('entries.timeline', { limit: 10 })).entries).toHaveLength(3);
    opened.close();
  });

  test('has the hash of the journal it was made of, which any change changes', async () => {
    const journal = await openWritten(5);
    const before = hashContent(journal.context.db);
    expect(backUp(journal).about.contentHash).toBe(before);
    await addPerson(journal, { name: 'Grace Hopper' });
    expect(hashContent(journal.context.db)).not.toBe(before);
  });

  test('is not made of a journal with a damaged page, and leaves nothing behind', async () => {
    const journal = await openWritten(50);
    journal.context.db.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(journal.file);
    const page = Math.floor(bytes.length / 4096 / 2);
    bytes[page * 4096 + 100] = (bytes[page * 4096 + 100] ?? 0) ^ 1;
    const folder = makeTempFolder();
    writeFileSync(join(folder, 'journal.kith'), bytes);
    await writeTestKeys(folder);
    expect(() => makeBackup({ dataFolder: folder, key: testKey, moment: momentOf(journal.clock) })).toThrow(
      expect.objectContaining({ kind: 'damaged' }),
    );
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });

  test('is not made without the keys that would open it', async () => {
    const journal = openTestJournal();
    expect(() => backUp(journal)).toThrow(expect.objectContaining({ kind: 'missing' }));
    expect(listBackups(backupsOf(journal)).backups).toEqual([]);
  });
});

test('forty backups made while somebody writes are all whole', async () => {
  const journal = await openWritten(30);
  for (let i = 0; i < 40; i++) {
    // Part of what is written is in the log beside the file, not in it.
    await addEntry(journal, { body: `while backing up ${i}` });
    backUp(journal);
  }
  const { backups, skipped } = listBackups(backupsOf(journal));
  expect(skipped).toEqual([]);
  expect(backups.map(({ about }) => about.entries).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, i) => 31 + i),
  );
  for (const { id, about } of backups) {
    const file = join(backupsOf(journal), id, 'journal.kith');
    const store = openReader(file, testKey);
    expect(store.pragma('integrity_check', { simple: true })).toBe('ok');
    store.close();
    expect(hashOfFile(file)).toBe(about.contentHash);
  }
}, 120_000);

test('the list names what is no backup, and leaves it alone', async () => {
  const journal = await openWritten(2);
  const { id } = backUp(journal);
  const folder = backupsOf(journal);
  mkdirSync(join(folder, 'holiday pictures'));
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  mkdirSync(join(folder, '2025-01-01 10.00.00'));
  cpSync(join(folder, id), join(folder, '2025-01-02 10.00.00'), { recursive: true });
  writeFileSync(join(folder, '2025-01-02 10.00.00', 'journal.kith'), 'cut off');
  mkdirSync(join(folder, '.unfinished 2025-01-03 10.00.00'));
  const list = listBackups(folder);
  expect(list.backups.map((backup) => backup.id)).toEqual([id]);
  expect(list.skipped.map(({ name }) => name)).toEqual([
    '2025-01-01 10.00.00',
    '2025-01-02 10.00.00',
    'holiday pictures',
    'notes.txt',
  ]);
  clearUnfinished(folder);
  expect(readdirSync(folder)).toHaveLength(5);
});

test('rotation removes only what is superseded, and nothing of another key', async () => {
  const journal = await openWritten(1);
  for (let i = 0; i < 5; i++) {
    backUp(journal);
    journal.clock.advance(60_000);
  }
  const folder = backupsOf(journal);
  const [oldest] = readdirSync(folder).sort();
  const foreign = join(folder, oldest ?? '', 'about.json');
  writeFileSync(
    foreign,
    readFileSync(foreign, 'utf8').replace(/"keyMark": ".{16}"/, `"keyMark": "${'0'.repeat(16)}"`),
  );
  const made = backUp(journal);
  expect(rotate(folder, made)).toEqual(['2026-11-22 10.01.00', '2026-11-22 10.02.00'].sort().reverse());
  expect(readdirSync(folder).sort()).toEqual([
    '2026-11-22 10.00.00',
    '2026-11-22 10.03.00',
    '2026-11-22 10.04.00',
    '2026-11-22 10.05.00',
  ]);
  // With the clock set back, the new one is the oldest by its name, and stays all the same.
  journal.clock.set('2020-01-01');
  const early = backUp(journal);
  rotate(folder, early);
  expect(listBackups(folder).backups.map(({ id }) => id)).toContain(early.id);
});

describe('restoring', () => {
  test('brings back what was there, to the last row, and keeps what it replaced', async () => {
    const journal = await openWritten(5);
    const { id, about } = backUp(journal);
    await addEntry(journal, { body: 'later' });
    const later = hashContent(journal.context.db);
    journal.context.db.pragma('wal_checkpoint(TRUNCATE)');
    const folder = makeTempFolder();
    for (const name of ['journal.kith', 'journal.keys.json', 'commit-count']) {
      copyFileSync(join(journal.folder, name), join(folder, name));
    }
    const replaced = restoreBackup({ ...restoreOf(journal, id), dataFolder: folder });
    const file = join(folder, 'journal.kith');
    expect(hashOfFile(file)).toBe(about.contentHash);
    expect(hashOfFile(join(folder, 'replaced', replaced, 'journal.kith'))).toBe(later);
    expect(existsSync(join(folder, 'replaced', replaced, 'journal.keys.json'))).toBe(true);
    const reopened = openJournal(file, { key: testKey, clock: journal.clock, newId: journal.newId });
    expect(reopened.takenBack).toBe(0);
    expect((await reopened.ask('entries.timeline', { limit: 50 })).entries).toHaveLength(5);
    reopened.close();
  });

  test('refuses a backup that is not what it was, and one of a newer Kith, and changes nothing', async () => {
    const source = await openWritten(5);
    const { id } = backUp(source);
    const folder = makeTempFolder();
    copyFileSync(source.file, join(folder, 'journal.kith'));
    await writeTestKeys(folder);
    const before = readFolder(folder);
    const backup = join(backupsOf(source), id);
    const options = { ...restoreOf(source, id), dataFolder: folder };

    expect(() => restoreBackup({ ...options, newestSchema: migrations.length - 1 })).toThrow(
      expect.objectContaining({ kind: 'newerSchema' }),
    );
    const about = readFileSync(join(backup, 'about.json'), 'utf8');
    writeFileSync(
      join(backup, 'about.json'),
      about.replace(
        /"contentHash": "./,
        '"contentHash": "'.padEnd(17) + (about.includes('"contentHash": "0') ? '1' : '0'),
      ),
    );
    expect(() => restoreBackup(options)).toThrow(expect.objectContaining({ kind: 'damaged' }));
    writeFileSync(join(backup, 'about.json'), about);
    const file = join(backup, 'journal.kith');
    const bytes = readFileSync(file);
    bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(() => restoreBackup(options)).toThrow(expect.objectContaining({ kind: 'damaged' }));
    expect(readFolder(folder)).toEqual(before);
  });

  test('is finished after a crash between its steps, and forgotten after one before', async () => {
    const journal = await openWritten(5);
    const { id, about } = backUp(journal);
    await addEntry(journal, { body: 'later' });
    const wal = `${journal.file}-wal`;
    const crash = (folder: string) => {
      copyFileSync(journal.file, join(folder, 'journal.kith'));
      copyFileSync(wal, join(folder, 'journal.kith-wal'));
    };
    const copy = join(backupsOf(journal), id, 'journal.kith');

    // Before it was certain: half a copy lies there.
    const before = makeTempFolder();
    crash(before);
    writeFileSync(join(before, 'journal-coming.kith'), readFileSync(copy).subarray(0, 5000));
    finishReplacing(before);
    expect(readdirSync(before).sort()).toEqual(['journal.kith', 'journal.kith-wal']);

    // After: the plan is on the disk, and the files of the old journal are partly moved.
    const after = makeTempFolder();
    crash(after);
    copyFileSync(copy, join(after, 'journal-coming.kith'));
    writeFileSync(join(after, 'replacing.json'), JSON.stringify({ version: 1, to: id, withKeys: false }));
    mkdirSync(join(after, 'replaced', id), { recursive: true });
    renameSync(join(after, 'journal.kith-wal'), join(after, 'replaced', id, 'journal.kith-wal'));
    finishReplacing(after);
    expect(hashOfFile(join(after, 'journal.kith'))).toBe(about.contentHash);
    expect(readdirSync(after).sort()).toEqual(['journal.kith', 'replaced']);
    // The log went with its journal: together they hold what was written last.
    expect(hashOfFile(join(after, 'replaced', id, 'journal.kith'))).toBe(hashContent(journal.context.db));
    finishReplacing(after);
    expect(hashOfFile(join(after, 'journal.kith'))).toBe(about.contentHash);
  });
});

describe('the count of commits', () => {
  test('notices that the log was deleted, of which SQLite says nothing', async () => {
    const journal = await openWritten(5);
    journal.reopen();
    const folder = makeTempFolder();
    copyFileSync(journal.file, join(folder, 'journal.kith'));
    for (let i = 0; i < 3; i++) await addEntry(journal, { body: 'only in the log' });
    copyFileSync(join(journal.folder, 'commit-count'), join(folder, 'commit-count'));
    // Without the log.
    const robbed = openJournal(join(folder, 'journal.kith'), {
      key: testKey,
      clock: journal.clock,
      newId: journal.newId,
    });
    expect(robbed.takenBack).toBe(3);
    expect(robbed.context.db.pragma('integrity_check', { simple: true })).toBe('ok');
    robbed.close();
    journal.reopen();
    expect(journal.takenBack).toBe(0);
  });

  test('counts what was committed, and not what was rolled back or only read', async () => {
    const journal = await openWritten(1);
    const count = () => Number(readFileSync(join(journal.folder, 'commit-count'), 'utf8'));
    const { db } = journal.context;
    const before = count();
    db.transaction(() => db.prepare('SELECT 1').get())();
    const fail = db.transaction(() => {
      db.prepare("INSERT INTO setting (name, value) VALUES ('x', '1')").run();
      throw new Error('no');
    });
    expect(fail).toThrow('no');
    expect(count()).toBe(before);
    db.transaction(() =>
      db.transaction(() => db.exec("INSERT INTO setting (name, value) VALUES ('y', '1')"))(),
    )();
    expect(count()).toBe(before + 1);
    expect(Number(db.pragma('application_id', { simple: true }))).toBe(before + 1);
  });
});

test('a backup is made before an older journal is changed, and if it cannot be, nothing is', async () => {
  const folder = makeTempFolder();
  const file = join(folder, 'journal.kith');
  const old = openStore(file, { key: testKey, create: true });
  old.transaction(() => {
    old.exec(migrations[0] ?? '');
    old.pragma('user_version=1');
  })();
  old.pragma('wal_checkpoint(TRUNCATE)');
  old.close();
  await writeTestKeys(folder);
  const journal = openTestJournal();
  const open = (beforeMigration: () => void) =>
    openJournal(file, { key: testKey, clock: journal.clock, newId: journal.newId, beforeMigration });
  const back = () => void makeBackup({ dataFolder: folder, key: testKey, moment: momentOf(journal.clock) });
  expect(() =>
    open(() => {
      throw new Error('the disk is full');
    }),
  ).toThrow('the disk is full');
  const untouched = openStore(file, { key: testKey, create: false });
  expect(untouched.pragma('user_version', { simple: true })).toBe(1);
  untouched.close();

  open(back).close();
  expect(listBackups(join(folder, 'backups')).backups.map(({ about }) => about.schema)).toEqual([1]);
  // Not again when there is nothing to change.
  open(back).close();
  expect(listBackups(join(folder, 'backups')).backups).toHaveLength(1);
});

function isFoundWhole(file: string): boolean {
  try {
    const store = openReader(file, testKey);
    const isWhole = isWholeByTable(store, () => undefined);
    store.close();
    return isWhole;
  } catch (error) {
    if (error instanceof KithError && error.kind === 'damaged') return false;
    throw error;
  }
}

/** Does `change` to a table while SQLite does not know of one of its indices. */
function forgetIndex(db: Store, table: string, change: string): void {
  const named = "type = 'index' AND sql NOT LIKE '%WHERE%' AND tbl_name = ?";
  const index = db.prepare(`SELECT * FROM sqlite_schema WHERE ${named}`).get(table) as { name: string };
  db.unsafeMode(true);
  db.pragma('foreign_keys = OFF');
  db.pragma('writable_schema = ON');
  db.prepare('DELETE FROM sqlite_schema WHERE name = ?').run(index.name);
  db.pragma('schema_version = 1001');
  db.exec(change);
  db.pragma('writable_schema = ON');
  db.prepare('INSERT INTO sqlite_schema VALUES (@type, @name, @tbl_name, @rootpage, @sql)').run(index);
  db.pragma('schema_version = 1002');
}

describe('the full check, table by table', () => {
  test('finds a whole journal whole, and tells how far it is', async () => {
    const journal = await openWritten();
    const parts: number[] = [];
    expect(isWholeByTable(journal.context.db, (part) => parts.push(part))).toBe(true);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBeCloseTo(1);
  });

  test('finds a flipped bit wherever it is, and an index that says otherwise than its table', async () => {
    const journal = await openWritten(60);
    journal.context.db.pragma('wal_checkpoint(TRUNCATE)');
    const pages = Number(journal.context.db.pragma('page_count', { simple: true }));
    const free = Number(journal.context.db.pragma('freelist_count', { simple: true }));
    const bytes = readFileSync(journal.file);
    const file = join(makeTempFolder(), 'journal.kith');
    let noticed = 0;
    for (let page = 1; page < pages; page++) {
      const flipped = Buffer.from(bytes);
      flipped[page * 4096 + 1000] = (flipped[page * 4096 + 1000] ?? 0) ^ 4;
      writeFileSync(file, flipped);
      if (!isFoundWhole(file)) noticed += 1;
    }
    expect(noticed).toBeGreaterThanOrEqual(pages - 1 - free);

    expect(isWholeByTable(journal.context.db, () => undefined)).toBe(true);
    forgetIndex(
      journal.context.db,
      'entry',
      'UPDATE entry SET k = k + 1 WHERE k = (SELECT max(k) FROM entry)',
    );
    expect(isWholeByTable(journal.context.db, () => undefined)).toBe(false);
  });
});
