import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  dayOfKey,
  firstKeyOf,
  lastKeyOf,
  PLACES_PER_DAY,
  placeEntry,
  wishedKey,
} from '../../../src/main/journal/entries/entryKey.ts';
import type { Store } from '../../../src/main/journal/store/openStore.ts';
import { dayNumber, dayOfNumber } from '../../../src/shared/models/day.ts';
import { testId } from '../../support/ids.ts';
import { closeTestJournals, openTestJournal } from '../../support/journal.ts';

afterEach(closeTestJournals);

const DAY = '1666-09-02';

function occupy(store: Store, k: number): void {
  store
    .prepare(
      `INSERT INTO entry (k, id, channel, title, body, created_at, changed_at) VALUES (?, ?, 'note', '', '', 0, 0)`,
    )
    .run(k, testId(k));
}

function place(store: Store, time: string | null, day = DAY): number {
  const k = placeEntry(store, day, time);
  occupy(store, k);
  return k;
}

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const days = fc.integer({ min: 1, max: dayNumber('9999-12-31') }).map(dayOfNumber);

describe('a key', () => {
  test('tells its day, for every day of the calendar', () => {
    fc.assert(
      fc.property(days, fc.option(times), (day, time) => {
        const k = wishedKey(day, time);
        expect(dayOfKey(k)).toBe(day);
        expect(Number.isSafeInteger(k)).toBe(true);
        expect(k).toBeGreaterThanOrEqual(firstKeyOf(day));
        expect(k).toBeLessThanOrEqual(lastKeyOf(day));
      }),
    );
  });

  test('orders by day, then by time of day, then what has no time', () => {
    fc.assert(
      fc.property(days, times, days, times, (day, time, otherDay, otherTime) => {
        const [a, b] = [`${day} ${time}`, `${otherDay} ${otherTime}`];
        const [x, y] = [wishedKey(day, time), wishedKey(otherDay, otherTime)];
        expect(Math.sign(x - y)).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(wishedKey(day, null)).toBeGreaterThan(x);
      }),
    );
  });
});

describe('placing', () => {
  test('what is written in the order of time keeps it, however much there is in a minute', () => {
    fc.assert(
      fc.property(fc.array(fc.option(times), { minLength: 1, maxLength: 60 }), (unsorted) => {
        const sorted = [...unsorted].sort((a, b) => ((a ?? '~') < (b ?? '~') ? -1 : 1));
        const { context, close } = openTestJournal();
        const keys = sorted.map((time) => place(context.db, time));
        close();
        expect(keys).toEqual([...keys].sort((a, b) => a - b));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('two entries a minute keep the order of time in whatever order they are written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(times, { minLength: 1, maxLength: 40 }), (written) => {
        const { context, close } = openTestJournal();
        const placed = [...written, ...written].map((time) => ({ time, k: place(context.db, time) }));
        close();
        const byKey = [...placed].sort((a, b) => a.k - b.k).map(({ time }) => time);
        expect(byKey).toEqual([...byKey].sort());
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('takes the nearest place below when all above is taken, and refuses a full day', () => {
    const { context } = openTestJournal();
    const { db } = context;
    const wished = wishedKey(DAY, null);
    db.transaction(() => {
      for (let k = firstKeyOf(DAY); k <= lastKeyOf(DAY); k++) {
        if (k !== wished - 3 && k !== wished - 9) occupy(db, k);
      }
    })();
    expect(place(db, null)).toBe(wished - 3);
    expect(place(db, null)).toBe(wished - 9);
    expect(() => placeEntry(db, DAY, null)).toThrow(expect.objectContaining({ kind: 'badInput' }));
    expect(() => placeEntry(db, DAY, '00:00')).toThrow(`${PLACES_PER_DAY}`);
    expect(placeEntry(db, '1666-09-03', null)).toBe(wishedKey('1666-09-03', null));
  });

  test('the place an entry has counts as free for itself', () => {
    const { context } = openTestJournal();
    const first = place(context.db, '09:00');
    const second = place(context.db, '09:00');
    expect(second).toBe(first + 1);
    expect(placeEntry(context.db, DAY, '09:00', second)).toBe(second);
    expect(placeEntry(context.db, DAY, '09:00', first)).toBe(first);
  });
});
