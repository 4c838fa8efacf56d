import { expect, test } from 'vitest';
import { createDigests } from '../../../src/main/desktop/digests.ts';
import { testClock } from '../../support/journal.ts';

function start(isOpenAtFirst = false) {
  const clock = testClock('2026-11-22', '07:00');
  const shown: string[] = [];
  const state = { isOpen: isOpenAtFirst };
  const digests = createDigests({
    clock,
    isOpen: () => state.isOpen,
    show: ({ title, body }) => shown.push(body === '' ? title : `${title} – ${body}`),
  });
  return { clock, shown, state, digests };
}

const plan = {
  hour: 8,
  toldOn: '2026-11-21',
  plannedOn: '2026-11-22',
  days: ['2026-11-22', '2026-11-24'],
};
const locked = 'Kith has something for today';

test('what the journal tells is shown, once a day', () => {
  const { clock, shown, digests } = start(true);
  digests.told({ count: 3, names: null });
  digests.told({ count: 3, names: null });
  clock.set('2026-11-23', '08:00');
  digests.told({ count: 1, names: ['Maren'] });
  expect(shown).toEqual(['Kith: three people today', 'Kith: one person today – Maren']);
});

test('a locked journal is told of at its hour, without a word of it', () => {
  const { clock, shown, digests } = start();
  digests.planned(plan);
  digests.look();
  expect(shown).toEqual([]);
  clock.set('2026-11-22', '08:00');
  digests.look();
  digests.look();
  expect(shown).toEqual([locked]);
});

test('at waking on the same day, but not for a day that has nothing, nor for one that is not known', () => {
  const { clock, shown, digests } = start();
  digests.planned(plan);
  clock.set('2026-11-22', '21:40');
  digests.look();
  expect(shown).toEqual([locked]);
  for (const day of ['2026-11-23', '2026-11-25', '2026-12-24']) {
    clock.set(day, '09:00');
    digests.look();
  }
  expect(shown).toEqual([locked]);
  clock.set('2026-11-24', '07:00');
  digests.look();
  clock.set('2026-11-24', '08:00');
  digests.look();
  expect(shown).toEqual([locked, locked]);
});

test('while the journal is open it speaks for itself, and never a second time', () => {
  const { clock, shown, state, digests } = start(true);
  digests.planned(plan);
  clock.set('2026-11-22', '08:00');
  digests.look();
  expect(shown).toEqual([]);
  digests.told({ count: 2, names: null });
  state.isOpen = false;
  digests.look();
  expect(shown).toEqual(['Kith: two people today']);
});

test('what was told while locked is not told again after unlocking', () => {
  const { clock, shown, state, digests } = start();
  digests.planned(plan);
  clock.set('2026-11-22', '08:00');
  digests.look();
  state.isOpen = true;
  digests.told({ count: 2, names: ['Maren', 'Tom'] });
  expect(shown).toEqual([locked]);
});

test('nothing is said where nothing is known, where it was told, and where none is wanted', () => {
  const { clock, shown, digests } = start();
  clock.set('2026-11-22', '09:00');
  digests.look();
  for (const other of [null, { ...plan, toldOn: '2026-11-22' }, { ...plan, hour: null }]) {
    digests.planned(other);
    digests.look();
  }
  expect(shown).toEqual([]);
});
