import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalParsed } from '../../../shared/contract/index.ts';
import { dayNumber, dayOfNumber } from '../../../shared/models/day.ts';
import type { ActRecord } from '../../../shared/models/nudge.ts';
import { callName } from '../../../shared/models/person.ts';
import { subjectOf } from '../../../shared/rules/nudges/acts.ts';
import type { Candidate } from '../../../shared/rules/nudges/candidate.ts';
import type { JournalContext } from '../context.ts';
import { changeRecords, type RecordName } from '../history/recordChanges.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** What was done about anything longer ago hides no nudge but those of {@link lasting}. */
const LOOK_BACK_DAYS = 800;
/** Kinds of nudges that can stay the same for years. */
const lasting = ['myPromise', 'theirPromise', 'share'] as const;

/** An act, and the moment of it. */
type TimedAct = ActRecord & { readonly actedAt: number };

const byTime = (a: TimedAct, b: TimedAct) => a.actedAt - b.actedAt || (a.key < b.key ? -1 : 1);

/** All that was ever done about nudges, in the order of doing. */
export function readAllActs(store: Store): TimedAct[] {
  return statement<[], TimedAct>(
    store,
    'SELECT key, act, day, until, minutes, acted_at AS actedAt FROM nudge_act',
  )
    .all()
    .sort(byTime);
}

/** What was done about nudges and may still matter, in the order of doing. */
export function readActs(store: Store, today: string): readonly ActRecord[] {
  const since = dayOfNumber(Math.max(1, dayNumber(today) - LOOK_BACK_DAYS));
  const recent = statement<[string], TimedAct>(
    store,
    `SELECT key, act, day, until, minutes, acted_at AS actedAt FROM nudge_act WHERE day >= ?`,
  ).all(since);
  const older = lasting.flatMap((kind) =>
    statement<[string, string, string], TimedAct>(
      store,
      `SELECT key, act, day, until, minutes, acted_at AS actedAt FROM nudge_act
       WHERE key >= ? AND key < ? AND day < ?`,
    ).all(`${kind}:`, `${kind};`, since),
  );
  return [...recent, ...older].sort(byTime).map(({ actedAt: _, ...act }) => act);
}

/** Notes what was done about `nudge`, so that it can be undone. Fails with `badInput`. */
export function actOn(
  context: JournalContext,
  nudge: Pick<Candidate, 'key' | 'kind' | 'people' | 'minutes'>,
  { act, until }: Omit<JournalParsed<'nudges.act'>, 'key'>,
): void {
  const { day } = context.clock.local();
  if ((act === 'snoozed') !== (until !== null)) {
    throw new KithError('badInput', 'Only what is put off has a day on which it comes again.');
  }
  if (until !== null && until <= day) {
    throw new KithError('badInput', 'Please choose a day that lies ahead.');
  }
  const keeps = act === 'done' && nudge.kind === 'myPromise' ? subjectOf(nudge.key) : null;
  const records: readonly RecordName[] = [
    { kind: 'nudgeAct', id: nudge.key },
    ...(keeps === null ? [] : [{ kind: 'promise' as const, id: keeps }]),
  ];
  const name = nudge.people.map(callName).join(', ');
  changeRecords(context, { action: 'nudgeActed', name, records }, () => {
    writeAct(context, { key: nudge.key, act, day, until, minutes: act === 'done' ? nudge.minutes : 0 });
    if (keeps !== null) keepPromise(context, keeps, day);
  });
}

/** Takes back what was done about a nudge; a promise that was kept by it is open again. */
export function takeBack(context: JournalContext, key: string): void {
  const acted = statement<[string], Pick<ActRecord, 'act' | 'day'>>(
    context.db,
    'SELECT act, day FROM nudge_act WHERE key = ?',
  ).get(key);
  if (!acted) return;
  const opens = acted.act === 'done' && key.startsWith('myPromise:') ? subjectOf(key) : null;
  const records: readonly RecordName[] = [
    { kind: 'nudgeAct', id: key },
    ...(opens === null ? [] : [{ kind: 'promise' as const, id: opens }]),
  ];
  changeRecords(context, { action: 'nudgeTakenBack', name: '', records }, () => {
    statement(context.db, 'DELETE FROM nudge_act WHERE key = ?').run(key);
    if (opens !== null) openPromise(context, opens, acted.day);
  });
}

function writeAct({ db, clock }: JournalContext, { key, act, day, until, minutes }: ActRecord): void {
  statement(
    db,
    `INSERT INTO nudge_act (key, act, day, until, minutes, acted_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET act = excluded.act, day = excluded.day, until = excluded.until,
       minutes = excluded.minutes, acted_at = excluded.acted_at`,
  ).run(key, act, day, until, minutes, clock.now());
}

function keepPromise({ db, clock }: JournalContext, id: string, day: string): void {
  statement(
    db,
    `UPDATE promise SET state = 'kept', closed_on = ?, changed_at = ? WHERE id = ? AND state = 'open'`,
  ).run(day, clock.now(), id);
}

function openPromise({ db, clock }: JournalContext, id: string, closedOn: string): void {
  statement(
    db,
    `UPDATE promise SET state = 'open', closed_on = NULL, changed_at = ?
     WHERE id = ? AND state = 'kept' AND closed_on = ?`,
  ).run(clock.now(), id, closedOn);
}
