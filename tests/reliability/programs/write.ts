import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { v7 } from 'uuid';
import { makeBackup } from '../../../src/main/journal/backups/makeBackup.ts';
import type { Journal } from '../../../src/main/journal/openJournal.ts';
import { openJournal } from '../../../src/main/journal/openJournal.ts';
import { journalPath } from '../../../src/main/journal/vault/keyFile.ts';
import { testClock, testKey } from '../../support/journal.ts';
import { type Act, chooseAct, entryOf, type Told, type Written } from '../support/acts.ts';
import { makeRandom } from '../support/random.ts';

// Writes into a journal without pause and tells of everything that was acknowledged, until it is killed.

/** What the program is asked to do, as its first line of input. */
export interface WriteOrder {
  readonly folder: string;
  readonly seed: number;
  /**
   * `write`: on and on. `close`: as well, and closes and opens the journal again every few acts. `import`: brings in
   * `source` while it types. `backUp`: as `write`, and makes a backup every few acts.
   */
  readonly work: 'write' | 'close' | 'import' | 'backUp';
  readonly source?: string;
  /** Ends by itself after so many acts. */
  readonly acts?: number;
  /** For the control: another value of SQLite's `synchronous`. */
  readonly synchronous?: string;
}

const ACTS_BETWEEN = 8;

/** Not by way of `console`: the line must have left before anything else is done. */
function tell(line: string): void {
  writeSync(1, `${line}\n`);
}

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

async function perform(journal: Journal, act: Act, written: Written): Promise<string | null> {
  switch (act.act) {
    case 'type':
      await journal.ask('drafts.save', { slot: act.slot, content: act.text });
      return null;
    case 'save': {
      const { id } = await journal.ask('entries.create', {
        entry: entryOf(act.text),
        draftSlot: act.slot,
      });
      written.living.push(id);
      return id;
    }
    case 'change':
      await journal.ask('entries.update', { id: act.id, entry: entryOf(act.text) });
      return null;
    case 'remove': {
      const { trashId } = await journal.ask('entries.remove', { id: act.id });
      written.living.splice(written.living.indexOf(act.id), 1);
      written.removed.push({ id: act.id, trashId });
      return trashId;
    }
    case 'restore':
      await journal.ask('trash.restore', { trashId: act.trashId });
      written.removed.splice(
        written.removed.findIndex(({ trashId }) => trashId === act.trashId),
        1,
      );
      written.living.push(act.id);
      return null;
    case 'meet':
      return (await journal.ask('people.create', { person: { name: act.name } })).id;
    default:
      return act satisfies never;
  }
}

/** What comes between the acts now and then. The journal to go on with. */
function interrupt(journal: Journal, order: WriteOrder, count: number): Journal {
  if (order.work === 'close') {
    journal.close();
    return open(order);
  }
  if (order.work === 'backUp') {
    const moment = { now: order.seed * 1000 + count * 1000, local: { day: '2026-11-22', time: '10:00' } };
    makeBackup({ dataFolder: order.folder, key: testKey, moment });
    tell('backed up');
  }
  return journal;
}

async function run(order: WriteOrder): Promise<void> {
  const random = makeRandom(order.seed);
  const written: Written = { living: [], removed: [] };
  const tellOf = (told: Told) => tell(JSON.stringify(told));
  let journal = open(order);
  tell('open');
  let importing: Promise<void> | undefined;
  if (order.work === 'import') {
    importing = journal.ask('transfer.import', { source: 'source', job: 'job' }).then(() => tell('imported'));
  }
  for (let count = 1; count <= (order.acts ?? Number.POSITIVE_INFINITY); count++) {
    const act = chooseAct(random, written, order.seed * 10_000 + count);
    tellOf({ about: 'to', act });
    const answer = await perform(journal, act, written);
    tellOf({ about: 'done', act, answer });
    if (count % ACTS_BETWEEN === 0) journal = interrupt(journal, order, count);
    // Lets an import go on.
    if (importing) await new Promise((resolve) => setImmediate(resolve));
  }
  await importing;
  tell('end');
}

// Node and the program take most of the time, so they are up before they are needed.
tell('up');
createInterface({ input: process.stdin }).once('line', (line) => {
  void run(JSON.parse(line) as WriteOrder).then(() => process.exit(0));
});
