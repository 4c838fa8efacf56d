import { expect, test } from 'vitest';
import { isInside, isPage, PAGE, parseAddress } from '../../../src/main/desktop/address.ts';

const inside = (text: string) => {
  const address = parseAddress(text);
  return address !== undefined && isInside(address);
};

test.each([PAGE, `${PAGE}#/people`, 'app://kith/assets/index.js'])('%s is inside', (text) => {
  expect(inside(text)).toBe(true);
});

test.each([
  'https://kith/index.html',
  'app://kith.example/index.html',
  'app://other/index.html',
  'app://user@kith/index.html',
  'app://kith:80/index.html',
  'app:kith/index.html',
  'file:///index.html',
  'javascript:alert(1)',
  'kith',
  '',
])('%s is not inside', (text) => {
  expect(inside(text)).toBe(false);
  expect(isPage(text)).toBe(false);
});

test('only the page itself is the page, at any place in it', () => {
  expect(isPage(`${PAGE}#/person/1`)).toBe(true);
  expect(isPage('app://kith/assets/index.js')).toBe(false);
  expect(isPage(`${PAGE}?x=1`)).toBe(false);
});
