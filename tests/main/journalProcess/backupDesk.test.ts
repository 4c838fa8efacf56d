import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { listBackups } from '../../../src/main/journal/backups/listBackups.ts';
import { createWorkerRunner } from '../../../src/main/journal/backups/runInWorker.ts';
import type { AskJournal } from '../../../src/main/journal/context.ts';
import { journalPath } from '../../../src/main/journal/vault/keyFile.ts';
import { createJournalDesk, type JournalDesk } from '../../../src/main/journalProcess/journalDesk.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';
import type { JournalEvent } from '../../../src/shared/contract/wire.ts';
import { writeTestKeys } from '../../support/backups.ts';
import { checkedAsk } from '../../support/checkedAsk.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import {
  closeTestJournals,
  entryDraftOf,
  openTestJournal,
  type TestClock,
  testClock,
  testKey,
} from '../../support/journal.ts';

const passphrase = 'a lamp in the window';
const desks: JournalDesk[] = [];

afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
  closeTestJournals();
  removeTempFolders();
});

interface Opened {
  readonly desk: JournalDesk;
  readonly ask: AskJournal;
  readonly clock: TestClock;
  readonly events: readonly JournalEvent[];
  readonly failures: readonly unknown[];
}

function openDesk(dataFolder: string, clock = testClock()): Opened {
  const events: JournalEvent[] = [];
  const failures: unknown[] = [];
  const desk = createJournalDesk({
    dataFolder,
    clock,
    newId: v7,
    onEvent: (event) => events.push(event),
    onOpened: (key) => key.fill(0),
    onIdleFailure: (error) => failures.push(error),
  });
  desks.push(desk);
  return { desk, ask: checkedAsk(desk.ask as AskJournal), clock, events, failures };
}

async function openWritten(folder = makeTempFolder()): Promise<Opened> {
  const opened = openDesk(folder);
  await opened.ask('vault.create', { passphrase });
  await write(opened, 'the first');
  return opened;
}

const write = ({ ask }: Opened, body: string) => ask('entries.create', { entry: entryDraftOf({ body }) });
const bodies = async ({ ask }: Opened) =>
  (await ask('entries.timeline', {})).entries.map(({ body }) => body).sort();

