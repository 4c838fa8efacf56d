import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  everybody,
  peopleHref,
  readPeopleAddress,
  sortBy,
} from '../../../src/renderer/people/peopleAddress.ts';

test('any list comes back from its address as it was', () => {
  const query = fc.record({
    text: fc.string({ unit: 'grapheme' }),
    circleId: fc.option(fc.string({ unit: 'grapheme' }), { nil: null }),
    tag: fc.option(fc.string({ unit: 'grapheme' }), { nil: null }),
    group: fc.option(fc.string({ unit: 'grapheme' }), { nil: null }),
    sort: fc.constantFrom('name' as const, 'lastTalk' as const, 'next' as const, 'circle' as const),
    descending: fc.boolean(),
  });
  fc.assert(
    fc.property(query, (list) => {
      expect(readPeopleAddress(peopleHref(list).split('?')[1] ?? '')).toEqual(list);
    }),
  );
});

test('everybody has the plain address', () => {
  expect(peopleHref(everybody)).toBe('/people');
  expect(readPeopleAddress('sort=height')).toEqual(everybody);
});

test('a heading sorts the way that is asked for most, and turns round when pressed again', () => {
  const latest = sortBy(everybody, 'lastTalk');
  expect(latest).toMatchObject({ sort: 'lastTalk', descending: true });
  expect(sortBy(latest, 'lastTalk')).toMatchObject({ sort: 'lastTalk', descending: false });
  expect(sortBy(latest, 'next')).toMatchObject({ sort: 'next', descending: false });
});
