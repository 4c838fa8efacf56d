import { expect, test } from 'vitest';
import { paper } from '../../../src/main/desktop/paper.ts';
import tokens from '../../../src/renderer/ui/tokens.css?raw';

test('a window shows the paper of the page before there is a page', () => {
  expect(tokens).toContain(`--paper: light-dark(${paper.light}, ${paper.dark});`);
});
