import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSearchAddress, searchHref } from '../../../src/renderer/search/searchAddress.ts';

const address = fc.record({
  text: fc.string({ unit: 'grapheme' }),
  mode: fc.constantFrom('typing' as const, 'best' as const, 'newest' as const),
  opened: fc.option(fc.uuid({ version: 7 }), { nil: null }),
});

test('any search comes back from its address as it was', () => {
  fc.assert(
    fc.property(address, (search) => {
      const href = searchHref(search);
      expect(readSearchAddress(href.split('?')[1] ?? '')).toEqual(search);
    }),
  );
});

test('an empty search has the plain address', () => {
  expect(searchHref({ text: '', mode: 'typing', opened: null })).toBe('/search');
});

test('what is not understood in an address is left out', () => {
  expect(readSearchAddress('q=tea&all=worst&x=1')).toEqual({ text: 'tea', mode: 'typing', opened: null });
});

test('marks that would end an address do not reach it', () => {
  expect(searchHref({ text: 'a#b?c&d', mode: 'typing', opened: null })).toBe('/search?q=a%23b%3Fc%26d');
});
