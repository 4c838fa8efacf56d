import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { hashContent } from '../../src/main/journal/backups/contentHash.ts';
import { makeBackup } from '../../src/main/journal/backups/makeBackup.ts';
import { restoreBackup } from '../../src/main/journal/backups/restoreBackup.ts';
import { openJournal } from '../../src/main/journal/openJournal.ts';
import { migrations } from '../../src/main/journal/store/migrate.ts';
import { journalPath, KEY_FILE } from '../../src/main/journal/vault/keyFile.ts';
import { KithError } from '../../src/shared/contract/errors.ts';
import { makeTempFolder, removeTempFolders } from '../support/folders.ts';
import { testClock, testKey } from '../support/journal.ts';
import { chooseAct, entryOf } from './support/acts.ts';
import { PATIENCE_MS, seed, times } from './support/counts.ts';
import { below, makeRandom } from './support/random.ts';

// A journal is backed up, written on, spoilt, and restored: then it holds what it held when it was backed up.

const ACTS = 60;

afterEach(removeTempFolders);

const open = (folder: string, create: boolean) =>
  openJournal(journalPath(folder), { key: testKey, clock: testClock(), newId: v7, create });

test(
  'what is restored is what was backed up, to the last row',
  async () => {
    const random = makeRandom(seed);
    const restores = times(5, 50);
    let same = 0;
    const folder = makeTempFolder();
    writeFileSync(join(folder, KEY_FILE), '{}');
    let journal = open(folder, true);
    const write = async (from: number) => {
      for (let i = 0; i < ACTS; i++) {
        const act = chooseAct(random, { living: [], removed: [] }, from + i);
        if (act.act === 'type') await journal.ask('drafts.save', { slot: act.slot, content: act.text });
        else if (act.act === 'save') await journal.ask('entries.create', { entry: entryOf(act.text) });
        else if (act.act === 'meet') await journal.ask('people.create', { person: { name: act.name } });
      }
    };
    for (let round = 0; round < restores; round++) {
      const now = Date.UTC(2026, 0, 1, 0, round);
      const moment = { now, local: { day: '2026-01-01', time: new Date(now).toISOString().slice(11, 16) } };
      await write(round * 2 * ACTS);
      const hash = hashContent(journal.context.db);
      const backup = makeBackup({ dataFolder: folder, key: testKey, moment });
      await write((round * 2 + 1) * ACTS);
      expect(hashContent(journal.context.db)).not.toBe(hash);
      journal.close();

      spoil(journalPath(folder), below(random, 2 ** 30));
      expect(() => open(folder, false)).toThrow(KithError);
      restoreBackup({
        dataFolder: folder,
        backup: join(folder, 'backups', backup.id),
        key: testKey,
        withKeys: false,
        newestSchema: migrations.length,
        moment,
      });
      journal = open(folder, false);
      if (hashContent(journal.context.db) === hash) same += 1;
    }
    journal.close();
    console.log(`restores: ${restores}, of which ${same} with the content that was backed up (seed ${seed})`);
    expect(same).toBe(restores);
  },
  PATIENCE_MS,
);

/** Changes a bit of the first page, without which no journal opens. */
function spoil(file: string, chance: number): void {
  const bytes = readFileSync(file);
  const at = 100 + (chance % 3_900);
  bytes[at] = (bytes[at] as number) ^ 1;
  writeFileSync(file, bytes);
}
