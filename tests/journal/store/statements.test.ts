import { afterEach, expect, test } from 'vitest';
import { statement } from '../../../src/main/journal/store/statements.ts';
import { closeTestJournals, openTestJournal } from '../../support/journal.ts';

afterEach(closeTestJournals);

const SQL = "SELECT id, name FROM circle WHERE id = 'inner'";

test('a statement is prepared once for each open store', () => {
  const [a, b] = [openTestJournal().context.db, openTestJournal().context.db];
  expect(statement(a, SQL)).toBe(statement(a, SQL));
  expect(statement(a, SQL)).not.toBe(statement(b, SQL));
});

test('each use gets whole rows, whatever another use wanted of the same words', () => {
  const { db } = openTestJournal().context;
  expect(statement(db, SQL).pluck().get()).toBe('inner');
  expect(statement(db, SQL).get()).toEqual({ id: 'inner', name: 'Inner circle' });
  expect(statement(db, SQL).raw().get()).toEqual(['inner', 'Inner circle']);
  expect(statement(db, SQL).get()).toEqual({ id: 'inner', name: 'Inner circle' });
});
