// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SalvageReport } from '../../../src/renderer/backups/SalvageReport.tsx';
import type { Salvaged } from '../../../src/shared/contract/backups.ts';

afterEach(cleanup);

const whole: Salvaged = {
  people: 1,
  entries: 1,
  lostPeople: 0,
  lostEntries: 0,
  lostDays: [],
  lostRows: 0,
  mayMissMore: false,
};

const said = (saved: Partial<Salvaged>) => {
  render(<SalvageReport saved={{ ...whole, ...saved }} />);
  return screen.getByRole('status').textContent;
};

test('of a journal that was saved whole, nothing is said to be missing', () => {
  const words = said({});
  expect(words).toContain('The new journal holds one person and one entry.');
  expect(words).toContain('everything that is known of could be read');
  expect(words).not.toMatch(/missing|could not/);
});

test('what was lost is counted, with the days of the entries, smaller things apart', () => {
  const words = said({ lostPeople: 1, lostEntries: 2, lostRows: 6, lostDays: ['1665-04-30', '1665-05-01'] });
  expect(words).toContain('One person and two entries could not be read.');
  expect(words).toContain('Three smaller things, such as links and tags, could not.');
  expect(words).toMatch(/The entries were of .*30 April 1665; .*1 May 1665\./);
  expect(words).toContain('Older backups may have what is missing.');
});

test('that more may be lost than anything counts is said as well', () => {
  expect(said({ mayMissMore: true })).toMatch(/More may be missing that nothing counts.*Older backups/);
});
