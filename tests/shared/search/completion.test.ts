import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completableAt, filtersBeginning } from '../../../src/shared/search/completion.ts';

/** What stands at the "|". */
function at(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = completableAt(text, caret);
  return found && { kind: found.kind, typed: found.typed, replaces: text.slice(found.from, found.to) };
}

describe('what can be completed', () => {
  test.each([
    ['|', null],
    ['wi|', { kind: 'filterName', typed: 'wi', replaces: 'wi' }],
    ['fire wi|', { kind: 'filterName', typed: 'wi', replaces: 'wi' }],
    ['wi|th', { kind: 'filterName', typed: 'wi', replaces: 'with' }],
    ['with:|', { kind: 'value', typed: '', replaces: 'with:' }],
    ['with:An| fire', { kind: 'value', typed: 'An', replaces: 'with:An' }],
    ['with:"Will He|', { kind: 'value', typed: 'Will He', replaces: 'with:"Will He' }],
    ['with:"Will He|wer" x', { kind: 'value', typed: 'Will He', replaces: 'with:"Will Hewer"' }],
    ['with:"Will| Hewer" x', { kind: 'value', typed: 'Will', replaces: 'with:"Will Hewer"' }],
    ['with:"Will Hewer"|', null],
    ['fire |', null],
    ['#gar|', { kind: 'value', typed: 'gar', replaces: '#gar' }],
    ['-tag:w|', { kind: 'value', typed: 'w', replaces: 'tag:w' }],
    ['"a phra|', null],
  ])('%s', (marked, expected) => {
    expect(at(marked)).toEqual(expected);
  });

  test('whatever is typed, what is replaced holds the caret', () => {
    const scraps = fc.constantFrom('with:', '"', ' ', 'a', '#', '-', 'tag:', '“', 'Zoë', 'OR');
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 10 }), fc.nat(60), (parts, place) => {
        const text = parts.join('');
        const caret = Math.min(place, text.length);
        const found = completableAt(text, caret);
        if (!found) return;
        expect(found.from).toBeLessThanOrEqual(caret);
        expect(found.to).toBeGreaterThanOrEqual(caret);
        expect(found.to).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('filters begin as typed', () => {
    expect(filtersBeginning('w')).toEqual(['with']);
    expect(filtersBeginning('b')).toEqual(['before']);
    expect(filtersBeginning('zz')).toEqual([]);
  });
});
