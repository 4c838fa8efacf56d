import { z } from 'zod';
import { mergedFacts, mergeFacts, unmergeFacts } from '../../facts/mergeFacts.ts';
import type { Store } from '../../store/openStore.ts';
import { statement } from '../../store/statements.ts';
import { introducerNumber } from '../introducer.ts';
import { mergedTies, mergeTies, unmergeTies } from './mergeTies.ts';

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
type Row = Readonly<z.infer<typeof row>>;
const pair = z.tuple([z.int(), z.int()]);

/** What moved from one person to the other, so that it can go back. */
export const mergedRecords = z.object({
  facts: mergedFacts,
  promises: z.array(z.string()),
  shared: z.array(z.string()),
  /** Rows that both had, of which one was enough. */
  dropped: z.array(z.object({ table: z.enum(['promise_person', 'shelf_shared']), row })),
  ties: mergedTies,
  /** Numbers of those whom they introduced. */
  introduced: z.array(z.int()),
  /** Ids that meant them before. */
  aliases: z.array(z.string()),
  versions: z.array(z.string()),
  /** Keys of nudges, as they were and as they are. */
  nudges: z.array(z.tuple([z.string(), z.string()])),
  /** Pairs that are two people, as they were, and those that came in their place. */
  twoPeople: z.object({ before: z.array(pair), after: z.array(pair) }),
});
export type MergedRecords = Readonly<z.infer<typeof mergedRecords>>;

/** Two people, by number and id, of whom one is to be no more. */
export interface Merging {
  readonly gone: number;
  readonly goneId: string;
  readonly kept: number;
  readonly keptId: string;
}

/** Gives all small records of `gone` to `kept`, inside the caller's transaction. */
export function mergeRecords(store: Store, merging: Merging): MergedRecords {
  const { gone, kept } = merging;
  const dropped: MergedRecords['dropped'] = [];
  const facts = mergeFacts(store, gone, kept);
  const promises = movePart(store, 'promise_person', 'promise_id', merging, dropped);
  const shared = movePart(store, 'shelf_shared', 'item_id', merging, dropped);
  // Marks that are about both stand once; see unmergeExchanges.ts for the way back.
  statement(store, 'UPDATE OR IGNORE exchange SET person_n = ? WHERE person_n = ?').run(kept, gone);
  statement(store, 'DELETE FROM exchange WHERE person_n = ?').run(gone);
  const aliases = strings(store, 'SELECT old_id FROM person_alias WHERE person_n = ?', gone);
  statement(store, 'UPDATE person_alias SET person_n = ? WHERE person_n = ?').run(kept, gone);
  const versions = strings(store, 'SELECT id FROM person_history WHERE person_id = ?', merging.goneId);
  statement(store, 'UPDATE person_history SET person_id = ? WHERE person_id = ?').run(
    merging.keptId,
    merging.goneId,
  );
  return {
    facts,
    promises,
    shared,
    dropped,
    ties: mergeTies(store, gone, kept),
    introduced: moveIntroduced(store, merging),
    aliases,
    versions,
    nudges: renameNudges(store, merging),
    twoPeople: moveTwoPeople(store, merging),
  };
}

/** Gives back what {@link mergeRecords} moved and is still with `kept`, inside the caller's transaction. */
export function unmergeRecords(store: Store, merging: Merging, merged: MergedRecords): void {
  const { gone, kept } = merging;
  const back = (sql: string, ids: readonly string[]) => {
    const move = statement(store, sql);
    for (const id of ids) move.run(gone, kept, id);
  };
  unmergeFacts(store, gone, kept, merged.facts);
  back(
    'UPDATE OR IGNORE promise_person SET person_n = ? WHERE person_n = ? AND promise_id = ?',
    merged.promises,
  );
  back('UPDATE OR IGNORE shelf_shared SET person_n = ? WHERE person_n = ? AND item_id = ?', merged.shared);
  for (const { table, row } of merged.dropped) insertDropped(store, table, row);
  back('UPDATE person_alias SET person_n = ? WHERE person_n = ? AND old_id = ?', merged.aliases);
  const version = statement(store, 'UPDATE person_history SET person_id = ? WHERE id = ?');
  for (const id of merged.versions) version.run(merging.goneId, id);
  unmergeTies(store, gone, kept, merged.ties);
  const introduced = statement(
    store,
    'UPDATE person SET met_through_n = ? WHERE n = ? AND met_through_n IS ?',
  );
  for (const n of merged.introduced) {
    introduced.run(gone, n, kept);
    introduced.run(gone, n, null);
  }
  const rename = statement(store, 'UPDATE OR IGNORE nudge_act SET key = ? WHERE key = ?');
  for (const [was, is] of merged.nudges) rename.run(was, is);
  const { before, after } = merged.twoPeople;
  const apart = statement(store, 'DELETE FROM not_duplicate WHERE low_n = ? AND high_n = ?');
  for (const [low, high] of after) apart.run(low, high);
  for (const [low, high] of before) sayTwoPeople(store, low, high);
}

