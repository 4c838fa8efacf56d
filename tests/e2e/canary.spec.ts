import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goToJournal, unlock } from './support/journal.ts';
import type { Kith } from './support/launch.ts';
import { withDescendants } from './support/sockets.ts';
import { expect, test } from './support/test.ts';
import { takeTour } from './support/tour.ts';
import { filesHolding, scanMemory } from './support/traces.ts';

// A word that is nowhere else is written into every kind of field; then it is looked for on the disk and in memory.

test.setTimeout(5 * 60_000);

// In two pieces: what runs these tests keeps a copy of this file among the temporary ones.
const word = ['quixb', 'lorpan'].join('');

const pidsOf = (kith: Kith) => withDescendants([kith.app.process().pid ?? 0]);
const withoutMain = (kith: Kith) => pidsOf(kith).filter((pid) => pid !== kith.app.process().pid);

test('no file holds a word of the journal: while it runs, after it was killed, and after it was quit', async ({
  launch,
  dataFolder,
}) => {
  const since = Date.now() - 1_000;
  const sources = mkdtempSync(join(tmpdir(), 'kith-notes-'));
  const first = await launch();
  await takeTour(first, word, sources);
  // What is imported is the user's own, and lies there before and after.
  rmSync(sources, { recursive: true });

  expect(filesHolding(word, dataFolder, since, pidsOf(first)), 'while it runs').toEqual([]);
  const gone = first.app.waitForEvent('close');
  first.app.process().kill('SIGKILL');
  await gone;
  expect(filesHolding(word, dataFolder, since, []), 'after kill -9').toEqual([]);

  const second = await launch();
  await unlock(second.page);
  await goToJournal(second.page);
  await expect(second.page.getByRole('article').first()).toBeVisible();
  await second.quit();
  expect(filesHolding(word, dataFolder, since, []), 'after quitting').toEqual([]);

  // Were it anywhere, it would be found.
  const plain = join(dataFolder, 'plain');
  writeFileSync(plain, `x${word}`, 'utf16le');
  expect(filesHolding(word, dataFolder, since, [])).toEqual([plain]);
});

// Main is left out: the messages of what drives these tests pass through it, and quote the page. See docs/reliability.md.
test('no process but main holds a word of the journal after it was locked', async ({ kith }) => {
  test.skip(process.platform !== 'linux', 'Only Linux lets one read the memory of a process this way.');
  const sources = mkdtempSync(join(tmpdir(), 'kith-notes-'));
  await takeTour(kith, word, sources);
  rmSync(sources, { recursive: true });
  // Were it anywhere, it would be found.
  expect(scanMemory(withoutMain(kith), word).holding.length).toBeGreaterThan(1);

  await kith.page.keyboard.press('Control+l');
  await expect(kith.page.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
  const pids = withoutMain(kith);
  const { holding, unread } = scanMemory(pids, word);
  console.log(`looked through ${pids.length - unread.length} of ${pids.length} processes after locking`);
  expect(await namesOf(kith, holding)).toEqual([]);
});

/** What kind of processes these are, for whoever reads that one of them held the word. */
async function namesOf({ app }: Kith, pids: readonly number[]): Promise<readonly string[]> {
  const metrics = await app.evaluate(({ app: main }) =>
    main.getAppMetrics().map(({ pid, type, name }) => [pid, `${type} ${name ?? ''}`] as const),
  );
  const kinds = new Map(metrics);
  return pids.map((pid) => kinds.get(pid) ?? `process ${pid}`);
}
