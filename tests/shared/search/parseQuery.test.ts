import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Clause,
  filterNames,
  parseQuery,
  quoteValue,
  type Term,
} from '../../../src/shared/search/parseQuery.ts';

const sayTerm = (term: Term): string =>
  term.kind === 'filter'
    ? `${term.name}=${term.value}`
    : `${term.words.map(({ text }) => text).join(term.phrase ? '+' : ' ')}${term.prefix ? '*' : ''}`;
const sayClause = ({ negated, any }: Clause) => `${negated ? '-' : ''}${any.map(sayTerm).join('|')}`;
const say = (text: string) => parseQuery(text).clauses.map(sayClause);

const scraps = fc.constantFrom(
  ...filterNames.map((name) => `${name}:`),
  ...[
    '"',
    '“',
    '-',
    '#',
    '*',
    'OR',
    'AND',
    ' ',
    ' ',
    'word',
    'Zoë',
    '北京',
    ':',
    '2024-05',
    "'",
    '(',
    ')',
    '^',
    '+',
    '\0',
    'NEAR(a b)',
    '{',
    '--',
    '"a b"',
  ],
);
const anyQuery = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(scraps, { maxLength: 14 }).map((parts) => parts.join('')),
);

describe('a query', () => {
  test('may be any text, and each of its parts stands where it says', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        const { parts } = parseQuery(text);
        let before = 0;
        let covered = '';
        for (const { from, to } of parts) {
          expect(from).toBeGreaterThanOrEqual(before);
          expect(to).toBeGreaterThan(from);
          covered += text.slice(before, from);
          before = to;
        }
        // Nothing but space is left out.
        expect(`${covered}${text.slice(before)}`.trim()).toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['', []],
    ['  ', []],
    ['plague city', ['plague', 'city*']],
    ['plague city ', ['plague', 'city']],
    ['gard* x ', ['gard*', 'x']],
    ['e-mail ', ['e mail']],
    ['"my wife"', ['my+wife']],
    ['"my wi', ['my+wi*']],
    ['“my wife” -lunch ', ['my+wife', '-lunch']],
    ['-"my wife" a ', ['-my+wife', 'a']],
    ['gold OR silver x ', ['gold|silver', 'x']],
    ['a OR b OR c ', ['a|b|c']],
    ['a OR -b ', ['a', '-b']],
    ['OR a ', ['a']],
    ['a OR ', ['a']],
    ['a or b ', ['a', 'or', 'b']],
    ['a AND b ', ['a', 'b']],
    ['with:Anna x ', ['with=Anna', 'x']],
    ['WITH:"Will Hewer"', ['with=Will Hewer']],
    ['with:“Will Hewer” x ', ['with=Will Hewer', 'x']],
    ['with:"Will He', ['with=Will He']],
    ['with: x ', ['with=', 'x']],
    ['-tag:work', ['-tag=work']],
    ['#garden #a/b', ['tag=garden', 'tag=a/b']],
    ['# x ', ['x']],
    ['before:2024 OR x ', ['before=2024', 'x']],
    ['tag:a OR tag:b', ['tag=a|tag=b']],
    ['http://example.org ', ['http example org']],
    ['10:30 ', ['10 30']],
    ['say"hello', ['say', 'hello*']],
    ['- a ', ['a']],
    ['--a ', ['a']],
    ['!!! ', []],
  ])('%j is read', (text, clauses) => {
    expect(say(text)).toEqual(clauses);
  });

  test('tells its parts apart', () => {
    const kinds = parseQuery('a "b c" -with:x OR #t').parts.map(({ kind }) => kind);
    expect(kinds).toEqual(['word', 'phrase', 'operator', 'filter', 'operator', 'filter']);
  });

  test('a value in a filter is quoted where it must be, and read again as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (value) => {
        const bare = value.replace(/["“”„«»]/g, '').trim();
        const [clause] = parseQuery(`with:${quoteValue(value)}`).clauses;
        expect(clause?.any[0]).toMatchObject({ kind: 'filter', name: 'with', value: bare });
      }),
    );
  });
});
