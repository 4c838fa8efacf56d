import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { test } from 'vitest';
import { openStore, type Store } from '../../src/main/journal/store/openStore.ts';
import { testKey } from '../support/journal.ts';
import { percentile, timed } from './support/figures.ts';
import { makeWords, zipf } from './support/generatedWords.ts';
import { makeRandom } from './support/random.ts';

// What encryption costs: the same work on an encrypted file and on a plain one, in turns, in one run.

const ROWS = Number(process.env['KITH_BENCH_ROWS'] ?? 100_000);
const COMMITS = 500;
const QUERIES = 300;
const READS = 20_000;
const ROUNDS = 3;
const CACHES_MIB = [2, 16, 64, 128, 256];

const random = makeRandom(7);
const words = makeWords(20_000, random);
const draw = zipf(words.length, random);
const bodies = Array.from({ length: 2_000 }, () =>
  Array.from({ length: 60 }, () => words[draw()] ?? '').join(' '),
);
const body = (i: number) => bodies[i % bodies.length] ?? '';

/** A plain store with the pragmas of an encrypted one. */
function openPlain(file: string, like: Store): Store {
  const store = new Database(file);
  for (const name of ['journal_mode', 'synchronous', 'temp_store', 'secure_delete', 'cache_size']) {
    store.pragma(`${name}=${String(like.pragma(name, { simple: true }))}`);
  }
  return store;
}

type Kind = 'encrypted' | 'plain';

test(`encrypted against plain, ${ROWS} rows`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'));
  const encrypted = openStore(join(folder, 'encrypted'), { key: testKey, create: true });
  const stores: Readonly<Record<Kind, Store>> = {
    encrypted,
    plain: openPlain(join(folder, 'plain'), encrypted),
  };
  console.log(
    `Node ${process.version}, SQLite ${String(encrypted.prepare('SELECT sqlite_version()').pluck().get())}`,
  );
  for (const store of Object.values(stores)) {
    store.exec(
      `CREATE TABLE entry (k INTEGER PRIMARY KEY, id TEXT UNIQUE, body TEXT) STRICT;
       CREATE VIRTUAL TABLE found USING fts5 (txt, content = '', contentless_delete = 1)`,
    );
  }
  await compare('inserts in one transaction', stores, 1, (store) => insertAll(store));
  await compare('full-text index', stores, 1, (store) => indexAll(store));
  await compare('single commits', stores, ROUNDS, (store, round) => commitEach(store, round));
  await compare('warm full-text queries', stores, ROUNDS, (store) => query(store));
  for (const store of Object.values(stores)) store.pragma('wal_checkpoint(TRUNCATE)');
  for (const mib of CACHES_MIB) {
    for (const store of Object.values(stores)) {
      store.pragma(`cache_size=-${mib * 1024}`);
      store.pragma('shrink_memory');
      readPoints(store);
    }
    await compare(`point reads, cache of ${mib} MiB`, stores, ROUNDS, (store) => readPoints(store));
  }
  for (const store of Object.values(stores)) store.close();
  const size = (kind: Kind) => statSync(join(folder, kind)).size;
  console.log(
    `${'file'.padEnd(32)}${(size('plain') / 2 ** 20).toFixed(0).padStart(10)} MiB plain, ratio ${(size('encrypted') / size('plain')).toFixed(2)}`,
  );
  rmSync(folder, { recursive: true });
});

/** Does a work on each store in turns, and prints the medians and their ratio. */
async function compare(
  name: string,
  stores: Readonly<Record<Kind, Store>>,
  rounds: number,
  work: (store: Store, round: number) => void,
): Promise<void> {
  const took: Record<Kind, { wall: number; cpu: number }[]> = { encrypted: [], plain: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['plain', 'encrypted'] as const) {
      took[kind].push(await timed(() => work(stores[kind], round)));
    }
  }
  const middle = (kind: Kind, of: 'wall' | 'cpu') =>
    percentile(
      took[kind].map((one) => one[of]),
      0.5,
    );
  const ratio = (of: 'wall' | 'cpu') => (middle('encrypted', of) / middle('plain', of)).toFixed(2);
  console.log(
    `${name.padEnd(32)}${middle('plain', 'wall').toFixed(0).padStart(8)} ms plain, ratio ${ratio('wall')} (processor ${ratio('cpu')})`,
  );
}

function insertAll(store: Store): void {
  const insert = store.prepare('INSERT INTO entry (k, id, body) VALUES (?, ?, ?)');
  store.transaction(() => {
    for (let i = 0; i < ROWS; i++) insert.run(i, `id-${(i * 7_919) % ROWS}`, body(i));
  })();
}

function indexAll(store: Store): void {
  const insert = store.prepare('INSERT INTO found (rowid, txt) VALUES (?, ?)');
  store.transaction(() => {
    for (let i = 0; i < ROWS; i++) insert.run(i, body(i));
  })();
}

function commitEach(store: Store, round: number): void {
  const insert = store.prepare('INSERT INTO entry (k, id, body) VALUES (?, ?, ?)');
  for (let i = 0; i < COMMITS; i++) {
    const k = ROWS + round * COMMITS + i;
    insert.run(k, `id-${k}`, body(i));
  }
}

function query(store: Store): void {
  const find = store.prepare('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid DESC LIMIT 80');
  for (let i = 0; i < QUERIES; i++) find.all(`"${words[(i * 37) % 3_000]}" "${words[i % 100]}"`);
}

function readPoints(store: Store): void {
  const read = store.prepare('SELECT body FROM entry WHERE k = ?').pluck();
  for (let i = 0; i < READS; i++) read.get((i * 7_919_317) % ROWS);
}
