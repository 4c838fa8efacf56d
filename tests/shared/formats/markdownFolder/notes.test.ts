import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeNameGiver, safeFileName } from '../../../../src/shared/formats/markdownFolder/fileNames.ts';
import { dateOfName, dateOfText, noteName } from '../../../../src/shared/formats/markdownFolder/noteDate.ts';
import { sortByPath } from '../../../../src/shared/formats/markdownFolder/notePaths.ts';
import { markdownFolder } from '../../../../src/shared/formats/markdownFolder/readMarkdownFolder.ts';
import { wholeWikiLink } from '../../../../src/shared/formats/markdownFolder/wikiLinks.ts';
import { memorySource, readAll } from '../memorySource.ts';

describe('dateOfName', () => {
  test.each([
    ['2024-05-01', '2024-05-01', null, ''],
    ['2024-05-01 Dinner', '2024-05-01', null, 'Dinner'],
    ['2024_05_01', '2024-05-01', null, ''],
    ['2024.05.01 - Dinner', '2024-05-01', null, 'Dinner'],
    ['20240501', '2024-05-01', null, ''],
    ['202405011430 Dinner', '2024-05-01', '14:30', 'Dinner'],
    ['1663-02-28', '1663-02-28', null, ''],
  ])('reads %s', (name, day, time, rest) => {
    expect(dateOfName(name)).toMatchObject({ day, time, rest });
  });

  test.each([
    '2024-02-30',
    '2024-13-01',
    'Dinner 2024-05-01',
    '2024-05',
    '2024-05-011',
    '2024-05_01',
    '99999999',
  ])('reads none in %s', (name) => {
    expect(dateOfName(name)).toBeUndefined();
  });
});

describe('dateOfText', () => {
  test.each([
    ['2024-05-01', '2024-05-01', null, true],
    ['2024-05-01T14:30', '2024-05-01', '14:30', true],
    ['2024-05-01 9:30', '2024-05-01', '09:30', true],
    ['2024-05-01T14:30:00', '2024-05-01', '14:30', true],
    ['2024-05-01T14:30:12', '2024-05-01', '14:30', false],
    ['2024-05-01T14:30:00+02:00', '2024-05-01', '14:30', false],
    ['2024-05-01T23:30:00Z', '2024-05-01', null, false],
    ['2024/05/01', '2024-05-01', null, true],
    ['[[2024-05-01]]', '2024-05-01', null, true],
    ['[[2024-05-01|yesterday]]', '2024-05-01', null, true],
  ])('reads %s', (text, day, time, whole) => {
    expect(dateOfText(text)).toMatchObject({ day, time, whole });
  });

  test.each(['yesterday', '01.05.2024', '2024-02-30', '2024-05-01 and more', ''])(
    'reads none in %j',
    (text) => {
      expect(dateOfText(text)).toBeUndefined();
    },
  );
});

test('sorts files as people count', () => {
  const paths = ['b.md', '2024-05-01 10.md', '2024-05-01.md', '2024-05-01 2.md', 'a/c.md', 'A.md'];
  expect(sortByPath(paths.map((path) => ({ path }))).map(({ path }) => path)).toEqual([
    '2024-05-01.md',
    '2024-05-01 2.md',
    '2024-05-01 10.md',
    'A.md',
    'a/c.md',
    'b.md',
  ]);
});

describe('file names', () => {
  test.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-defg-h-i-j'],
    ['..hidden', 'hidden'],
    ['CON', '_CON'],
    ['com1.txt', '_com1.txt'],
    ['Console', 'Console'],
    ['ends with dots...', 'ends with dots'],
    ['Link [[x]] #tag ^block', 'Link -x- -tag -block'],
    ['a\u0000\nb', 'a-b'],
    ['', 'Unnamed'],
    ['???', 'Unnamed'],
    ['notes.md', 'notes md'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name, 'Unnamed')).toBe(safe);
  });

  test('are safe on every system and survive a link, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeFileName(name, 'Unnamed');
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(160);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cs}<>:"/\\|?*#^[\]]|^[.\s]|[.\s]$/u);
        expect(noteName(`People/${safe}.md`)).toBe(safe);
        expect(wholeWikiLink(`[[${safe}]]`)?.target).toBe(safe);
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  test('never collide on a disk that does not tell case apart', () => {
    const give = makeNameGiver();
    expect(['Ada', 'ADA', 'ada 2', 'Ada', 'Straße', 'STRASSE'].map(give)).toEqual([
      'Ada',
      'ADA 2',
      'ada 2 2',
      'Ada 3',
      'Straße',
      'STRASSE 2',
    ]);
  });
});

describe('readMarkdownFolder', () => {
  test('recognises a folder by its notes', async () => {
    expect(await markdownFolder.recognise(memorySource({ 'a.md': '' }))).toBe(true);
    expect(await markdownFolder.recognise(memorySource({ 'a.txt': '', 'b.vcf': '' }))).toBe(false);
  });

  test('keeps every other file as a record that says why it was left', async () => {
    const records = await readAll(
      markdownFolder,
      memorySource({ 'a.md': 'no date', 'b.png': '', 'Templates/2020-01-01.md': '' }),
    );
    expect(records.map((record) => ('reason' in record ? [record.where, record.reason] : []))).toEqual([
      ['Templates/2020-01-01.md', 'It lies in a folder of templates.'],
      ['a.md', 'It has no date, and it is not about a person.'],
      ['b.png', 'It is not a Markdown note.'],
    ]);
  });

  test('gives the same fingerprint wherever the folder lies', async () => {
    const prints = await Promise.all(
      ['', 'Vault/', 'a/b/'].map(async (root) => {
        const [entry] = await readAll(markdownFolder, memorySource({ [`${root}2024-05-01.md`]: 'Words' }));
        return entry?.kind === 'entry' && entry.fingerprint;
      }),
    );
    expect(new Set(prints).size).toBe(1);
  });

  test('reads UTF-16, and guesses with a warning', async () => {
    const records = await readAll(
      markdownFolder,
      memorySource({
        '2024-05-01.md': Uint8Array.from([0xff, 0xfe, 0xe9, 0x00]),
        '2024-05-02.md': Uint8Array.from([0xfe, 0xff, 0x00, 0xe9]),
        '2024-05-03.md': Uint8Array.from([0xe9]),
      }),
    );
    expect(records.map((record) => (record.kind === 'entry' ? record.body : record.kind))).toEqual([
      ['é'],
      ['é'],
      'warning',
      ['é'],
    ]);
  });

  test('never throws on any notes', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '---',
        'date: 2024-05-01',
        'tags: [person]',
        'aliases: [[x]]',
        'people: [[a]]',
        '- [[a|b]]',
        'kith: x',
      ),
      fc.string({ unit: 'binary' }),
    );
    const note = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
    const path = fc.constantFrom('a.md', 'People/a.md', '2024-05-01.md', 'People/b.md', 'x/2024-05-01 a.md');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(path, note), async (files) => {
        const records = await readAll(markdownFolder, memorySource(files));
        const told = new Set(records.map(({ where }) => where));
        expect(Object.keys(files).every((name) => told.has(name))).toBe(true);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
