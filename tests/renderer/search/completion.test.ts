import { expect, test } from 'vitest';
import { applyCompletion, stepThrough } from '../../../src/renderer/search/completion.ts';
import { moveSelection } from '../../../src/renderer/search/moveSelection.ts';

const option = (text: string) => ({ text, label: text, detail: '' });

test('a filter’s name is put in ready for its value, a value ready for the next word', () => {
  expect(applyCompletion('tea wi', { from: 4, to: 6 }, option('with:'))).toEqual({
    text: 'tea with:',
    caret: 9,
  });
  expect(applyCompletion('with:a', { from: 0, to: 6 }, option('with:"Ada L"'))).toEqual({
    text: 'with:"Ada L" ',
    caret: 13,
  });
});

test('what stands behind the caret stays, with one space before it', () => {
  expect(applyCompletion('with:a tea', { from: 0, to: 6 }, option('with:Ada'))).toEqual({
    text: 'with:Ada tea',
    caret: 8,
  });
});

test('steps through options go round by way of the field', () => {
  expect([null, 0, 1].map((at) => stepThrough(at, 1, 2))).toEqual([0, 1, null]);
  expect([null, 1, 0].map((at) => stepThrough(at, -1, 2))).toEqual([1, 0, null]);
  expect(stepThrough(null, 1, 0)).toBeNull();
});

test('arrows move through hits and stop at the ends; up from the first is the field', () => {
  expect(moveSelection('ArrowDown', null, 3)).toBe(0);
  expect(moveSelection('ArrowDown', 2, 3)).toBe(2);
  expect(moveSelection('ArrowUp', 0, 3)).toBeNull();
  expect(moveSelection('PageDown', null, 30)).toBe(7);
  expect(moveSelection('PageUp', 3, 30)).toBe(0);
  expect(moveSelection('ArrowDown', null, 0)).toBeUndefined();
  expect(moveSelection('x', 1, 3)).toBeUndefined();
});
