import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  RECOVERY_KEY_BYTES,
  readRecoveryKey,
  sayRecoveryKeySlip,
  writeRecoveryKey,
} from '../../../src/shared/rules/recoveryKey.ts';

const anyKey = fc.uint8Array({ minLength: RECOVERY_KEY_BYTES, maxLength: RECOVERY_KEY_BYTES });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a key is eight groups of four letters and digits that nobody mistakes for others', () => {
  fc.assert(
    fc.property(anyKey, (bytes) => {
      expect(writeRecoveryKey(bytes)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    }),
  );
});

test('it is read as people type it: small letters, other hyphens or none, O for 0, I and L for 1', () => {
  const habits: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toLowerCase(),
    (text) => text.replaceAll('-', ''),
    (text) => ` ${text.replaceAll('-', ' – ')} `,
    (text) => text.replaceAll('0', 'O').replaceAll('1', 'l'),
    (text) => text.replaceAll('0', 'o').replaceAll('1', 'I'),
  ];
  fc.assert(
    fc.property(anyKey, fc.constantFrom(...habits), (bytes, habit) => {
      expect(readRecoveryKey(habit(writeRecoveryKey(bytes)))).toEqual({ bytes, slip: null });
    }),
  );
});

test('every single wrong letter, every two swapped neighbours and every wrong run of six is noticed', () => {
  const at = fc.nat(31);
  fc.assert(
    fc.property(
      anyKey,
      at,
      fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 6 }),
      (bytes, from, typed) => {
        const right = writeRecoveryKey(bytes).replaceAll('-', '');
        const wrong = (right.slice(0, from) + typed + right.slice(from + typed.length)).slice(0, 32);
        fc.pre(wrong !== right);
        expect(readRecoveryKey(wrong).slip).toBe('slip');
      },
    ),
  );
  fc.assert(
    fc.property(anyKey, fc.nat(30), (bytes, from) => {
      const letters = [...writeRecoveryKey(bytes).replaceAll('-', '')];
      const [one = '', other = ''] = letters.slice(from);
      fc.pre(one !== other);
      letters.splice(from, 2, other, one);
      expect(readRecoveryKey(letters.join('')).slip).toBe('slip');
    }),
  );
});

test('a part of a key, more than one and what is no key at all are told apart', () => {
  const text = writeRecoveryKey(new Uint8Array(RECOVERY_KEY_BYTES).fill(7));
  expect(readRecoveryKey(text.slice(0, -1)).slip).toBe('short');
  expect(readRecoveryKey('').slip).toBe('short');
  expect(readRecoveryKey(`${text}A`).slip).toBe('long');
  expect(readRecoveryKey(`${text.slice(0, -1)}U`).slip).toBe('strange');
  const said = (['short', 'long', 'strange', 'slip'] as const).map(sayRecoveryKeySlip);
  expect(new Set(said).size).toBe(4);
});

test('whatever is typed is a key or a slip, never a fault', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: 'binary' }), (text) => {
      const { bytes, slip } = readRecoveryKey(text);
      expect((bytes === null) !== (slip === null)).toBe(true);
    }),
  );
});
