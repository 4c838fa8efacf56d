import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DraftContent,
  draftOfEntry,
  emptyDraft,
  entryOfDraft,
  isEmptyDraft,
  peopleOfDraft,
  readDraft,
  settleWords,
  withoutPerson,
  withPerson,
} from '../../../src/renderer/composer/draftContent.ts';
import { isOffered } from '../../../src/renderer/composer/useDateOffer.ts';
import { channels, type Entry } from '../../../src/shared/models/entry.ts';
import { findDateWords } from '../../../src/shared/rules/dateWords.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { testId } from '../../support/journal.ts';

const now = { day: '2026-11-22', time: '14:32' };
const [ann, ben] = [testId(1), testId(2)];
const body = `With ${makeMention('Ann', ann)}. #tea`;

describe('people of a draft', () => {
  it('take part in what passes between people, and are mentioned in a note', () => {
    const roles = (channel: DraftContent['channel']) =>
      peopleOfDraft({ ...emptyDraft, body, channel }).map(({ role }) => role);
    expect(roles('note')).toEqual(['mentioned']);
    expect(roles('call')).toEqual(['with']);
  });

  it('keep a role that was chosen when the channel changes', () => {
    const [person] = peopleOfDraft({ ...emptyDraft, body });
    if (!person) throw new Error('nobody was found');
    const chosen = withPerson({ ...emptyDraft, body }, person, { role: 'mentioned' });
    expect(peopleOfDraft({ ...chosen, channel: 'call' })[0]?.role).toBe('mentioned');
  });

  it('go when the text names them no more, unless they were added', () => {
    const added = withPerson(
      { ...emptyDraft, body },
      { id: ben, name: 'Ben', role: 'with', named: false },
      { role: 'with', added: true },
    );
    expect(peopleOfDraft(added).map(({ id }) => id)).toEqual([ann, ben]);
    expect(peopleOfDraft({ ...added, body: '' }).map(({ id }) => id)).toEqual([ben]);
    expect(peopleOfDraft(withoutPerson({ ...added, body: '' }, ben))).toEqual([]);
  });
});

describe('what is saved of a draft', () => {
  it('is dated now if nothing else was said', () => {
    expect(entryOfDraft({ ...emptyDraft, body }, now)).toEqual({
      day: '2026-11-22',
      time: '14:32',
      channel: 'note',
      begunBy: null,
      title: '',
      body,
      people: [{ personId: ann, role: 'mentioned' }],
      tags: ['tea'],
    });
  });

  it('is not begun by somebody who is in it no more', () => {
    const draft = { ...emptyDraft, channel: 'call', begunBy: ann } as const;
    expect(entryOfDraft({ ...draft, body }, now).begunBy).toBe(ann);
    expect(entryOfDraft(draft, now).begunBy).toBeNull();
    expect(entryOfDraft({ ...draft, begunBy: 'me' }, now).begunBy).toBe('me');
  });
});

describe('an entry opened and saved unchanged', () => {
  const person = fc.record({
    id: fc.constantFrom(ann, ben),
    name: fc.constant('Ann'),
    preferredName: fc.constant(''),
    role: fc.constantFrom('with', 'mentioned'),
  });
  const entry: fc.Arbitrary<Entry> = fc.record({
    id: fc.constant(testId(9)),
    day: fc.constant('1663-05-03'),
    time: fc.constantFrom(null, '09:00'),
    channel: fc.constantFrom(...channels),
    begunBy: fc.constantFrom(null, 'me'),
    title: fc.string(),
    body: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(body)),
    people: fc.uniqueArray(person, { selector: ({ id }) => id }) as fc.Arbitrary<Entry['people']>,
    tags: fc.uniqueArray(fc.constantFrom('one', 'two', 'tea')),
    createdAt: fc.constant(0),
    changedAt: fc.constant(0),
  });

  it('is the same, but for whom and what its words name besides', () => {
    fc.assert(
      fc.property(entry, (before) => {
        const after = entryOfDraft(draftOfEntry(before), now);
        const { id: _id, createdAt: _created, changedAt: _changed, people, tags, ...rest } = before;
        expect(after).toMatchObject(rest);
        const roles = new Map(after.people.map(({ personId, role }) => [personId, role]));
        for (const one of people) expect(roles.get(one.id)).toBe(one.role);
        expect(after.tags).toEqual(expect.arrayContaining([...tags]));
      }),
    );
  });
});

describe('a saved draft', () => {
  it('is read as it was written', () => {
    const draft = settleWords({ ...emptyDraft, body, when: { day: '2026-11-21', time: null } }, 'Yesterday');
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  });

  it.each(['', '{', 'null', '{"version":2}', '[]'])('is none when it says %j', (saved) => {
    expect(readDraft(saved)).toBeNull();
  });

  it('is empty when nobody would miss it', () => {
    expect(isEmptyDraft({ ...emptyDraft, body: ' \n', channel: 'call' })).toBe(true);
    expect(isEmptyDraft({ ...emptyDraft, body: '.' })).toBe(false);
  });
});

describe('a date that the words offer', () => {
  const draft = { ...emptyDraft, body: 'Yesterday we met', when: { day: '2026-11-22', time: '14:32' } };
  const [found] = findDateWords(draft.body, now);
  if (!found) throw new Error('no date words');

  it('is offered until it is taken, turned down or true already', () => {
    expect(isOffered(draft, found)).toBe(true);
    expect(isOffered(settleWords(draft, 'yesterday'), found)).toBe(false);
    expect(isOffered({ ...draft, when: { day: '2026-11-21', time: null } }, found)).toBe(false);
    expect(isOffered({ ...draft, whenChosen: true }, found)).toBe(false);
  });

  it('is not offered when its words are there no more', () => {
    expect(isOffered({ ...draft, body: 'We met' }, found)).toBe(false);
  });
});
