import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactKeys } from '../../../src/shared/rules/contactKeys.ts';
import { findLookAlikes, type Likeable } from '../../../src/shared/rules/lookAlikes.ts';
import { nearForms } from '../../../src/shared/rules/nameForms.ts';

const person = (n: number, name: string, more: Partial<Likeable> = {}): Likeable => ({
  n,
  name,
  otherNames: [],
  contactWays: [],
  ...more,
});

function find(people: readonly Likeable[], areTwo: (a: number, b: number) => boolean = () => false) {
  const finding = findLookAlikes(people, areTwo);
  for (;;) {
    const step = finding.next();
    if (step.done) return step.value;
  }
}

describe('by name', () => {
  test.each([
    ['Lisa Grey', 'Lisa Grey', 'Both are called “Lisa Grey”.'],
    ['Lisa Grey', 'LISA  GREY', 'Their names say the same: “Lisa Grey” and “LISA  GREY”.'],
    ['Grey, Lisa', 'Lisa Grey', 'Their names say the same: “Grey, Lisa” and “Lisa Grey”.'],
    ['Zoë Müller', 'Zoe Muller', 'Their names say the same: “Zoë Müller” and “Zoe Muller”.'],
    ['Lisa M. Grey', 'Lisa Grey', 'Their names say the same: “Lisa M. Grey” and “Lisa Grey”.'],
    ['Lisa Marie Grey', 'Lisa Grey', 'Their names say the same: “Lisa Marie Grey” and “Lisa Grey”.'],
    [
      'Catherine Ode',
      'Katherine Ode',
      'Their names are one letter apart: “Catherine Ode” and “Katherine Ode”.',
    ],
    ['Lisa Grey', 'Lsia Grey', 'Their names are one letter apart: “Lisa Grey” and “Lsia Grey”.'],
    ['张伟', '张伟', 'Both are called “张伟”.'],
    ['Tom', 'Tom', 'Both are called “Tom”.'],
  ])('%s and %s', (a, b, words) => {
    expect(find([person(1, a), person(2, b)])).toEqual([
      expect.objectContaining({ a: 1, b: 2, reasons: [words] }),
    ]);
  });

  test.each([
    ['Tom', 'Tim'],
    ['Lisa Grey', 'Lisa Green'],
    ['Lisa Grey', 'Maren Grey'],
    ['Anna Marie Grey', 'Lisa Marie Grey'],
    ['?', '!'],
  ])('not %s and %s', (a, b) => {
    expect(find([person(1, a), person(2, b)])).toEqual([]);
  });

  test.each([
    [['Bess'], 'Bess', 'Elizabeth Pepys is also called “Bess”.'],
    [['Bess'], 'Bess Pepys', 'Elizabeth Pepys is also called “Bess”.'],
    [['Elizabeth St Michel'], 'elizabeth st michel', 'Elizabeth Pepys is also called “Elizabeth St Michel”.'],
  ])('another name, %s and %s', (otherNames, name, words) => {
    const found = find([person(1, 'Elizabeth Pepys', { otherNames }), person(2, name)]);
    expect(found.map(({ reasons }) => reasons)).toEqual([[words]]);
  });
});

describe('by a way to reach them', () => {
  const way = (kind: 'email' | 'phone' | 'url' | 'handle' | 'address', value: string, label = '') => ({
    kind,
    label,
    value,
  });
  test.each([
    [way('email', 'Lisa@Example.org'), way('email', 'lisa@example.org'), true],
    [way('phone', '+44 (0)20 7946 0958'), way('phone', '020 7946 0958'), true],
    [way('phone', '0044 20 79460958'), way('phone', 'tel:+442079460958'), true],
    [way('phone', '020 7946 0958 ext. 12'), way('phone', '020 7946 0958'), true],
    [way('phone', '020 7946 0958'), way('phone', '020 7946 0959'), false],
    [way('phone', '123'), way('phone', '123'), false],
    [way('url', 'https://www.example.org/in/lisa/'), way('url', 'example.org/in/lisa?from=mail'), true],
    [way('url', 'https://example.org'), way('url', 'https://example.org/'), false],
    [way('handle', '@lisa', 'Mastodon'), way('handle', 'lisa', 'mastodon'), true],
    [way('handle', '@lisa', 'Mastodon'), way('handle', '@lisa', 'Signal'), false],
    [way('handle', '@lisa'), way('handle', '@lisa'), false],
    [way('address', '1 Lane'), way('address', '1 Lane'), false],
  ])('%o and %o: %s', (a, b, isSame) => {
    const found = find([person(1, 'Ada', { contactWays: [a] }), person(2, 'Ben', { contactWays: [b] })]);
    expect(found.length).toBe(isSame ? 1 : 0);
    if (isSame) expect(found[0]?.reasons[0]).toContain(a.value);
  });

  test('what a whole house shares tells nothing', () => {
    const phone = { kind: 'phone', label: '', value: '020 7946 0958' } as const;
    const house = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'].map((name, n) =>
      person(n, name, { contactWays: [phone] }),
    );
    expect(find(house)).toEqual([]);
  });

  test('any text gives keys and no error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('email', 'phone', 'url', 'handle', 'other'),
        fc.string(),
        fc.string(),
        (kind, label, value) => {
          expect(contactKeys({ kind, label, value }).length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

test('the likeliest come first, and those who are two are left out', () => {
  const email = { kind: 'email', label: '', value: 'x@example.org' } as const;
  const people = [
    person(1, 'Katherine Ode'),
    person(2, 'Catherine Ode'),
    person(3, 'Ada Grey', { contactWays: [email] }),
    person(4, 'Ada Grey', { contactWays: [email] }),
    person(5, 'Ada Grey'),
  ];
  expect(find(people).map(({ a, b }) => [a, b])).toEqual([
    [3, 4],
    [3, 5],
    [4, 5],
    [1, 2],
  ]);
  expect(find(people, (a, b) => a === 3 && b === 4).map(({ a, b }) => [a, b])).toEqual([
    [3, 5],
    [4, 5],
    [1, 2],
  ]);
});

test('a thousand of one name are no million pairs', () => {
  const people = Array.from({ length: 1000 }, (_, n) => person(n, 'Unknown Caller'));
  expect(find(people).length).toBe(999);
});

test('one letter left out, added, changed or swapped shares a form with the name', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdef '), minLength: 8, maxLength: 20 });
  fc.assert(
    fc.property(letters, fc.nat(), fc.constantFrom('x', 'yz'), (form, at, letter) => {
      const i = at % (form.length - 1);
      const changes = [
        form.slice(0, i) + form.slice(i + 1),
        form.slice(0, i) + letter.charAt(0) + form.slice(i),
        form.slice(0, i) + letter.charAt(0) + form.slice(i + 1),
        form.slice(0, i) + form.charAt(i + 1) + form.charAt(i) + form.slice(i + 2),
      ];
      const forms = new Set(nearForms(form));
      for (const changed of changes) {
        if (changed.length >= 7) expect(nearForms(changed).some((near) => forms.has(near))).toBe(true);
      }
    }),
  );
});
