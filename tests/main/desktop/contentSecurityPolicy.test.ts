import { expect, test } from 'vitest';
import buildConfig from '../../../electron.vite.config.ts?raw';
import { contentSecurityPolicy, NONCE_PLACEHOLDER } from '../../../src/main/desktop/contentSecurityPolicy.ts';

const policy = contentSecurityPolicy('abc123');
const directive = (name: string) =>
  policy
    .split('; ')
    .find((line) => line.startsWith(`${name} `))
    ?.slice(name.length + 1);

test('allows nothing by default, no connection, and no script or style that is not its own', () => {
  expect(directive('default-src')).toBe(`'none'`);
  expect(directive('connect-src')).toBe(`'none'`);
  expect(directive('script-src')).toBe(`'self'`);
  expect(directive('style-src')).toBe(`'self' 'nonce-abc123'`);
  expect(directive('img-src')).toBe(`'self'`);
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toMatch(/https?:|\*/);
});

test('the build leaves a place for the nonce', () => {
  expect(buildConfig).toContain(`cspNonce: '${NONCE_PLACEHOLDER}'`);
});
