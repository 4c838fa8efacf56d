import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MadeBackup, type Moment, makeBackup } from '../../src/main/journal/backups/makeBackup.ts';
import { wrapWithPassphrase } from '../../src/main/journal/vault/passphraseSlot.ts';
import { type TestClock, type TestJournal, testKey } from './journal.ts';

export const backupPassphrase = 'a lamp in the window';

let keys: Promise<string> | undefined;

/** Puts the key file of `testKey`, under {@link backupPassphrase}, beside a journal. */
export async function writeTestKeys(folder: string): Promise<void> {
  keys ??= wrapWithPassphrase(testKey, backupPassphrase).then((slot) =>
    JSON.stringify({ version: 1, slots: [slot] }),
  );
  writeFileSync(join(folder, 'journal.keys.json'), await keys, { mode: 0o600 });
}

/** The moment at which a clock stands. */
export const momentOf = (clock: TestClock): Moment => ({ now: clock.now(), local: clock.local() });

/** Makes a backup of an open journal, which has its keys beside it (see {@link writeTestKeys}). */
export function backUp(journal: Pick<TestJournal, 'file' | 'clock'>): MadeBackup {
  return makeBackup({ dataFolder: dirname(journal.file), key: testKey, moment: momentOf(journal.clock) });
}
