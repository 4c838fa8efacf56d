import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isFiltered,
  type JournalAddress,
  journalHref,
  readJournalAddress,
} from '../../../src/renderer/timeline/journalAddress.ts';
import { openingOf } from '../../../src/renderer/timeline/openingOf.ts';
import { readTypedDay } from '../../../src/renderer/timeline/readTypedDay.ts';
import { sayDayHeading, sayFullDay } from '../../../src/renderer/timeline/sayDayHeading.ts';
import { dayNumber, dayOfNumber, isDay } from '../../../src/shared/models/day.ts';
import { channels } from '../../../src/shared/models/entry.ts';
import { findMentions, makeMention } from '../../../src/shared/rules/mentions.ts';
import { testId } from '../../support/journal.ts';

const now = { day: '2026-11-22', time: '14:32' };

describe('the beginning of a long entry', () => {
  it('is not cut from a short one', () => {
    expect(openingOf('')).toBeNull();
    expect(openingOf('Tea with Ann.')).toBeNull();
    expect(openingOf('a'.repeat(1000))).toBeNull();
  });

  it('ends after a paragraph, or else a sentence, or else a word', () => {
    const sentence = `${'tea and cake '.repeat(10).trim()}. `;
    expect(openingOf(`${sentence.repeat(5).trim()}\n\n${sentence.repeat(20)}`)).toBe(
      sentence.repeat(5).trim(),
    );
    expect(openingOf(sentence.repeat(20))?.endsWith('cake.')).toBe(true);
    expect(openingOf('tea '.repeat(1000))?.endsWith('tea')).toBe(true);
  });

  it('counts lines as well', () => {
    const opening = openingOf(Array.from({ length: 40 }, (_, i) => `- item ${i}`).join('\n'));
    expect(opening?.split('\n').length).toBeLessThanOrEqual(14);
  });

  const part = fc.oneof(
    fc.constant(makeMention('Ann of the long name', testId(1))),
    fc.constantFrom(
      ' ',
      '\n',
      '\n\n',
      '. ',
      '`code with words`',
      '\n```\nfenced\ncode\n```\n',
      'word',
      '\uD83D\uDE00',
    ),
  );
  it('is a beginning of the text that cuts no mention in two', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 50, maxLength: 300 }), (parts) => {
        const body = parts.join('');
        const opening = openingOf(body);
        if (opening === null) return;
        expect(body.startsWith(opening)).toBe(true);
        for (const { from, to } of findMentions(body)) {
          expect(from < opening.length && opening.length < to).toBe(false);
        }
      }),
    );
  });
});

describe('a typed day', () => {
  it.each([
    ['2026-05-03', '2026-05-03'],
    ['3 May 1663', '1663-05-03'],
    ['3 may', '2026-05-03'],
    ['yesterday', '2026-11-21'],
    ['last friday', '2026-11-20'],
    ['Friday', '2026-11-20'],
    ['1663', '1663-12-31'],
    ['1663-05', '1663-05-31'],
    ['May 1663', '1663-05-31'],
    ['feb 1664', '1664-02-29'],
    ['9999', '9999-12-31'],
    ['', null],
    ['soon', null],
    ['2026-13', null],
    ['0000', null],
    ['30 February', null],
  ])('%j is %j', (typed, day) => {
    expect(readTypedDay(typed, now)).toBe(day);
  });

  it('is a real day whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const day = readTypedDay(typed, now);
        expect(day === null || isDay(day)).toBe(true);
      }),
    );
  });
});

describe('the heading of a day', () => {
  it('says the day as people do', () => {
    expect(sayDayHeading('2026-11-22', '2026-11-22')).toBe('Today');
    expect(sayDayHeading('2026-11-21', '2026-11-22')).toBe('Yesterday');
    expect(sayDayHeading('2026-11-17', '2026-11-22')).toBe('Tuesday 17 November');
    expect(sayDayHeading('1663-05-03', '2026-11-22')).toBe('Thursday 3 May 1663');
    expect(sayDayHeading('2027-01-01', '2026-12-31')).toBe('Tomorrow');
    expect(sayFullDay('2026-11-17')).toBe('Tuesday 17 November 2026');
  });

  it('is another for another day', () => {
    const some = fc.integer({ min: 1, max: dayNumber('9999-12-31') }).map(dayOfNumber);
    fc.assert(
      fc.property(some, some, (one, other) => {
        expect(sayDayHeading(one, now.day) === sayDayHeading(other, now.day)).toBe(one === other);
      }),
    );
  });
});

describe('the address of the journal', () => {
  const address: fc.Arbitrary<JournalAddress> = fc.record({
    filter: fc.record(
      {
        personId: fc.constant(testId(1)),
        circleId: fc.constantFrom('inner', 'a b&c'),
        channel: fc.constantFrom(...channels),
        tag: fc.constantFrom('tea', 'ü/λ', 'a&b=c'),
      },
      { requiredKeys: [] },
    ),
    day: fc.constantFrom(null, '1663-05-03'),
  });

  it('says what it was made of', () => {
    fc.assert(
      fc.property(address, (said) => {
        expect(readJournalAddress(journalHref(said).split('?')[1] ?? '')).toEqual(said);
      }),
    );
  });

  it('leaves out what makes no sense', () => {
    const read = readJournalAddress('person=x&channel=smoke&tag=two words&day=2026-02-30');
    expect(read).toEqual({ filter: {}, day: null });
    expect(isFiltered(read)).toBe(false);
    expect(journalHref(read)).toBe('/');
  });
});
