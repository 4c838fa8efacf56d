import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGrants, type Granted } from '../../../src/main/desktop/grants.ts';

test('gives a token that tells nothing of the path, and tells the journal of both', () => {
  const told: Granted[] = [];
  const grants = createGrants((granted) => told.push(granted));
  const granted = grants.give(join('/home', 'me', 'Old journal'));
  expect(granted.name).toBe('Old journal');
  expect(granted.token).toMatch(/^[\w-]{32}$/);
  expect(told).toEqual([granted]);
  expect(grants.give(granted.path).token).not.toBe(granted.token);
});

test('finds what is directly inside a granted folder, and nothing elsewhere', () => {
  const grants = createGrants(() => undefined);
  const { token } = grants.give('/exports');
  expect(grants.pathInside(token, 'Kith 2026')).toBe(join('/exports', 'Kith 2026'));
  for (const name of ['', '.', '..', '../secrets', 'a/b', 'a\\b', 'a\0b']) {
    expect(() => grants.pathInside(token, name)).toThrow(expect.objectContaining({ kind: 'badInput' }));
  }
  expect(() => grants.pathInside('never given', 'x')).toThrow(expect.objectContaining({ kind: 'badInput' }));
});
