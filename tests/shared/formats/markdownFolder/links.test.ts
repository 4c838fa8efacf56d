import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLinkTargets } from '../../../../src/shared/formats/markdownFolder/linkTargets.ts';
import { nameVault } from '../../../../src/shared/formats/markdownFolder/vaultNames.ts';
import { findWikiLinks } from '../../../../src/shared/formats/markdownFolder/wikiLinks.ts';
import { rereadText, writeText } from '../../../../src/shared/formats/markdownFolder/writeText.ts';
import { makeMention } from '../../../../src/shared/rules/mentions.ts';
import { testId } from '../../../support/ids.ts';

describe('findWikiLinks', () => {
  test.each([
    ['[[Ada]]', 'Ada', 'Ada'],
    ['[[Ada|the countess]]', 'Ada', 'the countess'],
    ['[[Ada#Work|her work]]', 'Ada', 'her work'],
    ['[[Ada^block]]', 'Ada', 'Ada'],
    ['[[People/Ada.md]]', 'People/Ada', 'Ada'],
    ['[[Ada|]]', 'Ada', 'Ada'],
    ['[[Ada\\|in a table]]', 'Ada', 'in a table'],
    ['[[ Ada ]]', 'Ada', 'Ada'],
    ['[[Ada|a [good] friend]]', 'Ada', 'a [good] friend'],
  ])('reads %s', (text, target, shown) => {
    expect(findWikiLinks(text)).toMatchObject([{ from: 0, to: text.length, target, text: shown }]);
  });

  test.each([
    '![[Ada]]',
    '\\[[Ada]]',
    '`[[Ada]]`',
    '```\n[[Ada]]\n```',
    '[[#heading]]',
    '[[]]',
    '[[Ada\n]]',
    '[Ada]',
  ])('sees none in %j', (text) => {
    expect(findWikiLinks(text)).toEqual([]);
  });

  test('takes time in proportion to the text', () => {
    expect(findWikiLinks('[['.repeat(200_000))).toEqual([]);
    expect(findWikiLinks('[[a|'.repeat(200_000))).toEqual([]);
    expect(findWikiLinks('`x` [[a]] '.repeat(50_000))).toHaveLength(50_000);
  });
});

describe('buildLinkTargets', () => {
  const targets = buildLinkTargets([
    { path: 'People/Ada.md', isPerson: true, aliases: ['The Countess', 'A'] },
    { path: 'People/Work/Tom.md', isPerson: true, aliases: ['A'] },
    { path: 'Tom.md', isPerson: true, aliases: [] },
    { path: 'Projects/Ada.md', isPerson: false, aliases: [] },
    { path: 'Ideas.md', isPerson: false, aliases: ['x'] },
  ]);

  test.each([
    ['Ada', 'People/Ada.md'],
    ['ada', 'People/Ada.md'],
    ['People/Ada', 'People/Ada.md'],
    ['Projects/Ada', undefined],
    ['Tom', 'Tom.md'],
    ['Work/Tom', 'People/Work/Tom.md'],
    ['the countess', 'People/Ada.md'],
    ['A', undefined],
    ['Ideas', undefined],
    ['Nobody', undefined],
  ])('finds for %s', (target, path) => {
    expect(targets.person(target)).toBe(path);
  });

  test('tells which names were ambiguous', () => {
    expect(targets.ambiguous()).toContainEqual({ name: 'Tom', path: 'Tom.md' });
    expect(targets.ambiguous()).toContainEqual({ name: 'Ada', path: 'People/Ada.md' });
  });
});

describe('writeText', () => {
  const people = ['Ada', 'Ada', 'CON', 'a/b', 'Zoë [Z]', 'notes.md', '`tick`', '…'].map((name, i) => ({
    id: testId(i + 1),
    name,
    nicknames: i === 0 ? ['Countess'] : [],
  }));
  const names = nameVault(people);

  test('writes links that Obsidian understands', () => {
    const text = `With ${makeMention('Ada', testId(1))} and ${makeMention('the other', testId(2))}.`;
    expect(writeText(text, names)).toEqual({ text: 'With [[Ada]] and [[Ada 2|the other]].', plainLinks: [] });
  });

  test('marks links that are only text', () => {
    expect(writeText('[[Ada]] and [[Ideas]]', names)).toEqual({
      text: '[[Ada]] and [[Ideas]]',
      plainLinks: [0],
    });
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '[[Ada]]',
      '[[Ada 2|x]]',
      '[[countess]]',
      '![[Ada]]',
      '`',
      '```\n',
      '\n',
      '\\',
      '@',
      '[',
      ']]',
      '|',
      '@[x](person:',
    ),
    fc.constantFrom(...people.map(({ id, name }) => makeMention(name, id))),
    fc
      .record({ name: fc.string({ unit: 'grapheme' }), id: fc.integer({ min: 1, max: 12 }) })
      .map(({ name, id }) => makeMention(name, testId(id))),
    fc.string({ unit: 'binary' }),
  );

  test('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(rereadText(writeText(text, names), names)).toBe(text);
      }),
      { numRuns: 3000 },
    );
  }, 60_000);
});
