import type { JournalOutput } from '../../../shared/contract/index.ts';
import type { Introduction, NetworkPerson } from '../../../shared/contract/ties.ts';
import { type FoundBridge, findBridges } from '../../../shared/rules/network/findBridges.ts';
import { isTieOver } from '../../../shared/rules/network/turnTie.ts';
import type { JournalContext } from '../context.ts';
import { statement } from '../store/statements.ts';
import { type TieSqlRow, toStoredTie } from './readTies.ts';

type Network = JournalOutput<'ties.network'>;

/** Everybody who has to do with somebody else of the journal, and what that is. */
export function readNetwork(context: JournalContext): Network {
  const ties = readTies(context);
  const introductions = readIntroductions(context);
  const ids = new Set([
    ...ties.flatMap(({ fromId, toId }) => [fromId, toId]),
    ...introductions.flatMap(({ byId, personId }) => [byId, personId]),
  ]);
  const bridges = bridgesOf(context, ties, introductions).map(({ ends, sides }) => ({ ids: ends, sides }));
  return { people: readPeople(context, ids), ties, introductions, bridges };
}

/** Those at either end of a bridge, by id. */
export function readBridgePeople(context: JournalContext): ReadonlySet<string> {
  const bridges = bridgesOf(context, readTies(context), readIntroductions(context));
  return new Set(bridges.flatMap(({ ends }) => ends));
}

/** What was found last, and of what: nudges ask after every change of the journal, and few change a tie. */
const kept = new WeakMap<JournalContext, { readonly of: string; readonly bridges: readonly FoundBridge[] }>();

function bridgesOf(
  context: JournalContext,
  ties: Network['ties'],
  introductions: readonly Introduction[],
): readonly FoundBridge[] {
  const pairs = [...joins(ties, introductions)];
  const of = pairs.join();
  const known = kept.get(context);
  if (known?.of === of) return known.bridges;
  const bridges = findBridges(pairs);
  kept.set(context, { of, bridges });
  return bridges;
}

/** What joins two people today. */
function* joins(
  ties: Network['ties'],
  introductions: readonly Introduction[],
): Iterable<readonly [string, string]> {
  for (const { fromId, toId, isOver } of ties) if (!isOver) yield [fromId, toId];
  for (const { byId, personId } of introductions) yield [byId, personId];
}

function readTies({ db, people, clock }: JournalContext): Network['ties'] {
  const { day: today } = clock.local();
  const rows = statement<[], TieSqlRow>(
    db,
    'SELECT id, from_n, to_n, kind, words, reverse_words, since, until FROM tie',
  ).all();
  return rows.flatMap((row) => {
    const [from, to] = [people.name(row.from_n), people.name(row.to_n)];
    if (!from || !to) return [];
    const { since: _, ...tie } = toStoredTie(row, from.id, to.id);
    return [{ ...tie, isOver: isTieOver(tie.until, today) }];
  });
}

function readIntroductions({ db, people }: JournalContext): Introduction[] {
  const rows = statement<[], { n: number; by_n: number }>(
    db,
    `SELECT n, met_through_n AS by_n FROM person INDEXED BY person_by_introducer
     WHERE met_through_n IS NOT NULL ORDER BY n`,
  ).all();
  return rows.flatMap(({ n, by_n }) => {
    const [by, person] = [people.name(by_n), people.name(n)];
    return by && person ? [{ byId: by.id, personId: person.id }] : [];
  });
}

function readPeople({ people }: JournalContext, ids: ReadonlySet<string>): NetworkPerson[] {
  return [...ids].flatMap((id) => {
    const row = people.row(id);
    if (!row) return [];
    const { name, preferredName, circleId, groups } = row;
    return [{ id, name, preferredName, circleId, groups }];
  });
}
