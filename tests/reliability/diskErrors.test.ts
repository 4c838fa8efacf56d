import { chmodSync, chownSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openJournal } from '../../src/main/journal/openJournal.ts';
import { journalPath, KEY_FILE } from '../../src/main/journal/vault/keyFile.ts';
import type { Reply } from '../../src/shared/contract/wire.ts';
import { makeTempFolder, removeTempFolders } from '../support/folders.ts';
import { addEntry, testClock, testKey } from '../support/journal.ts';
import { type Act, entryOf } from './support/acts.ts';
import { type Asking, startAsking } from './support/asking.ts';
import { type BuiltPrograms, buildPrograms } from './support/buildPrograms.ts';
import { full, PATIENCE_MS } from './support/counts.ts';
import { createExpectations, type Expectations } from './support/expectations.ts';
import { type Mount, mountDisk, whyNoMounts } from './support/mounts.ts';
import { failCalls, whyNoStrace } from './support/strace.ts';
import { findFaults } from './support/wholeness.ts';

// Disks that fail, are full, or do not let themselves be written to. Whatever they do, what was acknowledged is there,
// and the window is told in words.

const keyHex = Buffer.from(testKey).toString('hex');
const passphrase = 'a lamp in the window';
const ACTS = 12;
/** Somebody who is not root, whom the rights of files hold. */
const NOBODY = 65_534;

const noStrace = whyNoStrace();
const noMounts = whyNoMounts();
for (const why of [noStrace, noMounts]) if (why !== null) console.log(`failing disks: ${why}`);

let programs: BuiltPrograms;
beforeAll(async () => {
  programs = await buildPrograms('serve');
});
afterAll(() => programs.remove());
const mounts: Mount[] = [];
afterEach(() => {
  for (const mount of mounts.splice(0)) mount.remove();
  removeTempFolders();
});

function mount(sizeMiB: number): Mount {
  const mounted = mountDisk(sizeMiB);
  mounts.push(mounted);
  return mounted;
}

const serve = (...args: readonly string[]) => [process.execPath, programs.path('serve'), ...args];

const openHere = (folder: string, create: boolean) =>
  openJournal(journalPath(folder), { key: testKey, clock: testClock(), newId: v7, create });

/** A journal with an entry in it, closed. */
async function makeJournal(folder: string): Promise<void> {
  writeFileSync(join(folder, KEY_FILE), '{}');
  const journal = openHere(folder, true);
  await addEntry(journal, { body: 'the first' });
  journal.close();
}

/** Asks for an act, and takes in what was acknowledged. The kind of its failure, or null; `gone` without a reply. */
async function perform(asking: Asking, act: Act, expectations: Expectations): Promise<string | null> {
  const [method, input] = questionOf(act);
  const reply = await asking.ask(method, input);
  const lines = [{ about: 'to', act }, ...(reply?.ok ? [{ about: 'done', act, answer: idOf(reply) }] : [])];
  expectations.hear(lines.map((line) => JSON.stringify(line)));
  if (reply === null) return 'gone';
  if (!reply.ok) expect(reply.error.message).toMatch(/disk|folder|journal/i);
  return reply.ok ? null : reply.error.kind;
}

function questionOf(act: Act): readonly [string, unknown] {
  if (act.act === 'save') return ['entries.create', { entry: entryOf(act.text), draftSlot: act.slot }];
  if (act.act === 'type') return ['drafts.save', { slot: act.slot, content: act.text }];
  throw new Error(`no question for ${act.act}`);
}

const idOf = (reply: Reply) =>
  reply.ok && reply.value !== null ? ((reply.value as { id?: string }).id ?? null) : null;

const actOf = (i: number): Act => ({
  act: i % 3 === 2 ? 'save' : 'type',
  slot: 'new',
  text: `words ${i} ${'more '.repeat(i * 40)}`,
});

/** Opens the journal and looks whether all that was acknowledged is there. */
async function expectKept(folder: string, expectations: Expectations): Promise<void> {
  const journal = openHere(folder, false);
  try {
    expect(await expectations.missing(journal)).toBe(0);
    expect(findFaults(journal.context.db)).toEqual([]);
    expect(journal.takenBack).toBe(0);
    await journal.ask('drafts.save', { slot: 'after', content: 'goes on' });
  } finally {
    journal.close();
  }
}

interface Fault {
  readonly calls: string;
  readonly error: 'EIO' | 'ENOSPC';
  /** Which calls of their kind fail, counted from 1. Opening writes 17 times, most of it into the index of the log. */
  readonly positions: readonly number[];
}

const syncs = {
  calls: 'fsync,fdatasync',
  positions: full ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] : [1, 6],
};
const writes = {
  calls: 'pwrite64',
  positions: full ? [1, 8, 12, 17, 18, 19, 21, 24, 29, 36, 45, 56, 70] : [12, 24],
};
const faults: readonly Fault[] = [
  { ...syncs, error: 'EIO' },
  { ...syncs, error: 'ENOSPC' },
  { ...writes, error: 'EIO' },
  { ...writes, error: 'ENOSPC' },
];

/** Writes into a journal until the process is gone, while calls fail. What came of each act. */
async function writeWhileFailing(command: readonly string[], expectations: Expectations): Promise<string[]> {
  const asking = await startAsking(command);
  const outcomes: string[] = [];
  for (let i = 0; i < ACTS && outcomes.at(-1) !== 'gone'; i++) {
    outcomes.push((await perform(asking, actOf(i), expectations)) ?? 'saved');
  }
  asking.program.kill();
  await asking.program.ended;
  // Where it could not be opened there is nothing but a door.
  const expected = ['saved', 'diskFull', 'storage', 'gone', ...(asking.isReopened() ? [] : ['locked'])];
  expect(outcomes.filter((outcome) => !expected.includes(outcome))).toEqual([]);
  return outcomes;
}

