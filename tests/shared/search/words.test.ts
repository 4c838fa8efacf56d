import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/shared/rules/fold.ts';
import { FACET_MARK } from '../../../src/shared/search/facets.ts';
import { indexText, indexWords, wordsOf } from '../../../src/shared/search/words.ts';

const db = new Database(':memory:');

/** The words that SQLite finds in a text. */
function sqliteWords(text: string, tokenizer: string): string[] {
  db.exec(`DROP TABLE IF EXISTS vocabulary; DROP TABLE IF EXISTS t;
    CREATE VIRTUAL TABLE t USING fts5 (txt, tokenize = "${tokenizer}");
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab ('t', 'row');`);
  db.prepare('INSERT INTO t VALUES (?)').run(text);
  return db.prepare('SELECT term FROM vocabulary').pluck().all() as string[];
}

const ourWords = (text: string) => wordsOf(text).flatMap((word) => indexWords(word, true));
const sorted = (words: readonly string[]) => [...new Set(words)].sort();

const pieces = fc.constantFrom(
  ...[
    'Söre',
    'naïve',
    'don’t',
    ' ',
    '—',
    '北京',
    '市',
    'カタカナー',
    '한국어',
    '🎂',
    '👩‍🚀',
    'e\u0301',
    'ﬁne',
    'Straße',
    '\n',
    '_',
    'x9',
  ],
  ...[
    'İstanbul',
    'ΣΊΣΥΦΟΣ',
    'हिन्दी',
    'مرحبا',
    'Ѐлка',
    FACET_MARK,
    '\u0000',
    '\ud800',
    '3月',
    '"',
    '*',
    '\ue000',
    'ᄒ',
    'ᅡᆫ',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
);

describe('words', () => {
  test('what the index holds of a text is exactly its words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sorted(sqliteWords(indexText(text), 'ascii'))).toEqual(sorted(ourWords(text)));
      }),
      { numRuns: 400 },
    );
  });

  test('agree with SQLite’s own rule, but for accents outside of the Latin alphabet, which it keeps', () => {
    const letters = fc.constantFrom(...'aZ09éÀñçÅůżşţŐčľ ěřΑώςψЖйёщ.,-–’“”(\u00a0\u2003/\u0301\u0308\u0327');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 40 }), (characters) => {
        const text = characters.join('');
        const theirs = sqliteWords(text, 'unicode61 remove_diacritics 2').map(fold);
        expect(sorted(ourWords(text))).toEqual(sorted(theirs));
      }),
      { numRuns: 400 },
    );
  });

  test('stand where they say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0;
        for (const word of wordsOf(text)) {
          expect(word.from).toBeGreaterThanOrEqual(before);
          expect(word.to).toBeGreaterThan(word.from);
          expect(word.to).toBeLessThanOrEqual(text.length);
          before = word.from;
        }
      }),
    );
  });

  test.each([
    ['Søren Åse', ['soren', 'ase']],
    ['Straße', ['strasse']],
    ['Don’t e-mail', ['don', 't', 'e', 'mail']],
    ['去北京市 3月', ['去北京市', '3', '月']],
    ['cake🎂🎂', ['cake', '🎂', '🎂']],
    ['ΣΊΣΥΦΟΣ', ['σισυφοσ']],
    ['हिन्दी', ['हिन्दी']],
  ])('of %s', (text, words) => {
    expect(wordsOf(text).map((word) => word.text)).toEqual(words);
  });

  test('nobody can write a facet', () => {
    expect(wordsOf(`${FACET_MARK}p7`).map((word) => word.text)).toEqual(['p7']);
    expect(indexText(`${FACET_MARK}p7`)).not.toContain(FACET_MARK);
  });

  test('Chinese is indexed by overlapping pairs', () => {
    expect(indexText('去北京市').trim()).toBe('去北 北京 京市 市');
    expect(indexWords({ text: '北京市', alone: true })).toEqual(['北京', '京市']);
  });
});
