// @vitest-environment jsdom
import { CompletionContext, type CompletionResult, type CompletionSource } from '@codemirror/autocomplete';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it } from 'vitest';
import { completeChannels } from '../../../src/renderer/composer/editor/completeChannels.ts';
import { completePeople, newName } from '../../../src/renderer/composer/editor/completePeople.ts';
import { completeTags } from '../../../src/renderer/composer/editor/completeTags.ts';
import { bodyOf, createWritingState } from '../../../src/renderer/composer/editor/writingState.ts';
import type { Channel } from '../../../src/shared/models/entry.ts';
import { addEntry, addPerson, closeTestJournals, openTestJournal, testId } from '../../support/journal.ts';

afterEach(closeTestJournals);

/** What is offered at the end of `text`. */
async function offered(source: CompletionSource, text: string): Promise<CompletionResult | null> {
  const state = createWritingState(text, []);
  return await source(new CompletionContext(state, text.length, false));
}
const labels = (result: CompletionResult | null) => result?.options.map((option) => option.label) ?? [];

/** The text after the option called `label` was taken at the end of `text`. */
async function taken(source: CompletionSource, text: string, label: string): Promise<string> {
  const result = await offered(source, text);
  const option = result?.options.find((one) => one.label === label);
  const view = new EditorView({ state: createWritingState(text, []) });
  if (typeof option?.apply === 'function') option.apply(view, option, result?.from ?? 0, text.length);
  const body = bodyOf(view.state);
  view.destroy();
  return body;
}

async function journalPeople() {
  const journal = openTestJournal();
  const ann = await addPerson(journal, { name: 'Ann Bell', preferredName: 'Annie' });
  await addPerson(journal, { name: 'Ben Okafor' });
  const added: string[] = [];
  const source = completePeople({
    suggest: (text) => journal.ask('people.suggest', { text }),
    addPerson: (_view, name) => added.push(name),
  });
  return { ann, source, added };
}

describe('@', () => {
  it('offers people by what was typed, and last somebody new', async () => {
    const { source } = await journalPeople();
    expect(labels(await offered(source, 'Met @an'))).toEqual(['Ann Bell', 'Add “An” as a new person']);
    expect(labels(await offered(source, '@ban okafr'))).toEqual([]);
    expect(labels(await offered(source, '@Ben Ok'))[0]).toBe('Ben Okafor');
  });

  it('writes a mention by the name that the person goes by', async () => {
    const { source, ann } = await journalPeople();
    expect(await taken(source, 'Met @an', 'Ann Bell')).toBe(`Met @[Annie](person:${ann})`);
  });

  it('hands over a new name as a name is written', async () => {
    const { source, added } = await journalPeople();
    await taken(source, '@zoë', 'Add “Zoë” as a new person');
    expect(added).toEqual(['Zoë']);
  });

  it('goes on after a space only while somebody is called so, or it looks like a name', async () => {
    const { source } = await journalPeople();
    expect(labels(await offered(source, '@ann b'))).toEqual(['Ann Bell']);
    expect(await offered(source, '@ann went')).toBeNull();
    expect(labels(await offered(source, '@Zoe Fox'))).toContain('Add “Zoe Fox” as a new person');
  });

  it('keeps out of addresses, code and mentions', async () => {
    const { source } = await journalPeople();
    expect(await offered(source, 'ann@be')).toBeNull();
    expect(await offered(source, '```\n@an')).toBeNull();
    expect(await offered(source, `@[An`)).toBeNull();
  });

  it.each([
    ['zoe fox', 'Zoe Fox'],
    ['Zoe fox', 'Zoe fox'],
    ["o'neil", "O'neil"],
    ['  zoe ', 'Zoe'],
    ['李雷', '李雷'],
    ['z', null],
    ['12', null],
  ])('“%s” would be a new person called %s', (typed, name) => {
    expect(newName(typed)).toBe(name);
  });
});

describe('#', () => {
  it('offers tags of the journal, and none in a heading, a word or code', async () => {
    const journal = openTestJournal();
    await addEntry(journal, { body: 'tea #home #homework' });
    const source = completeTags(async (text) =>
      (await journal.ask('tags.suggest', { text })).map((suggestion) => suggestion.tag),
    );
    expect(labels(await offered(source, 'tea #ho')).sort()).toEqual(['#home', '#homework']);
    expect(labels(await offered(source, 'tea #home'))).toEqual(['#homework']);
    expect(await offered(source, '# ho')).toBeNull();
    expect(await offered(source, 'a#ho')).toBeNull();
    expect(await offered(source, '`#ho')).not.toBeNull();
    expect(await offered(source, '~~~\n#ho')).toBeNull();
  });
});

describe('/', () => {
  it('sets the channel from a line of its own, and takes its words away', async () => {
    const chosen: Channel[] = [];
    const source = completeChannels((channel) => chosen.push(channel));
    expect(labels(await offered(source, '/ca'))).toEqual(['Call', 'Video call']);
    expect(labels(await offered(source, 'one\n/le'))).toEqual(['Letter']);
    expect(await taken(source, 'one\n/le', 'Letter')).toBe('one\n');
    expect(chosen).toEqual(['letter']);
  });

  it('leaves other lines alone', async () => {
    const source = completeChannels(() => undefined);
    expect(await offered(source, 'and/or')).toBeNull();
    expect(await offered(source, '/xyz')).toBeNull();
    expect(await offered(source, `/home/${testId(1)}`)).toBeNull();
  });
});
