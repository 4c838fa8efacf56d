import { expect, test } from 'vitest';
import { mayOpenBy, mayRemove } from '../../../src/shared/rules/keySlots.ts';

test('a recovery key alone is not enough for every day', () => {
  expect(mayOpenBy([])).toBe(false);
  expect(mayOpenBy(['recoveryKey'])).toBe(false);
  expect(mayOpenBy(['passphrase'])).toBe(true);
  expect(mayOpenBy(['thisComputer', 'recoveryKey'])).toBe(true);
});

test('the last way that is used every day stays; what is not there cannot be removed', () => {
  expect(mayRemove(['passphrase', 'recoveryKey'], 'passphrase')).toBe(false);
  expect(mayRemove(['passphrase', 'recoveryKey'], 'recoveryKey')).toBe(true);
  expect(mayRemove(['passphrase', 'recoveryKey'], 'thisComputer')).toBe(false);
  expect(mayRemove(['passphrase', 'thisComputer'], 'passphrase')).toBe(true);
  expect(mayRemove(['passphrase', 'thisComputer'], 'thisComputer')).toBe(true);
});
