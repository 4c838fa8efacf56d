import { expect, test } from 'vitest';
import { describeBug } from '../../../src/main/journalProcess/describeBug.ts';

const secret = 'dined with my Lord';

test('tells the class, the code and where it happened', () => {
  const error = Object.assign(new TypeError(secret), { code: 'SQLITE_CONSTRAINT_UNIQUE' });
  const told = describeBug(error);
  expect(told.split('\n')[0]).toBe('TypeError SQLITE_CONSTRAINT_UNIQUE');
  expect(told).toContain('describeBug.test.ts');
});

test.each([
  ['one line', secret],
  ['lines that look like frames', `oh\n    at ${secret} (a.ts:1:2)\n    at ${secret}`],
  ['a stack that was written by hand', ''],
])('never tells a message of %s', (_what, message) => {
  const error = new Error(message);
  if (message === '') error.stack = `Error: ${secret}`;
  expect(describeBug(error)).not.toContain(secret);
});

test('never tells a message that was changed after the error was made', () => {
  const error = new Error(secret);
  error.message = 'another';
  expect(describeBug(error)).not.toContain(secret);
});

test.each([[secret], [{ text: secret }], [undefined], [Object.assign(new Error('x'), { code: secret })]])(
  'never tells what was thrown if it is not an error, nor a code that is none',
  (thrown) => expect(describeBug(thrown)).not.toContain(secret),
);

test('leaves out the folders of this machine', () => {
  expect(describeBug(new Error('x'))).not.toContain(import.meta.dirname);
});
