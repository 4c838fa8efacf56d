import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 } from 'uuid';
import { createWorkerRunner } from '../../../src/main/journal/backups/runInWorker.ts';
import type { Journal } from '../../../src/main/journal/openJournal.ts';
import { createJournalDesk } from '../../../src/main/journalProcess/journalDesk.ts';
import { testClock } from '../../support/journal.ts';
import { chooseAct, type Told, type Written } from '../support/acts.ts';
import { createFileKeyring } from '../support/fileKeyring.ts';
import { perform } from '../support/perform.ts';
import { makeRandom } from '../support/random.ts';
import { tell } from '../support/tell.ts';
import type { WriteOrder } from './write.ts';

// The journal process without Electron, whose journal is put under another key again and again while somebody types.
// Beside what it writes it tells `key <recovery key>` whenever it was given one, and `anew` before each change.

const proof = { thisComputer: true } as const;

function openDesk(folder: string): Pick<Journal, 'ask'> {
  const desk = createJournalDesk({
    dataFolder: folder,
    clock: testClock(),
    newId: v7,
    keyring: createFileKeyring(join(folder, 'keyring')),
    runTask: createWorkerRunner(join(import.meta.dirname, 'backups.mjs'), tell),
    onEvent: () => undefined,
    onOpened: (key) => void key.fill(0),
    onIdleFailure: (error) => {
      throw error;
    },
  });
  return desk as Pick<Journal, 'ask'>;
}

async function run({ folder, seed }: WriteOrder): Promise<void> {
  const random = makeRandom(seed);
  const written: Written = { living: [], removed: [] };
  const tellOf = (told: Told) => tell(JSON.stringify(told));
  const desk = openDesk(folder);
  const { state } = await desk.ask('vault.status', {});
  if (state === 'absent') tell(`key ${(await desk.ask('vault.create', proof)).recoveryKey}`);
  else await desk.ask('vault.unlock', proof);
  tell('open');

  let changing: Promise<void> | null = null;
  const change = async () => {
    tell('anew');
    tell(`key ${(await desk.ask('vault.rekey', { proof, job: 'anew' })).recoveryKey}`);
    changing = null;
  };
  for (let count = 1; ; count++) {
    if (changing === null && random() < 0.2) changing = change();
    // Somebody who pauses lets a copy take the journal's place that was made beside it.
    if (random() < 0.1) await changing;
    const act = chooseAct(random, written, seed * 10_000 + count);
    tellOf({ about: 'to', act });
    tellOf({ about: 'done', act, answer: await perform(desk, act, written) });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

tell('up');
createInterface({ input: process.stdin }).once('line', (line) => void run(JSON.parse(line) as WriteOrder));
