import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { TestJournal } from '../../support/journal.ts';

/** A small vault of our own, with everything that vaults have. */
export const fixtureVault = join(import.meta.dirname, '../../fixtures/vault');

/** The diary of Samuel Pepys; not everybody who tests has it. */
export const pepysVault = join(import.meta.dirname, '../../../../shared/samples/pepys-vault.zip');
export const hasPepys = existsSync(pepysVault);

let jobs = 0;

/** Imports what lies at `path`. */
export function importFrom(journal: TestJournal, path: string) {
  return journal.ask('transfer.import', { source: journal.grant(path), job: `import-${jobs++}` });
}

export function previewOf(journal: TestJournal, path: string) {
  return journal.ask('transfer.preview', { source: journal.grant(path), job: `preview-${jobs++}` });
}

export function exportTo(
  journal: TestJournal,
  path: string,
  format: 'markdownFolder' | 'json' = 'markdownFolder',
) {
  return journal.ask('transfer.export', { target: journal.grant(path), format, job: `export-${jobs++}` });
}

/** Every file below a folder by its path, hidden ones included. */
export function readTree(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return new Map(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
}

/** Writes a zip archive of these files. */
export async function writeZip(path: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(content, name);
  zip.end();
  await finished(zip.outputStream.pipe(createWriteStream(path)));
}

/** Unpacks an archive into memory, by means of its own. */
export async function unzip(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    files.set(entry.fileName, Buffer.concat(await (await zip.openReadStreamPromise(entry)).toArray()));
  }
  zip.close();
  return files;
}
