import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 } from 'uuid';
import { createWorkerRunner } from '../../../src/main/journal/backups/runInWorker.ts';
import type { Journal } from '../../../src/main/journal/openJournal.ts';
import { openJournal } from '../../../src/main/journal/openJournal.ts';
import { journalPath } from '../../../src/main/journal/vault/keyFile.ts';
import { testClock, testKey } from '../../support/journal.ts';
import { chooseAct, type Told, type Written } from '../support/acts.ts';
import { perform } from '../support/perform.ts';
import { makeRandom } from '../support/random.ts';
import { tell } from '../support/tell.ts';

// Writes into a journal without pause and tells of everything that was acknowledged, until it is killed.

/** What the program is asked to do, as its first line of input. */
export interface WriteOrder {
  readonly folder: string;
  readonly seed: number;
  /**
   * `write`: on and on. `close`: as well, and closes and opens the journal again every few acts. `import`: brings in
   * `source` while it types. `backUp`: as `write`, and makes one backup after another in a thread of its own, as the
   * journal process does. `rekey`: see rekey.ts.
   */
  readonly work: 'write' | 'close' | 'import' | 'backUp' | 'rekey';
  readonly source?: string;
  /** Ends by itself after so many acts. */
  readonly acts?: number;
  /** For the control: another value of SQLite's `synchronous`. */
  readonly synchronous?: string;
}

const ACTS_BETWEEN = 8;

function open({ folder, source, synchronous }: WriteOrder): Journal {
  const journal = openJournal(journalPath(folder), {
    key: testKey,
    create: true,
    clock: testClock(),
    newId: v7,
    resolveGrant: () => ({ path: source ?? '', name: 'Notes' }),
  });
  if (synchronous !== undefined) journal.context.db.pragma(`synchronous=${synchronous}`);
  return journal;
}

/** Closes the journal and opens it again every few acts, if that is asked for. The journal to go on with. */
function interrupt(journal: Journal, order: WriteOrder, count: number): Journal {
  if (order.work !== 'close' || count % ACTS_BETWEEN !== 0) return journal;
  journal.close();
  return open(order);
}

const runTask = createWorkerRunner(join(import.meta.dirname, 'backups.mjs'), tell);

/** Never ends: the program is killed. */
async function backUp({ folder, seed }: WriteOrder): Promise<void> {
  for (let count = 1; ; count++) {
    const moment = { now: (seed + count) * 1000, local: { day: '2026-11-22', time: '10:00' } };
    await runTask('make', { dataFolder: folder, key: testKey, moment });
    tell('backed up');
  }
}

async function run(order: WriteOrder): Promise<void> {
  const random = makeRandom(order.seed);
  const written: Written = { living: [], removed: [] };
  const tellOf = (told: Told) => tell(JSON.stringify(told));
  let journal = open(order);
  tell('open');
  let beside: Promise<void> | undefined;
  if (order.work === 'backUp') beside = backUp(order);
  if (order.work === 'import') {
    beside = journal.ask('transfer.import', { source: 'source', job: 'job' }).then(() => tell('imported'));
  }
  for (let count = 1; count <= (order.acts ?? Number.POSITIVE_INFINITY); count++) {
    const act = chooseAct(random, written, order.seed * 10_000 + count);
    tellOf({ about: 'to', act });
    const answer = await perform(journal, act, written);
    tellOf({ about: 'done', act, answer });
    journal = interrupt(journal, order, count);
    // Lets what is done beside go on.
    if (beside) await new Promise((resolve) => setImmediate(resolve));
  }
  await beside;
  tell('end');
}

// Node and the program take most of the time, so they are up before they are needed.
tell('up');
createInterface({ input: process.stdin }).once('line', (line) => {
  void run(JSON.parse(line) as WriteOrder).then(() => process.exit(0));
});
