import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readAbout } from '../../src/main/journal/backups/about.ts';
import { isBackupName, namesIn } from '../../src/main/journal/backups/backupNames.ts';
import { checkAgainst } from '../../src/main/journal/backups/checkJournal.ts';
import { openJournal } from '../../src/main/journal/openJournal.ts';
import { migrate, migrations } from '../../src/main/journal/store/migrate.ts';
import { openStore } from '../../src/main/journal/store/openStore.ts';
import { journalPath, KEY_FILE } from '../../src/main/journal/vault/keyFile.ts';
import { makeTempFolder, removeTempFolders } from '../support/folders.ts';
import {
  addEntry,
  closeTestJournals,
  openTestJournal,
  testClock,
  testId,
  testKey,
} from '../support/journal.ts';
import type { WriteOrder } from './programs/write.ts';
import { type BuiltPrograms, buildPrograms } from './support/buildPrograms.ts';
import { PATIENCE_MS, seed, times } from './support/counts.ts';
import { createExpectations, type Expectations } from './support/expectations.ts';
import { below, makeRandom, type Random } from './support/random.ts';
import { type RunningProgram, startProgram } from './support/runningProgram.ts';
import { findFaults } from './support/wholeness.ts';

// kill -9 at random moments of everything that writes.

const KILLS_PER_FOLDER = 20;
const NOTES = 60;
const OLD_ENTRIES = 400;

let programs: BuiltPrograms;
beforeAll(async () => {
  programs = await buildPrograms('write');
});
afterAll(() => programs.remove());
afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

const start = () =>
  startProgram([process.execPath, programs.path('write')], {
    // Starting is most of the work here, and reading scripts most of starting.
    env: { NODE_COMPILE_CACHE: programs.path('compiled') },
  });

/** Programs that are up and wait for their order: while one is killed and looked at, the next one starts. */
function createQueue(): { readonly next: () => RunningProgram; readonly stop: () => void } {
  let waiting = start();
  return {
    next: () => {
      const program = waiting;
      waiting = start();
      return program;
    },
    stop: () => waiting.kill(),
  };
}

const openHere = (folder: string) =>
  openJournal(journalPath(folder), {
    key: testKey,
    clock: testClock(),
    newId: v7,
    create: true,
    resolveGrant: () => ({ path: join(folder, 'Notes'), name: 'Notes' }),
  });

interface Tally {
  kills: number;
  acknowledged: number;
  lost: number;
  faults: string[];
  takenBack: number;
}

/** Lets a program work and kills it; then opens the journal as the application does, and looks at everything. */
async function killOnce(
  program: RunningProgram,
  order: WriteOrder,
  { lines, ms }: Moment,
  expectations: Expectations,
  look: (journal: ReturnType<typeof openHere>) => unknown = () => undefined,
): Promise<Omit<Tally, 'kills' | 'acknowledged'>> {
  await program.wrote(1);
  program.send(order);
  await program.wrote(lines);
  await new Promise((resolve) => setTimeout(resolve, ms));
  program.kill();
  const { signal } = await program.ended;
  if (signal !== 'SIGKILL') throw new Error(`ended by itself: ${program.complaints()}`);
  expectations.hear(program.lines);
  const journal = openHere(order.folder);
  try {
    const lost = await expectations.missing(journal);
    await look(journal);
    return { lost, faults: [...findFaults(journal.context.db)], takenBack: journal.takenBack };
  } finally {
    journal.close();
  }
}

/** When to kill: so long after the program wrote so many lines. It writes two an act, and two before the first. */
interface Moment {
  readonly lines: number;
  readonly ms: number;
}

/** Somewhere in the first acts after opening, and sometimes while it opens. */
const whileWriting = (random: Random): Moment => ({ lines: 1 + below(random, 40), ms: random() * 8 });
/** While it opens, or soon after. */
const whileOpening = (random: Random): Moment =>
  random() < 0.8 ? { lines: 1, ms: random() * 80 } : { lines: 2, ms: random() * 40 };

interface Plan {
  readonly kills: number;
  readonly work: WriteOrder['work'];
  readonly moment: (random: Random) => Moment;
  readonly killsPerFolder?: number;
  readonly prepare?: (folder: string) => void;
  readonly look?: (journal: ReturnType<typeof openHere>, folder: string, last: boolean) => unknown;
}

async function killOften(plan: Plan): Promise<Tally> {
  const random = makeRandom(seed);
  const queue = createQueue();
  const tally: Tally = { kills: 0, acknowledged: 0, lost: 0, faults: [], takenBack: 0 };
  const perFolder = plan.killsPerFolder ?? KILLS_PER_FOLDER;
  try {
    while (tally.kills < plan.kills) {
      const folder = makeTempFolder();
      plan.prepare?.(folder);
      const expectations = createExpectations();
      const here = Math.min(perFolder, plan.kills - tally.kills);
      for (let i = 1; i <= here; i++) {
        const order = {
          folder,
          seed: seed + tally.kills,
          work: plan.work,
          source: join(folder, 'Notes'),
        };
        const found = await killOnce(queue.next(), order, plan.moment(random), expectations, (journal) =>
          plan.look?.(journal, folder, i === here),
        );
        tally.kills += 1;
        tally.lost += found.lost;
        tally.takenBack += found.takenBack;
        tally.faults.push(...found.faults);
      }
      tally.acknowledged += expectations.acknowledged();
      removeTempFolders();
    }
  } finally {
    queue.stop();
  }
  return tally;
}

function expectWhole(name: string, tally: Tally): void {
  console.log(
    `${name}: ${tally.kills} kills, ${tally.acknowledged} acknowledged, ${tally.lost} lost, ` +
      `${tally.faults.length} faults (seed ${seed})`,
  );
  expect(tally).toMatchObject({ lost: 0, faults: [], takenBack: 0 });
}

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
        await killOften({ kills: times(60, 300), work: 'write', moment: whileWriting }),
      );
    },
    PATIENCE_MS,
  );

  test(
    'while closing and opening',
    async () => {
      expectWhole(
        'closing and opening',
        await killOften({ kills: times(40, 200), work: 'close', moment: whileWriting }),
      );
    },
    PATIENCE_MS,
  );

  test(
    'while backups are made: what has the name of a backup is a whole one',
    async () => {
      let checked = 0;
      const tally = await killOften({
        kills: times(30, 200),
        work: 'backUp',
        killsPerFolder: 5,
        moment: (random) => ({ lines: 1 + below(random, 40), ms: random() * 60 }),
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
      const tally = await killOften({
        kills: times(35, 150),
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
      const tally = await killOften({
        kills: times(35, 150),
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
});
