import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { TrashItem } from '../../../shared/contract/trash.ts';
import type { Channel } from '../../../shared/models/entry.ts';
import { hideMarks } from '../../../shared/rules/marks.ts';
import { sayMentions } from '../../../shared/rules/mentions.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { countTrashedRecords, listTrashedRecords } from './trashedRecords.ts';

/** Of the body as it is written; of what is shown there is a little less. In characters. */
const OPENING = 400;

interface TrashSqlRow {
  readonly id: string;
  readonly kind: 'person' | 'entry';
  readonly deleted_at: number;
  readonly name: string;
  readonly merged_with: string | null;
  readonly day: string;
  readonly channel: Channel;
  readonly title: string;
  readonly body: string;
}

/** A stretch of the trash, newest first. */
export function listTrash(
  { db }: JournalContext,
  { after, limit }: JournalParsed<'trash.list'>,
): JournalOutput<'trash.list'> {
  const from = after ?? { deletedAt: Number.MAX_SAFE_INTEGER, trashId: '' };
  const rows = statement<[number, string, number], TrashSqlRow>(
    db,
    `SELECT id, kind, deleted_at,
       ifnull(content ->> '$.person.name', '') AS name,
       content ->> '$.merged.after.name' AS merged_with,
       ifnull(content ->> '$.entry.day', '') AS day,
       content ->> '$.entry.channel' AS channel,
       ifnull(content ->> '$.entry.title', '') AS title,
       substr(ifnull(content ->> '$.entry.body', ''), 1, ${OPENING}) AS body
     FROM trash WHERE (deleted_at, id) < (?, ?)
     ORDER BY deleted_at DESC, id DESC LIMIT ?`,
  ).all(from.deletedAt, from.trashId, limit + 1);
  const records = listTrashedRecords(db, from, limit + 1);
  const items = [...rows.map(toItem), ...records].sort(newestFirst);
  return { items: items.slice(0, limit), more: items.length > limit, ...countTrash(db) };
}

export interface TrashCount {
  readonly people: number;
  readonly entries: number;
  /** Small records. */
  readonly records: number;
}

/** How much there is in the trash. */
export function countTrash(store: Store): TrashCount {
  const count = statement<[string], number>(store, 'SELECT count(*) FROM trash WHERE kind = ?').pluck();
  return {
    people: count.get('person') ?? 0,
    entries: count.get('entry') ?? 0,
    records: countTrashedRecords(store),
  };
}

function toItem(row: TrashSqlRow): TrashItem {
  const { id: trashId, deleted_at: deletedAt } = row;
  if (row.kind === 'person') {
    return { kind: 'person', trashId, deletedAt, name: row.name, mergedWith: row.merged_with };
  }
  const { day, channel, title } = row;
  return { kind: 'entry', trashId, deletedAt, day, channel, title, opening: openingOf(row.body) };
}

/** The order of the list: that of (deletedAt, trashId), backwards. */
function newestFirst(a: TrashItem, b: TrashItem): number {
  return b.deletedAt - a.deletedAt || (b.trashId < a.trashId ? -1 : 1);
}

function openingOf(body: string): string {
  return hideMarks(sayMentions(body)).replace(/\s+/g, ' ').trim();
}
