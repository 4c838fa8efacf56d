import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, describe, expect, test } from 'vitest';
import { checkJournal } from '../../src/main/journal/backups/checkJournal.ts';
import { hashContent } from '../../src/main/journal/backups/contentHash.ts';
import { openJournal } from '../../src/main/journal/openJournal.ts';
import { openReader } from '../../src/main/journal/store/openStore.ts';
import { KithError } from '../../src/shared/contract/errors.ts';
import { makeTempFolder, removeTempFolders } from '../support/folders.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  testClock,
  testKey,
} from '../support/journal.ts';
import { PATIENCE_MS, seed, times } from './support/counts.ts';
import { below, makeRandom } from './support/random.ts';

// A disk that rots: one bit of a closed journal is another.

const ENTRIES = 150;
const PAGE = 4096;

afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

interface ClosedJournal {
  readonly bytes: Buffer;
  /** The texts of its entries. */
  readonly texts: ReadonlySet<string>;
  readonly contentHash: string;
  /** The numbers of the pages that hold something. The others are left from what was there before. */
  readonly pages: ReadonlySet<number>;
}

async function makeClosedJournal(): Promise<ClosedJournal> {
  const journal = openTestJournal();
  const texts = new Set<string>();
  for (let i = 0; i < ENTRIES; i++) {
    const body = `Entry ${i}: ${`walked by the river and spoke of ${i} `.repeat(1 + (i % 40))}`;
    texts.add(body);
    if (i % 10 === 0) await addPerson(journal, { name: `Person ${i}` });
    await addEntry(journal, { body, day: `2026-10-${String(1 + (i % 31)).padStart(2, '0')}` });
  }
  const removed = await addEntry(journal, { body: 'to be removed' });
  await journal.ask('entries.remove', { id: removed });
  const { db } = journal.context;
  db.pragma('wal_checkpoint(TRUNCATE)');
  const pages = new Set(db.prepare<[], number>('SELECT pageno FROM dbstat').pluck().all());
  return { bytes: readFileSync(journal.file), texts, contentHash: hashContent(db), pages };
}

type Seen = 'noticed' | 'not noticed' | 'changed';

/** Opens a journal as the application does and reads everything in it. */
async function readAll(file: string, { texts, contentHash }: ClosedJournal): Promise<Seen> {
  try {
    const reader = openReader(file, testKey);
    try {
      return checkJournal(reader).contentHash === contentHash ? 'not noticed' : 'changed';
    } finally {
      reader.close();
    }
  } catch (error) {
    if (!(error instanceof KithError) || error.kind !== 'damaged') throw error;
  }
  return (await readsWrongText(file, texts)) ? 'changed' : 'noticed';
}

/** Whether anything that can still be read reads otherwise than it was written. */
async function readsWrongText(file: string, texts: ReadonlySet<string>): Promise<boolean> {
  try {
    const journal = openJournal(file, {
      key: testKey,
      clock: testClock(),
      newId: v7,
      onIdleFailure: () => undefined,
    });
    try {
      const { entries } = await journal.ask('entries.timeline', { limit: 200 });
      return entries.some(({ body }) => !texts.has(body));
    } finally {
      journal.close();
    }
  } catch {
    // It refuses to read, which is what it should.
    return false;
  }
}

describe('one bit that is another', () => {
  test(
    'is noticed wherever it is, and nothing reads otherwise than it was written',
    async () => {
      const journal = await makeClosedJournal();
      const { bytes, pages } = journal;
      const random = makeRandom(seed);
      const flips = times(400, 2_000);
      const seen = {
        used: { noticed: 0, 'not noticed': 0, changed: 0 },
        free: { noticed: 0, 'not noticed': 0, changed: 0 },
      };
      const file = join(makeTempFolder(), 'journal.kith');
      for (let inUse = 0; inUse < flips; ) {
        const [at, bit] = [below(random, bytes.length), below(random, 8)];
        const spoilt = Buffer.from(bytes);
        spoilt[at] = (spoilt[at] as number) ^ (1 << bit);
        writeFileSync(file, spoilt);
        const isUsed = pages.has(1 + Math.floor(at / PAGE));
        seen[isUsed ? 'used' : 'free'][await readAll(file, journal)] += 1;
        if (isUsed) inUse += 1;
      }
      const { used, free } = seen;
      console.log(
        `bit flips: ${flips} in pages that hold something: ${used.noticed} noticed, ${used.changed} read otherwise; ` +
          `beside them ${free.noticed + free['not noticed']} in pages that hold nothing: ${free.noticed} noticed (seed ${seed})`,
      );
      expect(used).toEqual({ noticed: flips, 'not noticed': 0, changed: 0 });
      expect(free.changed).toBe(0);
    },
    PATIENCE_MS,
  );

  test('is not seen where there is none, so that this test can fail', async () => {
    const journal = await makeClosedJournal();
    const file = join(makeTempFolder(), 'journal.kith');
    writeFileSync(file, journal.bytes);
    expect(await readAll(file, journal)).toBe('not noticed');
  });
});