describe.skipIf(noStrace !== null)('a disk that fails', () => {
  const cases = faults.flatMap((fault) => [
    { ...fault, lasting: 'once' },
    { ...fault, lasting: 'for good' },
  ]);
  test.each(cases)(
    'with $error at $calls $lasting takes nothing that was acknowledged',
    async ({ calls, error, positions, lasting }) => {
      const outcomes: string[] = [];
      for (const position of positions) {
        const folder = makeTempFolder();
        await makeJournal(folder);
        const expectations = createExpectations();
        const command = failCalls(
          { calls, error, when: `${position}${lasting === 'once' ? '' : '+'}` },
          serve(folder, keyHex),
        );
        outcomes.push(...(await writeWhileFailing(command, expectations)));
        await expectKept(folder, expectations);
      }
      console.log(`${error} at ${calls} ${lasting}, ${positions.length} positions: ${say(outcomes)}`);
      // Something did fail.
      expect(outcomes.some((outcome) => outcome === 'storage' || outcome === 'diskFull')).toBe(true);
    },
    PATIENCE_MS,
  );
});

function say(outcomes: readonly string[]): string {
  const kinds = [...new Set(outcomes)];
  return kinds.map((kind) => `${kind} ${outcomes.filter((one) => one === kind).length}`).join(', ');
}

describe.skipIf(noMounts !== null)('a full disk', () => {
  const ROOM = 400 * 1024;

  test('says so, gives back what was saved, and takes more once there is room, without a restart', async () => {
    const { folder } = mount(8);
    await makeJournal(folder);
    const expectations = createExpectations();
    const asking = await startAsking(serve(folder, keyHex));
    const ballast = join(folder, 'ballast');
    fillBut(ballast, ROOM);

    const failures = new Set<string | null>();
    for (let i = 0; i < 60; i++) failures.add(await perform(asking, actOf(i), expectations));
    expect(failures).toEqual(new Set([null, 'diskFull']));
    expect(await asking.ask('entries.timeline', {})).toMatchObject({ ok: true });

    rmSync(ballast);
    for (let i = 60; i < 66; i++) expect(await perform(asking, actOf(i), expectations)).toBeNull();
    expect(await asking.end()).toBe(0);
    await expectKept(folder, expectations);
  });

  test('loses nothing when the application ends on it', async () => {
    const { folder } = mount(8);
    await makeJournal(folder);
    const expectations = createExpectations();
    const asking = await startAsking(serve(folder, keyHex));
    const ballast = join(folder, 'ballast');
    fillBut(ballast, ROOM);
    for (let i = 0; i < 60; i++) await perform(asking, actOf(i), expectations);
    await asking.end();

    // Opened on the full disk it either works or says what is the matter.
    const again = await startAsking(serve(folder, keyHex));
    const failure = await perform(again, actOf(60), expectations);
    expect(['diskFull', 'storage', 'locked', null]).toContain(failure);
    await again.end();
    rmSync(ballast);
    await expectKept(folder, expectations);
  });

  /** Writes a file that leaves so much room, in bytes. */
  function fillBut(file: string, room: number): void {
    const piece = Buffer.alloc(64 * 1024, 7);
    let size = 0;
    try {
      for (;;) {
        writeFileSync(file, piece, { flag: 'a' });
        size += piece.length;
      }
    } catch {
      // Now it is full.
      rmSync(file);
      writeFileSync(file, Buffer.alloc(Math.max(0, size - room), 7));
    }
  }
});

describe.skipIf(noMounts !== null)('a place that is only read', () => {
  const expectClosed = async (asking: Asking) => {
    const reply = await asking.ask('vault.unlock', { passphrase });
    expect(reply).toMatchObject({
      ok: false,
      error: { kind: 'storage', message: expect.stringMatching(/folder/) },
    });
  };

  async function makeVault(folder: string): Promise<void> {
    const asking = await startAsking(serve(folder));
    expect(await asking.ask('vault.create', { passphrase })).toMatchObject({ ok: true });
    expect(await asking.ask('people.create', { person: { name: 'Maren' } })).toMatchObject({ ok: true });
    await asking.end();
  }

  test('a disk: says so, and opens once it can be written to, without a restart', async () => {
    const { folder, setReadOnly } = mount(8);
    await makeVault(folder);
    setReadOnly(true);
    let asking = await startAsking(serve(folder));
    await expectClosed(asking);
    if ((await asking.ask('vault.status', {})) === null) asking = await startAsking(serve(folder));
    setReadOnly(false);
    expect(await asking.ask('vault.unlock', { passphrase })).toMatchObject({ ok: true });
    expect(await asking.ask('people.list', {})).toMatchObject({ ok: true, value: { total: 1 } });
    await asking.end();
  });

  test('a folder of somebody else: says so, and opens once it can be written to', async () => {
    const folder = makeTempFolder();
    chmodSync(folder, 0o777);
    const start = () => startAsking(serve(folder), { uid: NOBODY });
    const making = await start();
    expect(await making.ask('vault.create', { passphrase })).toMatchObject({ ok: true });
    await making.end();
    chownSync(folder, 0, 0);
    chmodSync(folder, 0o555);
    let asking = await start();
    await expectClosed(asking);
    if ((await asking.ask('vault.status', {})) === null) asking = await start();
    chmodSync(folder, 0o777);
    expect(await asking.ask('vault.unlock', { passphrase })).toMatchObject({ ok: true });
    await asking.end();
  });
});
