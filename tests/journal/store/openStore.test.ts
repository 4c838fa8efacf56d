import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { migrations } from '../../../src/main/journal/store/migrate.ts';
import { openStore, type Store } from '../../../src/main/journal/store/openStore.ts';
import { makeTempFolder, readFolder, removeTempFolders } from '../../support/folders.ts';
import { testKey } from '../../support/journal.ts';

afterEach(removeTempFolders);

const newestSchema = migrations.length;
const otherKey = testKey.map((byte) => byte ^ 0xff);

function make(file: string, fill: (store: Store) => void = () => undefined): void {
  const store = openStore(file, { key: testKey, create: true, newestSchema });
  store.exec('CREATE TABLE word (text TEXT NOT NULL) STRICT');
  fill(store);
  store.close();
}

/** Copies a store as a crash leaves it: with rows that are only in the log beside it. */
function crash(from: string, to: string, write: (store: Store) => void): void {
  const store = openStore(from, { key: testKey, create: false, newestSchema });
  write(store);
  copyFileSync(from, to);
  copyFileSync(`${from}-wal`, `${to}-wal`);
  store.close();
}

describe('opening', () => {
  test('sets every safeguard, and reads it back', () => {
    const store = openStore(join(makeTempFolder(), 'j'), { key: testKey, create: true, newestSchema });
    const pragma = (name: string) => store.pragma(name, { simple: true });
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      temporary: pragma('temp_store'),
      secureDelete: pragma('secure_delete'),
      trustedSchema: pragma('trusted_schema'),
      foreignKeys: pragma('foreign_keys'),
      mmap: pragma('mmap_size'),
      cache: pragma('cache_size'),
      cipher: pragma('cipher'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      temporary: 2,
      secureDelete: 1,
      trustedSchema: 0,
      foreignKeys: 1,
      mmap: 0,
      cache: -128 * 1024,
      cipher: 'chacha20',
    });
    store.close();
  });

  test('keeps what was written', () => {
    const file = join(makeTempFolder(), 'j');
    make(file, (store) => store.exec("INSERT INTO word VALUES ('kept')"));
    const store = openStore(file, { key: testKey, create: false, newestSchema });
    expect(store.prepare('SELECT text FROM word').pluck().get()).toBe('kept');
    store.close();
  });

  test('begins a journal in an empty file if it may make one', () => {
    const file = join(makeTempFolder(), 'j');
    writeFileSync(file, '');
    make(file);
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });

  test('leaves the key that it was given as it was', () => {
    const key = Uint8Array.from(testKey);
    openStore(join(makeTempFolder(), 'j'), { key, create: true, newestSchema }).close();
    expect(key).toEqual(testKey);
  });

  test('refuses a key of another length', () => {
    const open = () =>
      openStore(join(makeTempFolder(), 'j'), { key: new Uint8Array(31), create: true, newestSchema });
    expect(open).toThrow('32 bytes');
  });
});

describe('refusing', () => {
  test('a missing file is missing, and nothing is made', () => {
    const folder = makeTempFolder();
    const open = () => openStore(join(folder, 'j'), { key: testKey, create: false, newestSchema });
    expect(open).toThrow(expect.objectContaining({ kind: 'missing' }));
    expect(readFolder(folder).size).toBe(0);
  });

  test.each([
    ['another key', otherKey, (bytes: Buffer) => bytes],
    ['a flipped bit', testKey, (bytes: Buffer) => bytes.fill((bytes[100] as number) ^ 1, 100, 101)],
    ['no database', testKey, () => Buffer.from('Dear diary, this is no database.'.repeat(200))],
    ['half a page', testKey, (bytes: Buffer) => bytes.subarray(0, 1000)],
  ])('%s is damage, and the file stays as it is', (_, key, spoil) => {
    const folder = makeTempFolder();
    const file = join(folder, 'j');
    make(file);
    const bytes = spoil(readFileSync(file));
    writeFileSync(file, bytes);
    for (const create of [false, true]) {
      const open = () => openStore(file, { key, create, newestSchema });
      expect(open).toThrow(expect.objectContaining({ kind: 'damaged' }));
      expect(readFileSync(file).equals(bytes)).toBe(true);
    }
  });

  test('another key leaves a log that a crash left', () => {
    const [here, there] = [join(makeTempFolder(), 'j'), join(makeTempFolder(), 'j')];
    make(here);
    crash(here, there, (store) => store.exec("INSERT INTO word VALUES ('in the log')"));
    const [file, log] = [readFileSync(there), readFileSync(`${there}-wal`)];
    const open = () => openStore(there, { key: otherKey, create: false, newestSchema });
    expect(open).toThrow(expect.objectContaining({ kind: 'damaged' }));
    expect(readFileSync(there).equals(file)).toBe(true);
    expect(readFileSync(`${there}-wal`).equals(log)).toBe(true);
  });

  test('a newer schema is refused, byte for byte as it was, even with a log that a crash left', () => {
    const [here, there] = [join(makeTempFolder(), 'j'), join(makeTempFolder(), 'j')];
    make(here);
    crash(here, there, (store) => store.pragma(`user_version=${newestSchema + 1}`));
    const [file, log] = [readFileSync(there), readFileSync(`${there}-wal`)];
    const open = () => openStore(there, { key: testKey, create: true, newestSchema });
    expect(open).toThrow(expect.objectContaining({ kind: 'newerSchema' }));
    expect(readFileSync(there).equals(file)).toBe(true);
    expect(readFileSync(`${there}-wal`).equals(log)).toBe(true);
  });

  test('what a crash left in the log is there after opening', () => {
    const [here, there] = [join(makeTempFolder(), 'j'), join(makeTempFolder(), 'j')];
    make(here);
    crash(here, there, (store) => store.exec("INSERT INTO word VALUES ('in the log')"));
    const store = openStore(there, { key: testKey, create: false, newestSchema });
    expect(store.prepare('SELECT text FROM word').pluck().get()).toBe('in the log');
    store.close();
    expect(existsSync(`${there}-wal`)).toBe(false);
  });
});
