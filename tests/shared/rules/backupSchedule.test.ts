import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BackupSession,
  chooseBackupWork,
  isBackupOwed,
  type JournalFound,
} from '../../../src/shared/rules/backupSchedule.ts';

const minute = 60_000;
const opened: BackupSession = {
  openedAt: 0,
  edits: null,
  isOwed: false,
  triedAt: null,
  isChecked: true,
  fullCheckAt: 0,
};
const edited = (first: number, last: number, triedAt: number | null = null): BackupSession => ({
  ...opened,
  edits: { first, last },
  triedAt,
});

test('a check comes soon after opening, and is a full one when the last was a week ago', () => {
  const fresh = { ...opened, isChecked: false };
  expect(chooseBackupWork(fresh, 5_000)).toBeNull();
  expect(chooseBackupWork(fresh, minute)).toBe('quickCheck');
  expect(chooseBackupWork({ ...fresh, fullCheckAt: minute - 7 * 24 * 60 * minute }, minute)).toBe(
    'fullCheck',
  );
  expect(chooseBackupWork({ ...fresh, fullCheckAt: null }, minute)).toBe('fullCheck');
});

test('who writes on gets a backup every quarter of an hour, who pauses gets one sooner', () => {
  expect(chooseBackupWork(edited(0, 14 * minute), 14 * minute)).toBeNull();
  expect(chooseBackupWork(edited(0, 15 * minute), 15 * minute)).toBe('backup');
  expect(chooseBackupWork(edited(0, minute), 3 * minute)).toBeNull();
  expect(chooseBackupWork(edited(0, minute), 4 * minute)).toBe('backup');
});

test('none is made within a quarter of an hour of another, nor without an edit', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(10_000_000), fc.nat(15 * minute - 1), (first, last, since) => {
      const now = Math.max(first, last) + since;
      expect(chooseBackupWork(edited(first, Math.max(first, last), now - since), now)).toBeNull();
      expect(chooseBackupWork(opened, now)).toBeNull();
    }),
  );
});

test('an edit never waits for more than a quarter of an hour after the last backup', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(10_000_000), fc.nat(10_000_000), (first, more, tried) => {
      const now = Math.max(first, tried) + 15 * minute;
      expect(chooseBackupWork(edited(first, Math.min(first + more, now), tried), now)).toBe('backup');
    }),
  );
});

test('a backup that the session before owes is due at once, before anything else', () => {
  const owing = { ...opened, isOwed: true, isChecked: false };
  expect(chooseBackupWork(owing, 0)).toBe('backup');
  expect(chooseBackupWork({ ...owing, edits: { first: 0, last: 0 } }, 0)).toBe('backup');
});

test('an owed backup that failed is tried again after a quarter of an hour, and holds up no check meanwhile', () => {
  const failed = { ...opened, isOwed: true, triedAt: 0 };
  expect(chooseBackupWork({ ...failed, isChecked: false }, minute)).toBe('quickCheck');
  expect(chooseBackupWork(failed, 14 * minute)).toBeNull();
  expect(chooseBackupWork(failed, 15 * minute)).toBe('backup');
});

const held: JournalFound = {
  commits: 12,
  keyMark: 'a key',
  newest: { id: 'the newest', keyMark: 'a key' },
  held: { id: 'the newest', commits: 12 },
};

test.each<[string, Partial<JournalFound>, boolean]>([
  ['nothing was committed since', {}, false],
  ['something was committed since', { commits: 13 }, true],
  ['commits were taken back', { commits: 11 }, true],
  ['there is no backup', { newest: null }, true],
  ['the newest was removed', { newest: { id: 'one before', keyMark: 'a key' } }, true],
  ['the journal was put under another key', { keyMark: 'another key' }, true],
  ['another journal was put in its place', { held: null }, true],
])('if %s, a backup is owed or not', (_when, found, isOwed) => {
  expect(isBackupOwed({ ...held, ...found })).toBe(isOwed);
});