/** Says that two people are not the same. */
export function sayTwoPeople(store: Store, a: number, b: number): boolean {
  return (
    statement(store, 'INSERT OR IGNORE INTO not_duplicate (low_n, high_n) VALUES (?, ?)').run(
      Math.min(a, b),
      Math.max(a, b),
    ).changes > 0
  );
}

function strings(store: Store, sql: string, value: number | string): string[] {
  return statement<[number | string], string>(store, sql).pluck().all(value);
}

/** Moves rows of which a person has one at most for each `key`. */
function movePart(
  store: Store,
  table: 'promise_person' | 'shelf_shared',
  key: string,
  { gone, kept }: Merging,
  dropped: MergedRecords['dropped'],
): string[] {
  const moved: string[] = [];
  const move = statement(
    store,
    `UPDATE OR IGNORE ${table} SET person_n = ? WHERE person_n = ? AND ${key} = ?`,
  );
  for (const own of statement<[number], Row>(store, `SELECT * FROM ${table} WHERE person_n = ?`).all(gone)) {
    const id = String(own[key]);
    if (move.run(kept, gone, id).changes > 0) moved.push(id);
    else dropped.push({ table, row: own });
  }
  statement(store, `DELETE FROM ${table} WHERE person_n = ?`).run(gone);
  return moved;
}

function insertDropped(store: Store, table: 'promise_person' | 'shelf_shared', own: Row): void {
  if (table === 'promise_person') {
    statement(
      store,
      `INSERT OR IGNORE INTO promise_person (promise_id, person_n) SELECT id, ? FROM promise WHERE id = ?`,
    ).run(own['person_n'], own['promise_id']);
  } else {
    statement(
      store,
      `INSERT OR IGNORE INTO shelf_shared (item_id, person_n, day) SELECT id, ?, ? FROM shelf_item WHERE id = ?`,
    ).run(own['person_n'], own['day'], own['item_id']);
  }
}

function moveIntroduced(store: Store, { gone, kept, keptId }: Merging): number[] {
  const introduced = statement<[number], number>(store, 'SELECT n FROM person WHERE met_through_n = ?')
    .pluck()
    .all(gone);
  const set = statement(store, 'UPDATE person SET met_through_n = ? WHERE n = ?');
  for (const n of introduced) {
    // Nobody is introduced by themselves, not even by way of others.
    set.run(null, n);
    set.run(n === kept ? null : introducerNumber(store, n, keptId), n);
  }
  return introduced;
}

function renameNudges(store: Store, { goneId, keptId }: Merging): [string, string][] {
  const keys = statement<[string], string>(store, 'SELECT key FROM nudge_act WHERE instr(key, ?) > 0')
    .pluck()
    .all(goneId);
  const rename = statement(store, 'UPDATE OR IGNORE nudge_act SET key = ? WHERE key = ?');
  return keys.flatMap((was): [string, string][] => {
    const is = was.replaceAll(goneId, keptId);
    return rename.run(is, was).changes > 0 ? [[was, is]] : [];
  });
}

function moveTwoPeople(store: Store, { gone, kept }: Merging): MergedRecords['twoPeople'] {
  const before = statement<[object], [number, number]>(
    store,
    `SELECT low_n, high_n FROM not_duplicate WHERE low_n = @gone
     UNION ALL SELECT low_n, high_n FROM not_duplicate WHERE high_n = @gone`,
  )
    .raw()
    .all({ gone });
  const remove = statement(store, 'DELETE FROM not_duplicate WHERE low_n = ? AND high_n = ?');
  const after: [number, number][] = [];
  for (const [low, high] of before) {
    remove.run(low, high);
    const other = low === gone ? high : low;
    if (other === kept) continue;
    if (sayTwoPeople(store, kept, other)) after.push([Math.min(kept, other), Math.max(kept, other)]);
  }
  return { before, after };
}
