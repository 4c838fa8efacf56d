import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRow, moveRow, removeRow, toRows } from '../../../src/renderer/person/fieldRows.ts';
import { guessContactKind } from '../../../src/renderer/person/guessContactKind.ts';
import {
  changedFields,
  fieldsOf,
  readFields,
  readFieldsDraft,
  writeFieldsDraft,
} from '../../../src/renderer/person/personFields.ts';
import { type PersonDraft, unknownPerson } from '../../../src/shared/models/person.ts';
import { testId } from '../../support/ids.ts';

const now = { day: '2026-11-22', time: '10:00' };
const ada: PersonDraft = {
  ...unknownPerson,
  name: 'Ada Lovelace',
  preferredName: 'Ada',
  nicknames: ['Countess'],
  circleId: 'close',
  contactWays: [
    { kind: 'email', label: 'work', value: 'ada@example.org' },
    { kind: 'phone', label: '', value: '+44 20 7946 0000' },
  ],
  notes: 'Likes **engines**.',
  details: [{ label: 'Born', value: '1815' }],
};

test('a person goes into the form and comes back as they were', () => {
  expect(readFields(fieldsOf(ada), now)).toEqual({ draft: ada });
});

test('so does all that may be known of them', () => {
  const known: PersonDraft = {
    ...ada,
    pronunciation: 'AY-da',
    pronouns: 'she/her',
    formerNames: ['Ada Byron'],
    rhythm: { floorDays: 14, ceilingDays: 60 },
    languages: ['English'],
    tags: ['math'],
    groups: ['Royal Society'],
    dates: ['1815-12-10', '1815-12', '1815', '--02-29'].map((date) => ({ kind: 'other', label: 'x', date })),
    met: { on: '1833-06', where: 'At a party', throughId: testId(1), entryId: testId(2) },
    intention: 'She sees further.',
    photoId: testId(3),
  };
  expect(readFields(fieldsOf(known), now)).toEqual({ draft: known });
});

test('lines left empty are left out', () => {
  const fields = fieldsOf(ada);
  const padded = {
    ...fields,
    nicknames: addRow(fields.nicknames, '   '),
    contactWays: addRow(fields.contactWays, { kind: 'email' as const, label: 'home', value: '' }),
    details: addRow(fields.details, { label: '', value: ' ' }),
  };
  expect(readFields(padded, now)).toEqual({ draft: ada });
});

test('what is wrong is said in words beside its own line', () => {
  const fields = fieldsOf(ada);
  const wrong = {
    ...fields,
    name: '  ',
    nicknames: addRow(addRow(fields.nicknames, ''), 'x'.repeat(201)),
    details: addRow(fields.details, { label: '', value: 'somewhere' }),
  };
  expect(readFields(wrong, now)).toEqual({
    errors: {
      name: 'A person needs a name.',
      'nicknames.2': 'This is too long. There is room for 200 characters.',
      'details.1': 'Please say what this is.',
    },
  });
});

test('only what changed is sent', () => {
  expect(changedFields(ada, ada)).toEqual({});
  expect(changedFields(ada, { ...ada, preferredName: '', nicknames: [] })).toEqual({
    preferredName: '',
    nicknames: [],
  });
});

test('a draft of the form survives, and anything else is refused', () => {
  const fields = { ...fieldsOf(ada), name: '' };
  expect(readFieldsDraft(writeFieldsDraft(fields))).toEqual(fields);
  fc.assert(fc.property(fc.string(), (text) => readFieldsDraft(text) === null));
  expect(readFieldsDraft('{"name":"Ada"}')).toBeNull();
  const { name, preferredName, nicknames, circleId, contactWays, details, notes } = fields;
  const older = { name, preferredName, nicknames, circleId, contactWays, details, notes };
  expect(readFieldsDraft(JSON.stringify(older))).toEqual({
    ...fieldsOf({ ...unknownPerson, name: '' }),
    ...older,
  });
});

test('lines move by one and stop at the edges', () => {
  const rows = toRows(['a', 'b', 'c']);
  const values = (of: typeof rows) => of.map((row) => row.value).join('');
  expect(values(moveRow(rows, 0, 1))).toBe('bac');
  expect(values(moveRow(rows, 0, -1))).toBe('abc');
  expect(values(moveRow(rows, 2, 1))).toBe('abc');
  expect(values(removeRow(rows, 1))).toBe('ac');
});

test('a new line never takes the key of a living one', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 8 }), fc.nat(7), (values, at) => {
      const rows = addRow(removeRow(toRows(values), at), 'new');
      expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    }),
  );
});

test.each([
  ['ada@example.org', 'email'],
  ['+44 20 7946 0000', 'phone'],
  ['https://example.org/ada', 'url'],
  ['www.example.org', 'url'],
  ['@ada_l', 'handle'],
  ['12 St James’s Square', null],
  ['', null],
])('%s looks like %s', (value, kind) => {
  expect(guessContactKind(value)).toBe(kind);
});
