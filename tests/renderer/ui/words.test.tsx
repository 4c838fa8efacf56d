// @vitest-environment jsdom
import { render } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialsOf, tintOf } from '../../../src/renderer/ui/Avatar.tsx';
import { Highlighted } from '../../../src/renderer/ui/Highlighted.tsx';
import { iconPaths } from '../../../src/renderer/ui/iconPaths.ts';
import { prepareDom } from '../support/dom.ts';

prepareDom();

describe('initialsOf', () => {
  test.each([
    ['Ada Lovelace', 'AL'],
    ['Gabriel José de la Concordia García Márquez', 'GM'],
    ['Prince', 'P'],
    ['émile zola', 'ÉZ'],
    ['e\u0301mile zola', 'E\u0301Z'],
    ['李 小龙', '李小'],
    ['“Bo” Diddley', 'BD'],
    ['Ада  Лавлейс ', 'АЛ'],
    ['(unknown)', 'U'],
    ['👩‍🚀', ''],
    ['', ''],
  ])('%s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

test('a tint is one of the seven, and always the same for the same id', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), (id) => {
      expect(tintOf(id)).toBe(tintOf(`${id}`));
      expect([0, 1, 2, 3, 4, 5, 6]).toContain(tintOf(id));
    }),
  );
  const used = new Set(fc.sample(fc.uuid({ version: 7 }), 300).map(tintOf));
  expect(used.size).toBe(7);
});

test('marking changes no letter, and marks just the ranges', () => {
  const cases = fc
    .string({ unit: 'grapheme' })
    .chain((text) =>
      fc
        .uniqueArray(fc.integer({ min: 0, max: text.length }), { maxLength: 8 })
        .map((cuts) => ({ text, cuts: cuts.sort((a, b) => a - b) })),
    );
  fc.assert(
    fc.property(cases, ({ text, cuts }) => {
      const ranges: [number, number][] = [];
      for (let at = 0; at + 1 < cuts.length; at += 2) ranges.push([cuts[at] ?? 0, cuts[at + 1] ?? 0]);
      const { container, unmount } = render(<Highlighted text={text} ranges={ranges} />);
      expect(container.textContent).toBe(text);
      const marks = [...container.querySelectorAll('mark')].map((mark) => mark.textContent);
      expect(marks).toEqual(ranges.map(([from, to]) => text.slice(from, to)));
      unmount();
    }),
    { numRuns: 100 },
  );
});

test('every drawing stays on its grid', () => {
  for (const paths of Object.values(iconPaths)) {
    for (const d of paths) {
      const [x = Number.NaN, y = Number.NaN] = (/^M([\d.]+) ([\d.]+)/.exec(d) ?? []).slice(1).map(Number);
      expect(x).toBeGreaterThanOrEqual(2);
      expect(x).toBeLessThanOrEqual(22);
      expect(y).toBeGreaterThanOrEqual(2);
      expect(y).toBeLessThanOrEqual(22);
    }
  }
});
