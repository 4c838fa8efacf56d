// @vitest-environment jsdom
import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { EditorView } from '@codemirror/view';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addMark, markSentence } from '../../../src/renderer/composer/editor/addMark.ts';
import { completeMarks } from '../../../src/renderer/composer/editor/completeMarks.ts';
import { markChips } from '../../../src/renderer/composer/editor/markChips.ts';
import { bodyOf, createWritingState } from '../../../src/renderer/composer/editor/writingState.ts';
import { markKinds } from '../../../src/shared/rules/markKinds.ts';
import { findMarks, hideMarks } from '../../../src/shared/rules/marks.ts';

const views: EditorView[] = [];

function open(body: string): EditorView {
  const view = new EditorView({ parent: document.body, state: createWritingState(body, [markChips()]) });
  views.push(view);
  return view;
}

afterEach(() => {
  for (const view of views.splice(0)) view.destroy();
});

describe('!', () => {
  const labels = async (text: string) => {
    const context = new CompletionContext(createWritingState(text, []), text.length, false);
    const result = (await completeMarks()(context)) as CompletionResult | null;
    return result?.options.map(({ label }) => label) ?? [];
  };

  it.each([
    ['Lent it !', markKinds.map((kind) => `!${kind}`)],
    ['!', markKinds.map((kind) => `!${kind}`)],
    ['Lent it !th', ['!thanked', '!theirs']],
    ['Lent it !words', ['!kind']],
    ['Lent it !PROM', ['!promise', '!theirs']],
    ['Lent it !gave', []],
    ['Wow!', []],
    ['Oh !so', []],
    ['Look ![', []],
    ['```\n!', []],
  ])('after %j offers %j', async (text, offered) => {
    expect(await labels(text)).toEqual(offered);
  });
});

describe('a mark in the writing area', () => {
  it('is a chip that says what it means, of the text as it is', () => {
    const body = 'one\r\ntwo !gave. `!told`\r\n';
    const view = open(body);
    const chips = [...view.dom.querySelectorAll<HTMLElement>('.mark-chip')];
    expect(chips.map(({ textContent, title }) => [textContent, title])).toEqual([
      ['!gave', 'Something you gave or did'],
    ]);
    expect(bodyOf(view.state)).toBe(body);
  });

  it('becomes one as it is typed, and none when it is changed', () => {
    const view = open('Plums !gav');
    expect(view.dom.querySelector('.mark-chip')).toBeNull();
    view.dispatch({ changes: { from: 10, insert: 'e' } });
    expect(view.dom.querySelector('.mark-chip')?.textContent).toBe('!gave');
    view.dispatch({ changes: { from: 11, insert: 's' } });
    expect(view.dom.querySelector('.mark-chip')).toBeNull();
  });
});

/** `text` with `|` where the caret is, after the sentence there was marked. */
function marked(text: string): string {
  const at = text.indexOf('|');
  const view = open(text.replace('|', ''));
  view.dispatch({ selection: { anchor: at } });
  addMark(view, 'gave');
  const body = bodyOf(view.state);
  const caret = view.state.selection.main.head;
  return `${body.slice(0, caret)}|${body.slice(caret)}`;
}

describe('marking the sentence at the caret', () => {
  it.each([
    ['Lent her my atlas|', 'Lent her my atlas !gave|'],
    ['Lent her my atlas.|', 'Lent her my atlas. !gave|'],
    ['Lent |her my atlas. Then rain.', 'Lent |her my atlas !gave. Then rain.'],
    ['**Lent |it.** Then rain.', '**Lent |it !gave.** Then rain.'],
    ['“Take it,” I |said.\n\nThen rain.', '“Take it,” I |said. !gave\n\nThen rain.'],
    ['- one|\n- two', '- one !gave|\n- two'],
    ['Praise. !kind|', 'Praise. !kind !gave|'],
    ['Lent it !gave|', 'Lent it !gave|'],
    ['|', '!gave|'],
    ['Rain.\n\n|', 'Rain.\n\n!gave|'],
  ])('of %j makes %j', (text, made) => {
    expect(marked(text)).toBe(made);
  });

  it('writes one mark and nothing else, whatever the text, and not twice', () => {
    const piece = fc.constantFrom(
      'Lent it',
      '. ',
      '! ',
      '? ',
      '\n',
      '\n\n',
      '- ',
      '**',
      '”',
      '!kind ',
      '…',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (pieces, n) => {
        const text = pieces.join('');
        const at = n % (text.length + 1);
        const insertion = markSentence(text, at, at, 'told');
        expect(insertion).not.toBeNull();
        if (!insertion) return;
        const made = text.slice(0, insertion.at) + insertion.insert + text.slice(insertion.at);
        expect(hideMarks(insertion.insert).trim()).toBe('');
        expect(findMarks(made).filter(({ kind }) => kind === 'told')).toHaveLength(1);
      }),
    );
  });
});
