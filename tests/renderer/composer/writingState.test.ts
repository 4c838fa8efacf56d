import { EditorSelection } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf, createWritingState } from '../../../src/renderer/composer/editor/writingState.ts';

describe('the text of the writing area', () => {
  const lineEnds = fc.constantFrom('\n', '\r\n', '\r', '\n\r', ' ', 'a', '  ', '\u2028', '\t');
  it('is kept byte for byte, whatever its line ends', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(lineEnds).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (body) => {
        expect(bodyOf(createWritingState(body, []))).toBe(body);
      }),
      { numRuns: 500 },
    );
  });

  it('ends new lines as the others end', () => {
    const state = createWritingState('one\r\ntwo', []);
    const next = state.update(state.replaceSelection(state.lineBreak)).state;
    expect(bodyOf(next)).toBe('\r\none\r\ntwo');
  });

  it('leaves the rest alone when a part is typed over', () => {
    const state = createWritingState('one\rtwo\nthree', []);
    const typed = state.update({
      changes: { from: 0, to: 3, insert: 'ONE' },
      selection: EditorSelection.cursor(3),
    }).state;
    expect(bodyOf(typed)).toBe('ONE\rtwo\nthree');
  });
});
