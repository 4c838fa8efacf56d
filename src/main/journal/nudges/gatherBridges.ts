import type { Known } from '../../../shared/rules/nudges/known.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { readBridgePeople } from '../ties/readNetwork.ts';
import type { KnownPeople } from './gatherPeople.ts';

/** Bridges follow from the whole network, which changes far less often than what is written. */
const kept = new WeakMap<JournalContext, { readonly network: string; readonly ids: ReadonlySet<string> }>();

/** Those at either end of what alone joins two groups. */
export function gatherBridges(context: JournalContext, people: KnownPeople, today: string): readonly Known[] {
  const network = `${today} ${describeNetwork(context.db)}`;
  const known = kept.get(context);
  const ids = known?.network === network ? known.ids : readBridgePeople(context);
  kept.set(context, { network, ids });
  return [...ids].flatMap((id) => {
    const n = context.people.number(id);
    return n === undefined ? [] : (people.get(n) ?? []);
  });
}

/** All that bridges follow from, as one text, which is quicker to make than to go through. */
function describeNetwork(store: Store): string {
  return JSON.stringify([
    textOf(store, `SELECT group_concat(from_n || ' ' || to_n || ' ' || ifnull(until, ''), ';') FROM tie`),
    textOf(
      store,
      `SELECT group_concat(n || ' ' || met_through_n, ';') FROM person INDEXED BY person_by_introducer
       WHERE met_through_n IS NOT NULL`,
    ),
    textOf(
      store,
      `SELECT group_concat(person_n) FROM trash INDEXED BY trash_by_person WHERE person_n IS NOT NULL`,
    ),
  ]);
}

function textOf(store: Store, sql: string): string | null {
  return statement<[], string | null>(store, sql).pluck().get() ?? null;
}
