import { z } from 'zod';
import { day } from './day.ts';
import { id } from './ids.ts';
import { personName } from './person.ts';

/** Why Kith suggests to turn to somebody. */
export const nudgeKinds = [
  'rhythmDue',
  'myPromise',
  'theirPromise',
  'replyOwed',
  'occasion',
  'askHowItWent',
  'timeToMeet',
  'giveSomething',
  'thank',
  'bridgeCold',
  'neverWritten',
  'share',
  'letRest',
] as const;
export const nudgeKind = z.enum(nudgeKinds);
export type NudgeKind = z.infer<typeof nudgeKind>;

/** The user's own words that a nudge rests on, and where they stand. */
export const evidence = z.object({
  /** Word for word as its source has it, in Markdown where that is Markdown (mentions included). Never empty. */
  quote: z.string().min(1),
  day: day.nullable(),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('entry'), entryId: id }),
    z.object({ kind: z.literal('fact'), factId: id, entryId: id.nullable() }),
    z.object({ kind: z.literal('promise'), promiseId: id, entryId: id.nullable() }),
    z.object({ kind: z.literal('person'), personId: id }),
    z.object({ kind: z.literal('shelf'), itemId: id }),
  ]),
});
export type Evidence = Readonly<z.infer<typeof evidence>>;

/**
 * Which nudge it is: its kind, what it is about (a person, or a promise), and what makes it itself, with colons between
 * (`rhythmDue:PERSON:2026-10-02`, `myPromise:PROMISE`, `occasion:PERSON:birthday:05-17:2027`), so that what was done
 * about it holds as long as it is the same one, and no longer.
 */
export const nudgeKey = z.string().max(300);

export const nudge = z.object({
  key: nudgeKey,
  kind: nudgeKind,
  people: z.array(personName).min(1),
  /** One sentence. */
  reason: z.string(),
  /** Why it stands where it stands among the others, in a few words each. */
  because: z.array(z.string()),
  evidence: z.array(evidence).min(1),
  /** Words to begin with, to be copied, and which of the evidence they rest on; null where it is better to write none. */
  opening: z.object({ text: z.string(), cites: z.array(z.int()) }).nullable(),
  /** Small gestures that suit the occasion. */
  playbook: z.array(z.string()),
  /** What it will take of the week's time. */
  minutes: z.int(),
  /** The day on which it is or was due. */
  due: day.nullable(),
});
export type Nudge = Readonly<z.infer<typeof nudge>>;

/**
 * What can be done about a nudge. `skipped` and `swapped` hold for the day, `snoozed` until a day; `done` and `notThis`
 * as long as it is the same nudge, or, for one that comes round (see rules/nudges/acts.ts), for a while.
 */
export const nudgeAct = z.enum(['done', 'snoozed', 'notThis', 'skipped', 'swapped']);
export type NudgeAct = z.infer<typeof nudgeAct>;

/** What was done about a nudge, and on which day. */
export const actRecord = z.object({
  key: nudgeKey,
  act: nudgeAct,
  day,
  /** Of a snoozed one: the day on which it may come again. */
  until: day.nullable(),
  /** Of a done one: what it took of the week's time. */
  minutes: z.int(),
});
export type ActRecord = Readonly<z.infer<typeof actRecord>>;
