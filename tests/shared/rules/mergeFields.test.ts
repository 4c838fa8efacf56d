import { describe, expect, test } from 'vitest';
import { type PersonDraft, unknownPerson } from '../../../src/shared/models/person.ts';
import {
  alsoCalled,
  canBeBoth,
  fieldsThatDiffer,
  likelyChoices,
  mergeFields,
} from '../../../src/shared/rules/mergeFields.ts';

const person = (given: Partial<PersonDraft>): PersonDraft => ({
  ...unknownPerson,
  name: 'Lisa Grey',
  ...given,
});
const email = (value: string) => ({ kind: 'email' as const, label: '', value });

const left = person({
  circleId: 'inner',
  contactWays: [{ ...email('lisa@example.org'), label: 'home' }],
  tags: ['choir'],
  notes: 'Sings alto.',
});
const right = person({
  name: 'Elizabeth Grey',
  circleId: 'wider',
  pronouns: 'she/her',
  contactWays: [email('LISA@example.org'), email('liz@example.org')],
  tags: ['Choir', 'work'],
  notes: 'Likes quinces.',
  met: { ...unknownPerson.met, where: 'the choir' },
});

describe('two people who are one', () => {
  test('differ in some fields, of which lists and longer texts can be both', () => {
    const differ = fieldsThatDiffer(left, right);
    expect(differ).toEqual(['name', 'pronouns', 'circleId', 'contactWays', 'met', 'tags', 'notes']);
    expect(differ.filter((field) => canBeBoth(field, left, right))).toEqual(['contactWays', 'tags', 'notes']);
    expect(fieldsThatDiffer(left, left)).toEqual([]);
  });

  test('lose nothing by what is chosen to begin with, and hold nothing twice', () => {
    const choices = likelyChoices(left, right);
    expect(choices).toEqual({
      name: 'left',
      pronouns: 'right',
      circleId: 'left',
      contactWays: 'both',
      met: 'right',
      tags: 'both',
      notes: 'both',
    });
    expect(mergeFields(left, right, choices)).toEqual(
      person({
        circleId: 'inner',
        pronouns: 'she/her',
        contactWays: [{ ...email('lisa@example.org'), label: 'home' }, email('liz@example.org')],
        tags: ['choir', 'work'],
        notes: 'Sings alto.\n\nLikes quinces.',
        met: { ...unknownPerson.met, where: 'the choir' },
      }),
    );
  });

  test.each(['left', 'right'] as const)('become the %s where everything of them is chosen', (side) => {
    const choices = Object.fromEntries(fieldsThatDiffer(left, right).map((field) => [field, side]));
    expect(mergeFields(left, right, choices)).toEqual(side === 'left' ? left : right);
  });

  test('keep a text once that holds the other', () => {
    const both = mergeFields(person({ notes: 'a\nb' }), person({ notes: 'b' }), { notes: 'both' });
    expect(both.notes).toBe('a\nb');
  });

  test('are found by the other name too, once', () => {
    expect(alsoCalled(left, 'Elizabeth Grey').nicknames).toEqual(['Elizabeth Grey']);
    expect(alsoCalled(left, 'LISA grey')).toBe(left);
    expect(alsoCalled(left, '')).toBe(left);
  });
});
