import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE_SIZE, pagesOfRows } from '../../../src/renderer/people/listPages.ts';

test('the pages hold every row that is asked for, and no page is asked for in vain', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(200), fc.integer({ min: 1, max: 10_000 }), (first, more, total) => {
      const last = first + more;
      const pages = pagesOfRows(first, last, total);
      for (let row = first; row <= Math.min(last, total - 1); row++) {
        expect(pages).toContain(Math.floor(row / PAGE_SIZE));
      }
      for (const page of pages) expect(page * PAGE_SIZE).toBeLessThan(total);
    }),
  );
});

test('an empty list needs no page', () => {
  expect(pagesOfRows(0, 10, 0)).toEqual([]);
});
