import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createJournalDesk, type JournalDesk } from '../../../src/main/journalProcess/journalDesk.ts';
import { serveWindow } from '../../../src/main/journalProcess/serveWindow.ts';
import { journalContract } from '../../../src/shared/contract/index.ts';
import type { Reply } from '../../../src/shared/contract/wire.ts';
import { testClock, testIds } from '../../support/journal.ts';

const passphrase = 'a lamp in the window';
let dataFolder: string;
let desk: JournalDesk;
let window: TestWindow;
let keys: Uint8Array[];
let logged: string[];
let diskFailures: number;

interface TestWindow {
  readonly port: MessagePort;
  readonly send: (message: unknown) => void;
  readonly ask: (method: unknown, input?: unknown) => Promise<Reply>;
  readonly told: unknown[];
  /** Asks something whose answer is known, so that everything sent before has been dealt with. */
  readonly settled: () => Promise<void>;
}

/** A window's end of a channel whose other end is served. */
function openWindow(serve: (port: MessagePort) => void): TestWindow {
  const { port1, port2 } = new MessageChannel();
  const told: unknown[] = [];
  const waiting = new Map<number, (reply: Reply) => void>();
  let count = 0;
  port1.on('message', (message: Reply) => {
    told.push(message);
    waiting.get(message.id)?.(message);
  });
  serve(port2);
  const ask: TestWindow['ask'] = (method, input = {}) =>
    new Promise((resolve) => {
      count += 1;
      waiting.set(count, resolve);
      port1.postMessage({ id: count, method, input });
    });
  return {
    port: port1,
    send: (message) => port1.postMessage(message),
    ask,
    told,
    settled: async () => void (await ask('vault.status')),
  };
}

const serveWith = (ask: JournalDesk['ask']) => (port: MessagePort) =>
  serveWindow(
    {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', listener),
    },
    {
      ask,
      log: (_level, what) => void logged.push(what),
      onDiskFailure: () => {
        diskFailures += 1;
      },
    },
  );

const openDesk = () =>
  createJournalDesk({
    dataFolder,
    clock: testClock(),
    newId: testIds(),
    onEvent: () => undefined,
    onOpened: (key) => void keys.push(key),
    onIdleFailure: (error) => {
      throw error;
    },
  });

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'kith-desk-'));
  keys = [];
  logged = [];
  diskFailures = 0;
  desk = openDesk();
  window = openWindow(serveWith((method, input) => desk.ask(method, input)));
});
afterEach(() => {
  window.port.close();
  desk.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const refused = (kind: string) => ({ ok: false, error: { kind, message: expect.stringMatching(/\w/) } });

describe('the door', () => {
  test('a journal is made, locked by a restart, and opened with its passphrase only', async () => {
    expect(await window.ask('vault.status')).toMatchObject({ ok: true, value: { state: 'absent' } });
    expect(await window.ask('vault.create', { passphrase })).toMatchObject({ ok: true });
    expect(await window.ask('vault.status')).toMatchObject({ value: { state: 'open' } });
    expect(await window.ask('people.create', { person: { name: 'Elizabeth' } })).toMatchObject({ ok: true });

    desk.close();
    desk = openDesk();
    expect(await window.ask('vault.status')).toMatchObject({ value: { state: 'locked' } });
    expect(await window.ask('people.list')).toMatchObject(refused('locked'));
    expect(await window.ask('vault.unlock', { passphrase: 'another' })).toMatchObject(
      refused('wrongPassphrase'),
    );
    expect(await window.ask('vault.unlock', { passphrase })).toMatchObject({ ok: true });
    expect(await window.ask('people.list')).toMatchObject({ ok: true, value: { total: 1 } });
  });

  test('the key that main is handed opens the journal again, and is zeroed by opening', async () => {
    await window.ask('vault.create', { passphrase });
    const key = Uint8Array.from(keys[0] ?? []);
    expect(key.some((byte) => byte !== 0)).toBe(true);
    desk.close();
    desk = openDesk();
    desk.reopen(key);
    expect(await window.ask('vault.status')).toMatchObject({ value: { state: 'open' } });
    expect(key.every((byte) => byte === 0)).toBe(true);
  });

  test('two windows that unlock at once get the same journal', async () => {
    await window.ask('vault.create', { passphrase });
    desk.close();
    desk = openDesk();
    const other = openWindow(serveWith((method, input) => desk.ask(method, input)));
    const answers = await Promise.all([
      window.ask('vault.unlock', { passphrase }),
      other.ask('vault.unlock', { passphrase }),
    ]);
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await other.ask('people.create', { person: { name: 'Will' } })).toMatchObject({ ok: true });
    expect(await window.ask('people.list')).toMatchObject({ value: { total: 1 } });
    other.port.close();
  });

  test('a passphrase that is too short is refused before anything is made', async () => {
    expect(await window.ask('vault.create', { passphrase: 'short' })).toMatchObject(refused('badInput'));
    expect(await window.ask('vault.status')).toMatchObject({ value: { state: 'absent' } });
  });
});

describe('what may come from a window', () => {
  test.each(['nothing.here', 'constructor', '__proto__', 'toString', 'vault', '', 'vault.Status'])(
    'an unknown method, %j, is refused by its kind, locked or open',
    async (method) => {
      expect(await window.ask(method)).toMatchObject(refused('unknownMethod'));
    },
  );

  test.each(Object.keys(journalContract))(
    '%s refuses a wrong shape, or says that it is locked',
    async (method) => {
      const reply = await window.ask(method, 7);
      const kind = /^(vault|backups)\./.test(method) ? 'badInput' : 'locked';
      expect(reply).toMatchObject(refused(kind));
    },
  );

  test('every method of an open journal refuses a wrong shape', async () => {
    await window.ask('vault.create', { passphrase });
    for (const method of Object.keys(journalContract)) {
      expect(await window.ask(method, 7), method).toMatchObject(refused('badInput'));
    }
  });

  test('garbage with an id is answered, garbage without is dropped, and the window is served on', async () => {
    for (const garbage of [
      undefined,
      null,
      7,
      'text',
      [],
      {},
      { id: 'x' },
      { method: 'vault.status' },
      { id: 1.5, method: 'x' },
    ]) {
      window.send(garbage);
    }
    window.send({ id: 900, method: 7 });
    window.send({ id: 901 });
    await window.settled();
    const answered = window.told.filter((message) => (message as Reply).id >= 900);
    expect(answered).toEqual([
      { id: 900, ...refused('badInput') },
      { id: 901, ...refused('badInput') },
    ]);
    expect(window.told).toHaveLength(3);
    expect(logged).toHaveLength(11);
  });

  test('any message at all leaves the window served', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ withDate: true, withMap: true }), async (garbage) => {
        try {
          window.send(garbage);
        } catch {
          // What cannot be sent cannot arrive.
        }
        expect(await window.ask('vault.status')).toMatchObject({ ok: true });
      }),
      { numRuns: 200 },
    );
  });
});

