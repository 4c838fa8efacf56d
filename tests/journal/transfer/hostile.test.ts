import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeByteBudget } from '../../../src/main/journal/transfer/byteBudget.ts';
import { openFolder } from '../../../src/main/journal/transfer/openFolder.ts';
import { openSource } from '../../../src/main/journal/transfer/openSource.ts';
import { openZip } from '../../../src/main/journal/transfer/openZip.ts';
import { readBytes } from '../../../src/shared/formats/source.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import { closeTestJournals, openTestJournal } from '../../support/journal.ts';
import { importFrom, previewOf, writeZip } from './sources.ts';

// Real files on real disks take as long as they take.
vi.setConfig({ testTimeout: 60_000 });

afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

interface RawEntry {
  readonly name: string;
  readonly content: Buffer;
  /** What the headers claim, if not the truth. */
  readonly claimedSize?: number;
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** An archive made by hand, for what no honest tool would make. */
function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const {
    name,
    content,
    claimedSize = content.length,
    mode = 0o100644,
    flags = 0,
    method = 8,
  } of entries) {
    const packed = deflateRawSync(content);
    const names = Buffer.from(name);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(flags | 0x800, 2);
    fixed.writeUInt16LE(method, 4);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(claimedSize, 18);
    fixed.writeUInt16LE(names.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fixed, names, packed]);
    const head = Buffer.alloc(46);
    head.write('PK\x01\x02');
    head.writeUInt16LE(0x0314, 4);
    fixed.copy(head, 6, 0, 26);
    head.writeUInt32LE((mode << 16) >>> 0, 38);
    head.writeUInt32LE(at, 42);
    central.push(Buffer.concat([head, names]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

function writeRawZip(entries: readonly RawEntry[]): string {
  const path = join(makeTempFolder(), 'notes.zip');
  writeFileSync(path, rawZip(entries));
  return path;
}

const good: RawEntry = { name: '2024-01-01.md', content: Buffer.from('Good') };

describe('a zip archive', () => {
  test('cannot name files outside of itself, and spoils nothing else by trying', async () => {
    const path = writeRawZip([
      { name: '../../evil 2024.md', content: Buffer.from('x') },
      { name: '/etc/2024-01-02.md', content: Buffer.from('x') },
      { name: 'C:\\2024-01-03.md', content: Buffer.from('x') },
      good,
    ]);
    const preview = await previewOf(openTestJournal(), path);
    expect(preview.counts).toMatchObject({ newEntries: 1, skippedFiles: 3 });
    expect(new Set(preview.skipped.map(({ message }) => message))).toEqual(
      new Set(['Its name points outside of the archive.']),
    );
  });

  test('cannot hold links', async () => {
    const path = writeRawZip([
      { name: '2024-01-02.md', content: Buffer.from('/etc/passwd'), mode: 0o120777 },
      good,
    ]);
    expect((await previewOf(openTestJournal(), path)).counts).toMatchObject({
      newEntries: 1,
      skippedFiles: 1,
    });
  });

  test('cannot give more bytes than it says', async () => {
    const path = writeRawZip([
      { name: '2024-01-02.md', content: Buffer.alloc(1_000_000, 'x'), claimedSize: 0 },
      good,
    ]);
    const preview = await previewOf(openTestJournal(), path);
    expect(preview.counts).toMatchObject({ newEntries: 1, skippedFiles: 1 });
    expect(preview.skipped).toEqual([
      { where: '2024-01-02.md', message: 'It is damaged inside the archive.' },
    ]);
  });

  test('cannot bring a note that is too large, however small it is packed', async () => {
    const path = writeRawZip([{ name: '2024-01-02.md', content: Buffer.alloc(40 * 1024 * 1024, 'x') }, good]);
    const preview = await previewOf(openTestJournal(), path);
    expect(preview.counts.newEntries).toBe(1);
    expect(preview.skipped).toEqual([{ where: '2024-01-02.md', message: 'It is larger than 32 MB.' }]);
  });

  test('is counted by the bytes that come out of it', async () => {
    const path = writeRawZip(
      Array.from({ length: 5 }, (_, i) => ({ name: `2024-01-0${i + 1}.md`, content: Buffer.alloc(300_000) })),
    );
    const zip = await openZip(path, 'notes.zip', makeByteBudget(1_000_000));
    const readThem = async () => {
      for (const file of zip.files) await readBytes(file, 1_000_000);
    };
    await expect(readThem()).rejects.toMatchObject({ kind: 'unreadableSource' });
    zip.close();
  });

  test('leaves out what is locked or packed in unknown ways, and hidden files without a word', async () => {
    const path = writeRawZip([
      { name: '2024-01-02.md', content: Buffer.from('x'), flags: 1 },
      { name: '2024-01-03.md', content: Buffer.from('x'), method: 12 },
      { name: '__MACOSX/._2024-01-01.md', content: Buffer.from('x') },
      { name: '.obsidian/2024-01-01.md', content: Buffer.from('x') },
      good,
    ]);
    const preview = await previewOf(openTestJournal(), path);
    expect(preview.skipped.map(({ message }) => message)).toEqual([
      'It is locked with a password.',
      'It is packed in a way Kith does not know.',
    ]);
    expect(preview.counts).toMatchObject({ newEntries: 1, skippedFiles: 2 });
  });

  test.each([
    ['no archive', Buffer.from('This is not a zip.')],
    ['half of one', rawZip([good]).subarray(0, 40)],
    ['nothing', Buffer.alloc(0)],
  ])('that is none is refused in words: %s', async (_what, bytes) => {
    const path = join(makeTempFolder(), 'broken.zip');
    writeFileSync(path, bytes);
    const journal = openTestJournal();
    for (const ask of [previewOf, importFrom]) {
      await expect(ask(journal, path)).rejects.toMatchObject({ kind: 'unreadableSource' });
    }
    expect(await journal.ask('transfer.batches', {})).toEqual([]);
  });

  test('with damage inside brings what is whole', async () => {
    const bytes = rawZip([{ ...good, name: '2024-01-02.md', content: Buffer.from('y'.repeat(5000)) }, good]);
    bytes.fill(0xff, 44, 54);
    const path = join(makeTempFolder(), 'damaged.zip');
    writeFileSync(path, bytes);
    expect((await importFrom(openTestJournal(), path)).batch.entryCount).toBe(1);
  });

  test('gives the same as its folder', async () => {
    const path = join(makeTempFolder(), 'notes.ZIP');
    await writeZip(path, new Map([['a/2024-01-01.md', Buffer.from('Good')]]));
    expect((await importFrom(openTestJournal(), path)).batch.entryCount).toBe(1);
  });
});

describe('a folder', () => {
  test('is read without its links and hidden files', async () => {
    const [folder, elsewhere] = [makeTempFolder(), makeTempFolder()];
    writeFileSync(join(elsewhere, '2024-01-02.md'), 'Secret');
    writeFileSync(join(folder, '2024-01-01.md'), 'Good');
    mkdirSync(join(folder, '.trash'));
    writeFileSync(join(folder, '.trash', '2024-01-03.md'), 'Gone');
    symlinkSync(elsewhere, join(folder, 'linked folder'));
    symlinkSync(join(elsewhere, '2024-01-02.md'), join(folder, '2024-01-02.md'));
    symlinkSync(folder, join(folder, 'round and round'));
    const preview = await previewOf(openTestJournal(), folder);
    expect(preview.counts).toMatchObject({ newEntries: 1, skippedFiles: 3 });
    expect(new Set(preview.skipped.map(({ message }) => message))).toEqual(
      new Set(['It is a link to somewhere else. Links are not followed.']),
    );
  });

  test('that changed into links while it was read gives nothing of what they point to', async () => {
    const [folder, elsewhere] = [makeTempFolder(), makeTempFolder()];
    writeFileSync(join(elsewhere, 'secret.md'), 'Secret');
    writeFileSync(join(folder, '2024-01-01.md'), 'Good');
    const source = await openFolder(folder, 'notes', makeByteBudget(1000));
    const { rmSync } = await import('node:fs');
    rmSync(join(folder, '2024-01-01.md'));
    symlinkSync(join(elsewhere, 'secret.md'), join(folder, '2024-01-01.md'));
    const [file] = source.files;
    if (!file) throw new Error('the folder has a file');
    await expect(readBytes(file, 1000)).rejects.toThrow('It could not be opened.');
  });

  test('that is gone, or holds nothing to read, is refused in words', async () => {
    const journal = openTestJournal();
    const folder = makeTempFolder();
    await expect(previewOf(journal, join(folder, 'gone'))).rejects.toMatchObject({
      kind: 'unreadableSource',
    });
    await expect(previewOf(journal, folder)).rejects.toMatchObject({ kind: 'unreadableSource' });
    writeFileSync(join(folder, 'picture.png'), '');
    await expect(importFrom(journal, folder)).rejects.toMatchObject({ kind: 'unreadableSource' });
    expect(readdirSync(folder)).toEqual(['picture.png']);
  });

  test('that was never granted is not read', async () => {
    const journal = openTestJournal();
    await expect(journal.ask('transfer.preview', { source: fixture, job: 'a' })).rejects.toMatchObject({
      kind: 'badInput',
    });
    await expect(
      journal.ask('transfer.export', { target: fixture, format: 'json', job: 'a' }),
    ).rejects.toMatchObject({
      kind: 'badInput',
    });
  });

  test('of one file is that file', async () => {
    const path = join(makeTempFolder(), '2024-01-01 Alone.md');
    writeFileSync(path, 'Good');
    const source = await openSource({ path, name: '2024-01-01 Alone.md' });
    expect(source.files.map((file) => file.path)).toEqual(['2024-01-01 Alone.md']);
    expect((await importFrom(openTestJournal(), path)).batch.entryCount).toBe(1);
  });

  test('with more than an entry can hold says so, and brings the rest', async () => {
    const folder = makeTempFolder();
    writeFileSync(join(folder, '2024-01-01.md'), 'x'.repeat(2_000_001));
    writeFileSync(join(folder, '2024-01-02.md'), 'y'.repeat(2_000_000));
    writeFileSync(join(folder, '2024-01-03.md'), `---\ntitle: ${'t'.repeat(501)}\n---\nz`);
    const journal = openTestJournal();
    const { batch, skipped } = await importFrom(journal, folder);
    expect(batch.entryCount).toBe(2);
    expect(skipped).toEqual([
      { where: '2024-01-01.md', message: 'There is more in it than one entry can hold.' },
    ]);
    const { entries } = await journal.ask('entries.timeline', { from: { day: '2024-01-03' }, limit: 1 });
    expect(entries[0]?.body).toBe(`z\n\n\`\`\`yaml\ntitle: ${'t'.repeat(501)}\n\`\`\`\n`);
  });
});

const fixture = '/etc';
