import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalParsed } from '../../../shared/contract/index.ts';
import { type ShelfItem, type ShelfItemDraft, shelfItemDraft } from '../../../shared/models/shelf.ts';
import { fold } from '../../../shared/rules/fold.ts';
import { nameOfItem, readWebAddress } from '../../../shared/rules/shelf.ts';
import type { JournalContext } from '../context.ts';
import { changeRecords, type RecordName } from '../history/recordChanges.ts';
import { requirePerson } from '../people/getPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { readItem } from './readShelf.ts';

const emptyItem: ShelfItemDraft = {
  kind: 'note',
  title: '',
  body: '',
  url: '',
  topics: [],
  isMyNews: false,
};

/** Puts a thing on the shelf. Fails with `badInput` for nothing, and for a link that is none. */
export function createItem(
  context: JournalContext,
  { item }: JournalParsed<'shelf.create'>,
): { readonly id: string } {
  const { db, clock } = context;
  const draft = complete(db, { ...emptyItem, ...withoutUndefined(item) });
  const [id, now] = [context.newId(), clock.now()];
  changeRecords(context, { action: 'shelfItemAdded', name: nameOfItem(draft), records: recordOf(id) }, () => {
    statement(
      db,
      `INSERT INTO shelf_item (id, kind, title, body, url, my_news, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(id, draft.kind, draft.title, draft.body, draft.url, draft.isMyNews ? 1 : 0, now, now);
    writeTopics(db, id, draft.topics);
  });
  return { id };
}

/** Changes what is given of a thing; where it is the same, nothing is written. Fails with `notFound` and `badInput`. */
export function updateItem(context: JournalContext, { id, item }: JournalParsed<'shelf.update'>): void {
  const { db, clock } = context;
  const old = draftOf(requireItem(db, id));
  const draft = complete(db, { ...old, ...withoutUndefined(item) });
  if (JSON.stringify(draft) === JSON.stringify(old)) return;
  changeRecords(
    context,
    { action: 'shelfItemChanged', name: nameOfItem(draft), records: recordOf(id) },
    () => {
      statement(
        db,
        `UPDATE shelf_item SET kind = ?, title = ?, body = ?, url = ?, my_news = ?, changed_at = ? WHERE id = ?`,
      ).run(draft.kind, draft.title, draft.body, draft.url, draft.isMyNews ? 1 : 0, clock.now(), id);
      writeTopics(db, id, draft.topics);
    },
  );
}

/** Deletes a thing. Fails with `notFound`. */
export function removeItem(context: JournalContext, id: string): void {
  const name = nameOfItem(requireItem(context.db, id));
  changeRecords(context, { action: 'shelfItemRemoved', name, records: recordOf(id) }, () =>
    statement(context.db, 'DELETE FROM shelf_item WHERE id = ?').run(id),
  );
}

/** Notes that a thing was shared with somebody today, or that it was not. Fails with `notFound`. */
export function shareItem(
  context: JournalContext,
  { id, personId, isShared }: JournalParsed<'shelf.share'>,
): void {
  const { db, clock } = context;
  const name = nameOfItem(requireItem(db, id));
  const n = requirePerson(context, personId);
  const { day } = clock.local();
  const nudgeKey = `share:${personId}:${id}`;
  const records: readonly RecordName[] = [...recordOf(id), { kind: 'nudgeAct', id: nudgeKey }];
  changeRecords(context, { action: 'shelfItemShared', name, records }, () => {
    if (isShared) {
      statement(db, 'INSERT OR IGNORE INTO shelf_shared (item_id, person_n, day) VALUES (?, ?, ?)').run(
        id,
        n,
        day,
      );
    } else {
      statement(db, 'DELETE FROM shelf_shared WHERE item_id = ? AND person_n = ?').run(id, n);
      // It may have been shared by doing what a nudge proposed.
      statement(db, `DELETE FROM nudge_act WHERE key = ? AND act = 'done'`).run(nudgeKey);
    }
  });
}

function writeTopics(store: Store, id: string, topics: readonly string[]): void {
  statement(store, 'DELETE FROM shelf_topic WHERE item_id = ?').run(id);
  const insert = statement(store, 'INSERT INTO shelf_topic (item_id, position, topic) VALUES (?, ?, ?)');
  topics.forEach((topic, position) => {
    insert.run(id, position, topic);
  });
}

function complete(store: Store, draft: ShelfItemDraft): ShelfItemDraft {
  const url = draft.url === '' ? '' : readWebAddress(draft.url);
  if (url === null) {
    throw new KithError('badInput', 'That is no web address. One begins with https://, and has no spaces.');
  }
  if (draft.kind === 'link' && url === '') throw new KithError('badInput', 'A link needs its address.');
  if (nameOfItem({ ...draft, url }) === '') throw new KithError('badInput', 'Please write down what it is.');
  return { ...draft, url, topics: spellAsKnown(store, draft.topics) };
}

/** Each topic once, in the spelling in which it is on the shelf already. */
function spellAsKnown(store: Store, topics: readonly string[]): string[] {
  const known = new Map(
    statement<[], string>(store, 'SELECT DISTINCT topic FROM shelf_topic')
      .pluck()
      .all()
      .map((topic) => [fold(topic), topic] as const),
  );
  const spelt = new Map<string, string>();
  for (const topic of topics.map((one) => one.replace(/^#+/, '').trim())) {
    const key = fold(topic);
    if (topic !== '' && !spelt.has(key)) spelt.set(key, known.get(key) ?? topic);
  }
  return [...spelt.values()];
}

function draftOf(item: ShelfItem): ShelfItemDraft {
  return shelfItemDraft.parse(item);
}

function requireItem(store: Store, id: string): ShelfItem {
  const item = readItem(store, id);
  if (!item) throw new KithError('notFound', 'This is not on the shelf any more.');
  return item;
}

function withoutUndefined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}

function recordOf(id: string): readonly RecordName[] {
  return [{ kind: 'shelfItem', id }];
}
