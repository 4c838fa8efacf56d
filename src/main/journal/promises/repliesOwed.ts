import type { ReplyOwed } from '../../../shared/contract/promises.ts';
import type { Channel } from '../../../shared/models/entry.ts';
import { isReplyOwed } from '../../../shared/rules/repliesOwed.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey } from '../entries/entryKey.ts';
import { keyOfEntry } from '../entries/readEntries.ts';
import { entryNotFound } from '../entries/writeEntry.ts';
import { actOn } from '../nudges/nudgeActs.ts';
import { requirePerson } from '../people/getPerson.ts';
import { statement } from '../store/statements.ts';

/** As much of the words as a list shows, in characters. */
const OPENING = 400;

interface TurnSqlRow {
  readonly k: number;
  readonly n: number;
  readonly begun_by: string;
  readonly channel: Channel;
}

/** The replies that the user owes, newest first. Reads the newest entry of each person: it grows with the people only. */
export function listRepliesOwed(context: JournalContext, limit: number): ReplyOwed[] {
  const turns = statement<[], TurnSqlRow>(
    context.db,
    `SELECT entry.k, person_n AS n, begun_by, channel
     FROM person_tally INDEXED BY person_tally_by_talk
     CROSS JOIN entry ON entry.k = last_with_k
     WHERE last_with_k IS NOT NULL AND begun_by <> 'me' AND channel IN ('message', 'email', 'letter', 'social')
     ORDER BY last_with_k DESC`,
  ).all();
  const owed: ReplyOwed[] = [];
  for (const { k, n, begun_by, channel } of turns) {
    if (owed.length === limit) break;
    const row = context.people.name(n);
    if (!row) continue;
    const person = { id: row.id, name: row.name, preferredName: row.preferredName };
    const personId = person.id;
    // It may be an id that they had before they were merged.
    const begunBy = context.people.row(begun_by)?.id ?? begun_by;
    if (!isReplyOwed({ personId, channel, begunBy })) continue;
    const { id: entryId, opening } = readOpening(context, k);
    if (isDismissed(context, replyKey(personId, entryId))) continue;
    owed.push({ person, entryId, day: dayOfKey(k), channel, opening });
  }
  return owed;
}

/** Keeps that a message needs no reply. Fails with `notFound`. */
export function dismissReply(context: JournalContext, personId: string, entryId: string): void {
  const person = context.people.name(requirePerson(context, personId));
  if (!person || keyOfEntry(context.db, entryId) === undefined) throw entryNotFound();
  actOn(
    context,
    { key: replyKey(person.id, entryId), kind: 'replyOwed', people: [person], minutes: 0 },
    { act: 'notThis', until: null },
  );
}

/** The key of the nudge that says the same; see `shared/rules/nudges/replyOwed.ts`. */
function replyKey(personId: string, entryId: string): string {
  return `replyOwed:${personId}:${entryId}`;
}

function isDismissed({ db }: JournalContext, key: string): boolean {
  return (
    statement<[string]>(db, `SELECT 1 FROM nudge_act WHERE key = ? AND act IN ('done', 'notThis')`).get(
      key,
    ) !== undefined
  );
}

function readOpening({ db }: JournalContext, k: number): { readonly id: string; readonly opening: string } {
  const row = statement<[number], { id: string; opening: string }>(
    db,
    `SELECT id, iif(title = '', substr(body, 1, ${OPENING}), title) AS opening FROM entry WHERE k = ?`,
  ).get(k);
  if (!row) throw new Error('there is no such entry to read');
  return row;
}
