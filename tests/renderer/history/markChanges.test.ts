import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markChanges, type Stretch } from '../../../src/renderer/history/markChanges.ts';

const textOf = (stretches: readonly Stretch[], side: Stretch['is']) =>
  stretches
    .filter(({ is }) => is === 'both' || is === side)
    .map(({ text }) => text)
    .join('');

test('marks whole words', () => {
  expect(markChanges('We had tea.', 'We had cake.')).toEqual([
    { is: 'both', text: 'We had ' },
    { is: 'then', text: 'tea' },
    { is: 'now', text: 'cake' },
    { is: 'both', text: '.' },
  ]);
  expect(markChanges('the same', 'the same')).toEqual([{ is: 'both', text: 'the same' }]);
  expect(markChanges('', '')).toEqual([]);
});

test('each side is read back whole from what is marked', () => {
  const text = fc
    .array(fc.constantFrom('tea', 'cake', ' ', '\n', '.', 'ünd', '👩‍👩‍👧', '  '))
    .map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (then, now) => {
      const stretches = markChanges(then, now);
      if (stretches === null) return;
      expect(textOf(stretches, 'then')).toBe(then);
      expect(textOf(stretches, 'now')).toBe(now);
    }),
  );
});

test('does not go on for long about texts with nothing in common', () => {
  const words = (seed: string) => Array.from({ length: 60_000 }, (_, i) => `${seed}${i}`).join(' ');
  expect(markChanges(words('a'), words('b'))).toBeNull();
});