describe('while the journal is open', () => {
  test('a backup is made, listed, and restored; what was replaced is kept, and can be restored as well', async () => {
    const kith = await openWritten();
    const made = await kith.ask('backups.make', { job: 'one' });
    expect(made).toMatchObject({ place: 'here', entries: 1, people: 0 });
    expect(kith.events.some((event) => event.type === 'progress' && event.job === 'one')).toBe(true);
    kith.clock.advance(60_000);
    await write(kith, 'the second');

    await kith.ask('backups.restore', { place: 'here', id: made.id, job: 'two' });
    expect(await bodies(kith)).toEqual(['the first']);
    const { backups } = await kith.ask('backups.list', {});
    const replaced = backups.find(({ place }) => place === 'replaced');
    expect(replaced).toMatchObject({ entries: 2 });

    kith.clock.advance(60_000);
    await kith.ask('backups.restore', { place: 'replaced', id: replaced?.id ?? '', job: 'three' });
    expect(await bodies(kith)).toEqual(['the first', 'the second']);
    expect(kith.failures).toEqual([]);
  });

  test('the passphrase that is in force stays in force when an older backup is restored', async () => {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    const { id } = await kith.ask('backups.make', { job: 'one' });
    await kith.ask('vault.changePassphrase', {
      proof: { passphrase },
      passphrase: 'another lamp by the door',
    });
    await kith.ask('backups.restore', { place: 'here', id, job: 'two' });
    kith.desk.close();
    const again = openDesk(folder);
    await expect(again.ask('vault.unlock', { passphrase })).rejects.toMatchObject({
      kind: 'wrongPassphrase',
    });
    await again.ask('vault.unlock', { passphrase: 'another lamp by the door' });
    expect(await bodies(again)).toEqual(['the first']);
  });

  test('a backup of another key takes that key’s secret, and then opens with it', async () => {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    const { id } = await kith.ask('backups.make', { job: 'one' });
    await kith.ask('vault.rekey', { proof: { passphrase }, job: 'rekey' });
    await write(kith, 'the second');
    const restore = { place: 'here', id, job: 'two' } as const;
    await expect(kith.ask('backups.restore', restore)).rejects.toMatchObject({ kind: 'locked' });
    await expect(
      kith.ask('backups.restore', { ...restore, secret: 'not the passphrase' }),
    ).rejects.toMatchObject({ kind: 'wrongPassphrase' });
    expect(await bodies(kith)).toEqual(['the first', 'the second']);
    await kith.ask('backups.restore', { ...restore, secret: passphrase });
    expect(await bodies(kith)).toEqual(['the first']);
    kith.desk.close();
    const again = openDesk(folder);
    await again.ask('vault.unlock', { passphrase });
    expect(await bodies(again)).toEqual(['the first']);
  });

  test('what was replaced is kept thirty days and until a newer backup, or until it is removed', async () => {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    const { id } = await kith.ask('backups.make', { job: 'one' });
    await kith.ask('backups.restore', { place: 'here', id, job: 'two' });
    const replaced = async () => (await kith.ask('backups.list', {})).replaced;
    const [first] = await replaced();
    expect(first).toMatchObject({ isWhole: true, keptUntil: '2026-12-22' });
    expect(first?.bytes).toBeGreaterThan(statSync(journalPath(join(folder, 'backups', id))).size);

    kith.clock.set('2026-12-21');
    await kith.ask('backups.make', { job: 'three' });
    expect(await replaced()).toHaveLength(1);
    kith.clock.set('2026-12-22');
    expect(await replaced()).toHaveLength(1);
    await kith.ask('backups.make', { job: 'four' });
    expect(await replaced()).toEqual([]);
    expect(readdirSync(join(folder, 'replaced'))).toEqual([]);

    await kith.ask('backups.restore', { place: 'here', id, job: 'five' });
    const [second] = await replaced();
    await kith.ask('backups.removeReplaced', { id: second?.id ?? '' });
    expect(await replaced()).toEqual([]);
    for (const other of [second?.id ?? '', '../backups', '2026-01-01 10.00.00', '.']) {
      await expect(kith.ask('backups.removeReplaced', { id: other })).rejects.toMatchObject({
        kind: 'notFound',
      });
    }
    expect(readdirSync(join(folder, 'backups')).length).toBeGreaterThan(0);
  });

  test('what was replaced and could not be read whole stays until it is removed', async () => {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    const { id } = await kith.ask('backups.make', { job: 'one' });
    await kith.ask('backups.restore', { place: 'here', id, job: 'two' });
    const [listed] = (await kith.ask('backups.list', {})).replaced;
    // As a damaged one, which cannot say what it is.
    rmSync(join(folder, 'replaced', listed?.id ?? '', 'about.json'));
    kith.clock.set('2027-11-22');
    await kith.ask('backups.make', { job: 'three' });
    const list = await kith.ask('backups.list', {});
    expect(list.replaced).toMatchObject([{ id: listed?.id, isWhole: false, keptUntil: null }]);
    expect(list.backups.some(({ place }) => place === 'replaced')).toBe(false);
    await kith.ask('backups.removeReplaced', { id: listed?.id ?? '' });
    expect(readdirSync(join(folder, 'replaced'))).toEqual([]);
  });

  test('the end of a session makes one if anything was written since the last, and only then', async () => {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    const count = () => readdirSync(join(folder, 'backups')).length;
    await kith.desk.backUpLast();
    expect(count()).toBe(1);
    kith.clock.advance(60_000);
    await kith.desk.backUpLast();
    expect(count()).toBe(1);
    await write(kith, 'more');
    await kith.desk.backUpLast();
    expect(count()).toBe(2);
    kith.desk.close();

    // Nothing was written in between.
    const again = openDesk(folder, kith.clock);
    await again.ask('vault.unlock', { passphrase });
    again.clock.advance(60_000);
    await again.desk.backUpLast();
    expect(count()).toBe(2);
  });

  test('what a lock left without a backup is in one after the next unlocking', async () => {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    // A lock closes the journal, and no more.
    kith.desk.close();
    expect(existsSync(join(folder, 'backups'))).toBe(false);
    const again = openDesk(folder, kith.clock);
    await again.ask('vault.unlock', { passphrase });
    await vi.waitFor(
      () => expect(listBackups(join(folder, 'backups')).backups).toMatchObject([{ about: { entries: 1 } }]),
      { timeout: 20_000 },
    );
    expect(again.failures).toEqual([]);
  });

  test('what is written after a restore is backed up, though the journal counts the same commits again', async () => {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    const first = await kith.ask('backups.make', { job: 'one' });
    kith.clock.advance(60_000);
    await write(kith, 'the second');
    await kith.desk.backUpLast();
    kith.clock.advance(60_000);
    await kith.ask('backups.restore', { place: 'here', id: first.id, job: 'two' });
    await write(kith, 'another second');
    kith.desk.close();
    const counted = listBackups(join(folder, 'backups')).backups[0]?.about.commits;
    expect(Number(readFileSync(join(folder, 'commit-count'), 'utf8'))).toBe(counted);

    const again = openDesk(folder, kith.clock);
    await again.ask('vault.unlock', { passphrase });
    await again.desk.backUpLast();
    const [newest] = listBackups(join(folder, 'backups')).backups;
    again.clock.advance(60_000);
    await write(again, 'the third');
    await again.ask('backups.restore', { place: 'here', id: newest?.id ?? '', job: 'three' });
    expect(await bodies(again)).toEqual(['another second', 'the first']);
  });

  test('a journal under a new key gets a backup that opens with it', async () => {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    await kith.ask('backups.make', { job: 'one' });
    kith.clock.advance(60_000);
    const { recoveryKey } = await kith.ask('vault.rekey', { proof: { passphrase }, job: 'rekey' });
    await kith.desk.backUpLast();
    const [newest] = listBackups(join(folder, 'backups')).backups;
    kith.desk.close();
    rmSync(join(folder, 'journal.kith'));
    const again = openDesk(folder, kith.clock);
    await again.ask('backups.restore', {
      place: 'here',
      id: newest?.id ?? '',
      secret: recoveryKey,
      job: 'two',
    });
    expect(await bodies(again)).toEqual(['the first']);
  });

  test('names that lead elsewhere are no backups', async () => {
    const kith = await openWritten();
    for (const id of ['..', '../..', '.', '2026-11-22 10.00.00/../..', 'C:\\x', '2026-11-22 10.00.00']) {
      await expect(kith.ask('backups.restore', { place: 'here', id, job: 'one' })).rejects.toMatchObject({
        name: 'KithError',
      });
    }
    expect(await bodies(kith)).toEqual(['the first']);
  });
});

