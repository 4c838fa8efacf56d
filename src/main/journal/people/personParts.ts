import type { ContactWay, Detail } from '../../../shared/models/person.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Adds the nicknames of a person who has none. */
export function writeNicknames(store: Store, n: number, nicknames: readonly string[]): void {
  const insert = statement(store, 'INSERT INTO nickname (person_n, position, name) VALUES (?, ?, ?)');
  nicknames.forEach((name, position) => {
    insert.run(n, position, name);
  });
}

/** Adds the ways to reach a person who has none. */
export function writeContactWays(store: Store, n: number, ways: readonly ContactWay[]): void {
  const insert = statement(
    store,
    'INSERT INTO contact_way (person_n, position, kind, label, value) VALUES (?, ?, ?, ?, ?)',
  );
  ways.forEach((way, position) => {
    insert.run(n, position, way.kind, way.label, way.value);
  });
}

/** Adds the details of a person who has none. */
export function writeDetails(store: Store, n: number, details: readonly Detail[]): void {
  const insert = statement(
    store,
    'INSERT INTO person_detail (person_n, position, label, value) VALUES (?, ?, ?, ?)',
  );
  details.forEach((detail, position) => {
    insert.run(n, position, detail.label, detail.value);
  });
}

/** The ways to reach a person, in the user's order. */
export function readContactWays(store: Store, n: number): ContactWay[] {
  return statement<[number], ContactWay>(
    store,
    'SELECT kind, label, value FROM contact_way WHERE person_n = ? ORDER BY position',
  ).all(n);
}

/** The details of a person, in the order of their source. */
export function readDetails(store: Store, n: number): Detail[] {
  return statement<[number], Detail>(
    store,
    'SELECT label, value FROM person_detail WHERE person_n = ? ORDER BY position',
  ).all(n);
}