describe('what goes wrong inside', () => {
  const failWith = (error: unknown) => openWindow(serveWith(() => Promise.reject(error)));

  test('a bug is told without its text, and logged without it', async () => {
    const failing = failWith(new TypeError('dined with my Lord'));
    const reply = await failing.ask('people.list');
    failing.port.close();
    expect(reply).toMatchObject(refused('bug'));
    expect(JSON.stringify(reply)).not.toContain('Lord');
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(/^people\.list: TypeError\n/);
    expect(logged[0]).not.toContain('Lord');
  });

  test('an answer that cannot be sent is a bug, not silence', async () => {
    const odd = openWindow(serveWith(() => Promise.resolve(() => 'a function')));
    expect(await odd.ask('people.list')).toMatchObject(refused('bug'));
    odd.port.close();
  });

  test.each([
    ['SQLITE_FULL', 'diskFull', 0],
    ['SQLITE_CORRUPT_VTAB', 'damaged', 0],
    ['SQLITE_IOERR_FSYNC', 'storage', 1],
    ['SQLITE_CONSTRAINT', 'bug', 0],
  ])('%s becomes %s', async (code, kind, failures) => {
    const failing = failWith(Object.assign(new Error('words of the journal'), { code }));
    expect(await failing.ask('entries.create')).toMatchObject(refused(kind));
    failing.port.close();
    expect(diskFailures).toBe(failures);
    expect(logged.join()).toContain(code);
    expect(logged.join()).not.toContain('words');
  });

  test('an expected failure is told and not logged', async () => {
    await window.ask('vault.create', { passphrase });
    expect(await window.ask('vault.create', { passphrase })).toMatchObject(refused('alreadyThere'));
    expect(await window.ask('vault.unlock', { passphrase: '' })).toMatchObject({ ok: true });
    expect(logged).toEqual([]);
  });
});

describe('many questions', () => {
  test('of those typed while one is answered, only the newest is', async () => {
    const asked: unknown[] = [];
    const typing = openWindow(
      serveWith(async (_method, input) => {
        asked.push(input);
        return input;
      }),
    );
    const replies = await Promise.all([1, 2, 3, 4].map((text) => typing.ask('search.typing', text)));
    typing.port.close();
    expect(asked).toEqual([4]);
    expect(replies).toMatchObject([
      refused('superseded'),
      refused('superseded'),
      refused('superseded'),
      { ok: true, value: 4 },
    ]);
  });

  test('a long one does not hold up those that come after', async () => {
    let finish: (value: unknown) => void = () => undefined;
    const long = new Promise((resolve) => {
      finish = resolve;
    });
    const busy = openWindow(
      serveWith((method) => (method === 'transfer.import' ? long : Promise.resolve('done'))),
    );
    const first = busy.ask('transfer.import');
    expect(await busy.ask('people.list')).toMatchObject({ value: 'done' });
    finish('imported');
    expect(await first).toMatchObject({ value: 'imported' });
    busy.port.close();
  });
});