describe('a second folder', () => {
  test('gets a copy of each backup, is missed without fuss, and catches up', async () => {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    const stick = join(makeTempFolder(), 'stick');
    mkdirSync(stick);
    kith.desk.grant('stick', { path: stick, name: 'stick' });
    const first = await kith.ask('backups.make', { job: 'one' });
    await kith.ask('backups.chooseSecondFolder', { folder: 'stick' });
    const copies = () => readdirSync(join(stick, 'Kith backups'));
    expect(copies()).toEqual([first.id]);
    expect(readFileSync(join(stick, 'Kith backups', first.id, 'journal.kith'))).toEqual(
      readFileSync(join(folder, 'backups', first.id, 'journal.kith')),
    );

    rmSync(stick, { recursive: true });
    kith.clock.advance(60_000);
    await kith.ask('backups.make', { job: 'two' });
    expect((await kith.ask('backups.list', {})).second).toEqual({
      name: 'stick',
      isThere: false,
      failure: null,
    });
    expect(existsSync(stick)).toBe(false);

    mkdirSync(stick);
    kith.clock.advance(60_000);
    const third = await kith.ask('backups.make', { job: 'three' });
    expect(copies()).toEqual([third.id]);
    await write(kith, 'the second');
    await kith.ask('backups.restore', { place: 'second', id: third.id, job: 'four' });
    expect(await bodies(kith)).toEqual(['the first']);
  });

  test('is not taken inside the journal’s own folder', async () => {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    kith.desk.grant('inside', { path: join(folder, 'backups'), name: 'backups' });
    await expect(kith.ask('backups.chooseSecondFolder', { folder: 'inside' })).rejects.toMatchObject({
      kind: 'badInput',
    });
    expect((await kith.ask('backups.list', {})).second).toBeNull();
  });
});

