import type { ContactWay, Detail, PersonDraft } from '../../../shared/models/person.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { readDates, writeDates } from './personDates.ts';
import { type PersonWords, readWords, writeWords } from './personWords.ts';

/** What of a person is a list, and stands in tables beside their row. */
export type PersonParts = PersonWords & Pick<PersonDraft, 'nicknames' | 'contactWays' | 'dates' | 'details'>;

type Changes = { readonly [K in keyof PersonParts]?: PersonParts[K] | undefined };

/** Makes those lists of the person `n` that are given what they are given to be, and leaves the others. */
export function writeParts(store: Store, n: number, given: Changes): void {
  const { nicknames, contactWays, dates, details } = given;
  if (nicknames) writeNicknames(store, n, nicknames);
  if (contactWays) writeContactWays(store, n, contactWays);
  if (dates) writeDates(store, n, dates);
  if (details) writeDetails(store, n, details);
  writeWords(store, n, given);
}

/** All the lists of the person `n`. */
export function readParts(store: Store, n: number): PersonParts {
  return {
    nicknames: readNicknames(store, n),
    contactWays: readContactWays(store, n),
    dates: readDates(store, n),
    details: readDetails(store, n),
    ...readWords(store, n),
  };
}

/** Makes the nicknames of a person these. */
function writeNicknames(store: Store, n: number, nicknames: readonly string[]): void {
  statement(store, 'DELETE FROM nickname WHERE person_n = ?').run(n);
  const insert = statement(store, 'INSERT INTO nickname (person_n, position, name) VALUES (?, ?, ?)');
  nicknames.forEach((name, position) => {
    insert.run(n, position, name);
  });
}

/** Makes the ways to reach a person these. */
function writeContactWays(store: Store, n: number, ways: readonly ContactWay[]): void {
  statement(store, 'DELETE FROM contact_way WHERE person_n = ?').run(n);
  const insert = statement(
    store,
    'INSERT INTO contact_way (person_n, position, kind, label, value) VALUES (?, ?, ?, ?, ?)',
  );
  ways.forEach((way, position) => {
    insert.run(n, position, way.kind, way.label, way.value);
  });
}

/** Makes the details of a person these. */
function writeDetails(store: Store, n: number, details: readonly Detail[]): void {
  statement(store, 'DELETE FROM person_detail WHERE person_n = ?').run(n);
  const insert = statement(
    store,
    'INSERT INTO person_detail (person_n, position, label, value) VALUES (?, ?, ?, ?)',
  );
  details.forEach((detail, position) => {
    insert.run(n, position, detail.label, detail.value);
  });
}

/** The ways to reach a person, in the user's order. */
function readContactWays(store: Store, n: number): ContactWay[] {
  return statement<[number], ContactWay>(
    store,
    'SELECT kind, label, value FROM contact_way WHERE person_n = ? ORDER BY position',
  ).all(n);
}

/** The details of a person, in the order of their source. */
function readDetails(store: Store, n: number): Detail[] {
  return statement<[number], Detail>(
    store,
    'SELECT label, value FROM person_detail WHERE person_n = ? ORDER BY position',
  ).all(n);
}

/** The nicknames of a person, in the user's order. */
export function readNicknames(store: Store, n: number): string[] {
  return statement<[number], string>(store, 'SELECT name FROM nickname WHERE person_n = ? ORDER BY position')
    .pluck()
    .all(n);
}
