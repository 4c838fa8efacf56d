// @vitest-environment jsdom
import { deleteCharBackward } from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it } from 'vitest';
import { mentionPills, mentionsIn } from '../../../src/renderer/composer/editor/mentionPills.ts';
import { trackedRanges, trackRange } from '../../../src/renderer/composer/editor/trackRanges.ts';
import { toggleSigns } from '../../../src/renderer/composer/editor/writingKeys.ts';
import { bodyOf, createWritingState } from '../../../src/renderer/composer/editor/writingState.ts';
import { testId } from '../../support/journal.ts';

const mention = `@[Ann \\[B\\]](person:${testId(1)})`;
const views: EditorView[] = [];

function open(body: string): EditorView {
  const state = createWritingState(body, [mentionPills(), trackedRanges()]);
  const view = new EditorView({ parent: document.body, state });
  views.push(view);
  return view;
}

afterEach(() => {
  for (const view of views.splice(0)) view.destroy();
});

describe('a mention in the writing area', () => {
  it('shows as the name alone, and stays Markdown in the text', () => {
    const view = open(`Met ${mention}.`);
    const pill = view.dom.querySelector('.mention-pill');
    expect(pill?.textContent).toBe('Ann [B]');
    expect(view.contentDOM.textContent).toBe('Met Ann [B].');
    expect(bodyOf(view.state)).toBe(`Met ${mention}.`);
  });

  it('is only text in code', () => {
    const view = open(`\`${mention}\``);
    expect(view.dom.querySelector('.mention-pill')).toBeNull();
  });

  it('is known by its place in the document, whatever the line ends', () => {
    const view = open(`one\r\ntwo\r\n${mention}`);
    expect(mentionsIn(view.state).map(({ from, personId }) => [from, personId])).toEqual([[8, testId(1)]]);
  });

  it('goes whole with one Backspace', () => {
    const view = open(`Met ${mention}`);
    view.dispatch({ selection: { anchor: view.state.doc.length } });
    deleteCharBackward(view);
    expect(bodyOf(view.state)).toBe('Met ');
  });
});

describe('a place that an answer is awaited for', () => {
  it('is followed while the text before it changes', () => {
    const view = open('Met @zoe today');
    const whereNow = trackRange(view, 4, 8);
    view.dispatch({ changes: { from: 0, insert: 'Yesterday: ' } });
    expect(whereNow()).toMatchObject({ from: 15, to: 19 });
  });

  it('is given up when its own text changed', () => {
    const view = open('Met @zoe today');
    const whereNow = trackRange(view, 4, 8);
    view.dispatch({ changes: { from: 5, to: 8 } });
    expect(whereNow()).toBeNull();
  });
});

describe('emphasis by a key', () => {
  const toggled = (body: string, from: number, to: number, signs: string) => {
    const view = open(body);
    view.dispatch({ selection: { anchor: from, head: to } });
    toggleSigns(signs)(view);
    const { main } = view.state.selection;
    return [bodyOf(view.state), view.state.sliceDoc(main.from, main.to)];
  };

  it('puts signs around what is selected, and takes them away again', () => {
    expect(toggled('a word here', 2, 6, '**')).toEqual(['a **word** here', 'word']);
    expect(toggled('a **word** here', 4, 8, '**')).toEqual(['a word here', 'word']);
    expect(toggled('a *word* here', 3, 7, '*')).toEqual(['a word here', 'word']);
  });

  it('does not take half of two stars for one', () => {
    expect(toggled('**word**', 2, 6, '*')).toEqual(['***word***', 'word']);
    expect(toggled('***word***', 3, 7, '*')).toEqual(['**word**', 'word']);
  });
});
