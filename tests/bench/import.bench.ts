import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from 'vitest';
import { openSource } from '../../src/main/journal/transfer/openSource.ts';
import { markdownFolder } from '../../src/shared/formats/markdownFolder/readMarkdownFolder.ts';
import { fixtureVault, hasPepys, importFrom, pepysVault, previewOf } from '../journal/transfer/sources.ts';
import { openTestJournal } from '../support/journal.ts';
import { writeVault } from './support/generatedVault.ts';

/** Notes of the generated vault. */
const NOTES = Number(process.env['KITH_BENCH_NOTES'] ?? 20_000);
/** How long another question may wait is measured by asking one all the time. */
const ASK_EVERY_MS = 4;

const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('import', async () => {
  if (!hasPepys) console.log('The vault of Pepys is not here; the vault of the tests stands in for it.');
  await measure('Pepys, a zip', hasPepys ? pepysVault : fixtureVault);
  const generated = join(folder, 'generated');
  writeVault(generated, NOTES);
  await measure(`${NOTES.toLocaleString('en')} generated notes, a folder`, generated);
});

async function measure(what: string, path: string): Promise<void> {
  const reading = await timed(() => readOnly(path));
  const journal = openTestJournal();
  const preview = await timed(() => previewOf(journal, path));
  const waits = startAsking(() => journal.ask('entries.span', {}));
  const imported = await timed(() => importFrom(journal, path));
  const waited = waits.stop();
  const { batch } = imported.result;
  const records = batch.peopleCount + batch.entryCount;
  const again = await timed(() => importFrom(journal, path));
  const exported = await timed(() =>
    journal.ask('transfer.export', { target: journal.grant(folder), format: 'markdownFolder', job: 'out' }),
  );
  const json = await timed(() =>
    journal.ask('transfer.export', { target: journal.grant(folder), format: 'json', job: 'json' }),
  );
  const size = existsSync(journal.file) ? statSync(journal.file).size : 0;
  const back = await timed(() =>
    journal.ask('transfer.takeBack', {
      batchId: batch.id,
      job: 'back',
      confirmed: batch.peopleCount + batch.entryCount,
    }),
  );
  journal.close();
  const rate = (ms: number) => `${Math.round(records / (ms / 1000)).toLocaleString('en')} records a second`;
  console.log(
    `${what}: ${records.toLocaleString('en')} records, ${Math.round(size / 1024 / 1024)} MB of journal`,
  );
  for (const [name, { ms }] of Object.entries({
    'reading alone': reading,
    preview,
    'import with index': imported,
    'import again': again,
    'export as notes': exported,
    'export as JSON': json,
    'take back': back,
  })) {
    console.log(`  ${name.padEnd(18)} ${(ms / 1000).toFixed(2).padStart(7)} s  ${rate(ms)}`);
  }
  console.log(
    `  other questions during the import waited ${waited.middle.toFixed(1)} ms in the middle, ${waited.p99.toFixed(0)} ms at the 99th of a hundred, ${waited.most.toFixed(0)} ms at most (${waited.count} asked)`,
  );
}

async function readOnly(path: string): Promise<void> {
  const source = await openSource({ path, name: path });
  for await (const _record of markdownFolder.read(source));
  source.close();
}

async function timed<T>(act: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const start = performance.now();
  const result = await act();
  return { result, ms: performance.now() - start };
}

/** Asks again and again, each time from a timer, as a window in another process would. */
function startAsking(ask: () => Promise<unknown>) {
  const waits: number[] = [];
  let due = performance.now() + ASK_EVERY_MS;
  const timer = setInterval(() => {
    const late = Math.max(0, performance.now() - due);
    const start = performance.now();
    void ask().then(() => {
      waits.push(late + performance.now() - start);
    });
    due = performance.now() + ASK_EVERY_MS;
  }, ASK_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      const sorted = waits.toSorted((a, b) => a - b);
      const at = (share: number) =>
        sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
      return { middle: at(0.5), p99: at(0.99), most: at(1), count: sorted.length };
    },
  };
}