describe('a journal that cannot be opened', () => {
  async function damaged(page: number) {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    await kith.ask('backups.make', { job: 'one' });
    kith.desk.close();
    const file = join(folder, 'journal.kith');
    const bytes = readFileSync(file);
    bytes[(page - 1) * 4096 + 200] = (bytes[(page - 1) * 4096 + 200] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    return { folder, bytes, kith: openDesk(folder) };
  }

  test('is restored from its backup with the passphrase, and the damaged file is kept', async () => {
    const { folder, bytes, kith } = await damaged(1);
    const [backup] = (await kith.ask('backups.list', {})).backups;
    const restore = { place: 'here', id: backup?.id ?? '', job: 'one' } as const;
    await expect(kith.ask('backups.restore', restore)).rejects.toMatchObject({ kind: 'locked' });
    await expect(kith.ask('backups.restore', { ...restore, secret: 'no' })).rejects.toMatchObject({
      kind: 'wrongPassphrase',
    });
    await kith.ask('backups.restore', { ...restore, secret: passphrase });
    expect(await bodies(kith)).toEqual(['the first']);
    const [kept] = readdirSync(join(folder, 'replaced'));
    expect(readFileSync(join(folder, 'replaced', kept ?? '', 'journal.kith')).equals(bytes)).toBe(true);
  });

  test('needs no passphrase again when it was just given', async () => {
    const { kith } = await damaged(1);
    await expect(kith.ask('vault.unlock', { passphrase })).rejects.toMatchObject({ kind: 'damaged' });
    const [backup] = (await kith.ask('backups.list', {})).backups;
    await kith.ask('backups.restore', { place: 'here', id: backup?.id ?? '', job: 'one' });
    expect(await bodies(kith)).toEqual(['the first']);
  });

  test('is restored when it is gone altogether', async () => {
    const { folder, kith } = await damaged(1);
    rmSync(join(folder, 'journal.kith'));
    const [backup] = (await kith.ask('backups.list', {})).backups;
    await kith.ask('backups.restore', {
      place: 'here',
      id: backup?.id ?? '',
      secret: passphrase,
      job: 'one',
    });
    expect(await bodies(kith)).toEqual(['the first']);
  });

  test('is salvaged where it opens at all', async () => {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    await kith.ask('people.create', { person: { name: 'Ada Lovelace' } });
    const salvaged = await kith.ask('backups.salvage', { job: 'one' });
    expect(salvaged).toMatchObject({ people: 1, entries: 1, lostEntries: 0, lostPeople: 0 });
    expect(await bodies(kith)).toEqual(['the first']);
    expect(readdirSync(join(folder, 'replaced'))).toHaveLength(1);
  });
});

describe('a first page that cannot be read, and no backup', () => {
  async function withoutBackups() {
    const folder = makeTempFolder();
    const kith = await openWritten(folder);
    kith.desk.close();
    const file = join(folder, 'journal.kith');
    const bytes = readFileSync(file);
    bytes.fill(0, 0, 4096);
    writeFileSync(file, bytes);
    return { folder, kith: openDesk(folder) };
  }

  test('costs nothing: what can be read is saved with the passphrase, and that is all of it', async () => {
    const { folder, kith } = await withoutBackups();
    // What a salvage left that a crash interrupted.
    for (const end of ['', '.mended', '.mended.list'])
      writeFileSync(join(folder, `journal-coming.kith${end}`), '');
    await expect(kith.ask('vault.unlock', { passphrase })).rejects.toMatchObject({ kind: 'damaged' });
    const again = openDesk(folder);
    expect(readdirSync(folder).filter((name) => name.startsWith('journal-coming'))).toEqual([]);
    await expect(again.ask('vault.unlock', { passphrase })).rejects.toMatchObject({ kind: 'damaged' });
    expect(await again.ask('backups.salvage', { job: 'one' })).toMatchObject({ entries: 1, lostRows: 0 });
    expect(await bodies(again)).toEqual(['the first']);
    const [replaced = ''] = readdirSync(join(folder, 'replaced'));
    expect(readdirSync(join(folder, 'replaced', replaced))).toContain('table-roots.json');

    // And once more, for the new journal begins its tables elsewhere.
    again.desk.close();
    const file = join(folder, 'journal.kith');
    writeFileSync(file, readFileSync(file).fill(0, 0, 4096));
    const third = openDesk(folder, again.clock);
    await expect(third.ask('vault.unlock', { passphrase })).rejects.toMatchObject({ kind: 'damaged' });
    await third.ask('backups.salvage', { job: 'two' });
    expect(await bodies(third)).toEqual(['the first']);
  });

  test('is a dead end only where nothing is beside it, and then that is said', async () => {
    const { folder, kith } = await withoutBackups();
    rmSync(join(folder, 'table-roots.json'));
    await expect(kith.ask('backups.salvage', { secret: passphrase, job: 'one' })).rejects.toMatchObject({
      kind: 'damaged',
      message: expect.stringContaining('Only a backup can help'),
    });
    expect(existsSync(join(folder, 'replaced'))).toBe(false);
  });
});

test('a log that was deleted is said at the next opening, until the user knows', async () => {
  const folder = makeTempFolder();
  const kith = await openWritten(folder);
  const robbed = makeTempFolder();
  // As after a crash, but without the log beside the file.
  await write(kith, 'in the log');
  for (const name of ['journal.kith', 'journal.keys.json', 'commit-count']) {
    copyFileSync(join(folder, name), join(robbed, basename(name)));
  }
  for (const _ of [1, 2]) {
    const again = openDesk(robbed);
    await again.ask('vault.unlock', { passphrase });
    expect((await again.ask('backups.health', {})).takenBack).toBeGreaterThan(0);
    again.desk.close();
  }
  const last = openDesk(robbed);
  await last.ask('vault.unlock', { passphrase });
  await last.ask('backups.acceptTakenBack', {});
  expect((await last.ask('backups.health', {})).takenBack).toBe(0);
});

test('in a thread of its own, backups are made while somebody writes, and failures come back as they are', async () => {
  const journal = openTestJournal();
  await writeTestKeys(journal.folder);
  const bugs: string[] = [];
  const file = new URL('../../../src/main/journal/backups/backupWorker.ts', import.meta.url);
  const run = createWorkerRunner(file, (where) => bugs.push(where));
  const parts: number[] = [];
  const input = () => ({
    dataFolder: journal.folder,
    key: Uint8Array.from(testKey),
    moment: { now: journal.clock.now(), local: journal.clock.local() },
  });
  let isMaking = true;
  const making = run('make', input(), (part) => parts.push(part)).finally(() => {
    isMaking = false;
  });
  let written = 0;
  for (; isMaking; written++) {
    await journal.ask('entries.create', { entry: entryDraftOf({ body: `${written}` }) });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { id, about } = await making;
  expect(about.entries).toBeLessThanOrEqual(written);
  expect(parts.at(-1)).toBe(1);
  expect(listBackups(join(journal.folder, 'backups')).backups.map((listed) => listed.id)).toEqual([id]);
  expect(await run('check', { ...input(), full: true })).toBe(true);
  await expect(run('check', { ...input(), key: new Uint8Array(32), full: false })).rejects.toMatchObject({
    name: 'KithError',
    kind: 'damaged',
  });
  await expect(
    run('make', { ...input(), dataFolder: join(journal.folder, 'nowhere') }),
  ).rejects.toMatchObject({
    kind: 'missing',
  });
  expect(bugs).toEqual([]);
});

test('work in a thread of its own can be stopped; the next goes on as if nothing had been', async () => {
  const journal = openTestJournal();
  await writeTestKeys(journal.folder);
  const bugs: string[] = [];
  const file = new URL('../../../src/main/journal/backups/backupWorker.ts', import.meta.url);
  const run = createWorkerRunner(file, (where) => bugs.push(where));
  const input = {
    dataFolder: journal.folder,
    key: Uint8Array.from(testKey),
    moment: { now: journal.clock.now(), local: journal.clock.local() },
  };
  for (const ms of [0, 5, 40, 80, 120]) {
    const stopping = new AbortController();
    const made = run('make', input, undefined, stopping.signal).then(
      () => 'made',
      (error: unknown) => (error instanceof KithError ? error.kind : String(error)),
    );
    await new Promise((resolve) => setTimeout(resolve, ms));
    stopping.abort();
    expect(['made', 'stopped']).toContain(await made);
  }
  // The key that was sent is a copy, so the one that is here is as it was.
  expect(input.key).toEqual(testKey);
  const before = listBackups(join(journal.folder, 'backups')).backups.length;
  await run('make', input);
  const { backups, skipped } = listBackups(join(journal.folder, 'backups'));
  expect(backups).toHaveLength(Math.min(3, before + 1));
  expect(skipped).toEqual([]);
  expect(bugs).toEqual([]);
});
