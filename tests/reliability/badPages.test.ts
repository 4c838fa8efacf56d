import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkJournal } from '../../src/main/journal/backups/checkJournal.ts';
import { hashContent, listTables } from '../../src/main/journal/backups/contentHash.ts';
import { salvageJournal } from '../../src/main/journal/damage/salvage.ts';
import { noteTableRoots, ROOTS_FILE } from '../../src/main/journal/damage/tableRoots.ts';
import { insertEntry } from '../../src/main/journal/entries/insertEntry.ts';
import { migrations } from '../../src/main/journal/store/migrate.ts';
import { openReader, type Store } from '../../src/main/journal/store/openStore.ts';
import { makeTempFolder, removeTempFolders } from '../support/folders.ts';
import { addPerson, closeTestJournals, entryDraftOf, openTestJournal, testKey } from '../support/journal.ts';
import { PATIENCE_MS, seed, times } from './support/counts.ts';
import { below, makeRandom, type Random } from './support/random.ts';

// Whole pages of a closed journal cannot be read, and no backup is there: what a salvage brings back.

const PAGE = 4096;
const PEOPLE = 40;
const BAD_PAGES = 20;
/** Of a hundred rows, so many must come back. */
const ENOUGH = 98;

afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

interface ClosedJournal {
  readonly bytes: Buffer;
  /** What stands beside it; see damage/tableRoots.ts. */
  readonly roots: string;
  readonly rows: number;
  readonly contentHash: string;
}

async function makeClosedJournal(entries: number): Promise<ClosedJournal> {
  const journal = openTestJournal();
  const people: string[] = [];
  for (let i = 0; i < PEOPLE; i++) {
    people.push(await addPerson(journal, { name: `Somebody ${i}`, circleId: i % 2 ? 'close' : null }));
  }
  const { context, folder, file } = journal;
  context.db.transaction(() => {
    for (let i = 0; i < entries; i++) {
      const day = new Date(Date.UTC(2012, 0, 1 + i)).toISOString().slice(0, 10);
      const with1 = { personId: people[i % PEOPLE] ?? '', role: 'with' as const };
      const body = `entry ${i}: `.padEnd(100 + ((i * 37) % 900), 'walked by the river ');
      insertEntry(context, entryDraftOf({ day, body, people: [with1], tags: [`tag${i % 7}`] }), {
        index: 'later',
      });
    }
  })();
  context.db.pragma('wal_checkpoint(TRUNCATE)');
  noteTableRoots(folder, context.db, testKey);
  const made = {
    bytes: readFileSync(file),
    roots: readFileSync(join(folder, ROOTS_FILE), 'utf8'),
    rows: countRows(context.db),
    contentHash: hashContent(context.db),
  };
  journal.close();
  return made;
}

const countRows = (store: Store) =>
  listTables(store).reduce(
    (sum, table) => sum + (store.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0),
    0,
  );

/** A page that rots, is overwritten with nothing, or with anything. */
function spoil(bytes: Buffer, page: number, random: Random): void {
  const at = (page - 1) * PAGE;
  const kind = below(random, 3);
  const flipped = at + below(random, PAGE);
  if (kind === 0) bytes.writeUInt8(bytes.readUInt8(flipped) ^ (1 << below(random, 8)), flipped);
  else for (let i = 0; i < PAGE; i++) bytes[at + i] = kind === 1 ? 0 : below(random, 256);
}

interface Saved {
  /** Of a hundred rows. */
  readonly percent: number;
  readonly isAllOfIt: boolean;
}

/** What a salvage brings back of a journal of which only these bytes are left, and what stands beside it. */
function salvage({ roots, rows, contentHash }: ClosedJournal, bytes: Buffer): Saved {
  const damaged = join(makeTempFolder(), 'journal.kith');
  writeFileSync(damaged, bytes);
  writeFileSync(join(dirname(damaged), ROOTS_FILE), roots);
  const target = join(makeTempFolder(), 'journal.kith');
  salvageJournal({ damaged, target, key: testKey, migrations });
  const store = openReader(target, testKey);
  try {
    const isAllOfIt = checkJournal(store).contentHash === contentHash;
    return { percent: (100 * countRows(store)) / rows, isAllOfIt };
  } finally {
    store.close();
  }
}

describe('without a backup', () => {
  test(
    'a first page that cannot be read costs nothing',
    async () => {
      const random = makeRandom(seed);
      const journals = times(5, 50);
      let whole = 0;
      for (let i = 0; i < journals; i++) {
        const journal = await makeClosedJournal(below(random, 1_500));
        const bytes = Buffer.from(journal.bytes);
        spoil(bytes, 1, random);
        if (salvage(journal, bytes).isAllOfIt) whole += 1;
        removeTempFolders();
      }
      console.log(`first pages: ${journals} spoilt, ${whole} journals saved to the last row (seed ${seed})`);
      expect(whole).toBe(journals);
    },
    PATIENCE_MS,
  );

  test(
    'of twenty bad pages, the first among them, nearly all rows are saved',
    async () => {
      const random = makeRandom(seed + 1);
      const journals = times(2, 20);
      const percents: number[] = [];
      for (let i = 0; i < journals; i++) {
        const journal = await makeClosedJournal(10_000);
        const bytes = Buffer.from(journal.bytes);
        const bad = new Set([1]);
        while (bad.size < BAD_PAGES) bad.add(1 + below(random, bytes.length / PAGE));
        for (const page of bad) spoil(bytes, page, random);
        percents.push(salvage(journal, bytes).percent);
        removeTempFolders();
      }
      const least = Math.min(...percents);
      const mean = percents.reduce((sum, one) => sum + one, 0) / journals;
      console.log(
        `bad pages: ${journals} journals with ${BAD_PAGES}: ${mean.toFixed(2)} % of the rows saved, ` +
          `at least ${least.toFixed(2)} % (seed ${seed})`,
      );
      expect(least).toBeGreaterThanOrEqual(ENOUGH);
    },
    PATIENCE_MS,
  );
});
