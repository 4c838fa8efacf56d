import { z } from 'zod';
import { rhythm as rhythmModel } from '../../shared/models/circle.ts';
import { id } from '../../shared/models/ids.ts';
import {
  type ContactWay,
  contactWay,
  type Detail,
  detail,
  type PersonDraft,
  personDate,
  personDraft,
  unknownPerson,
} from '../../shared/models/person.ts';
import type { LocalNow } from '../../shared/rules/dateWords.ts';
import { sayPartialDate } from '../../shared/rules/partialDates.ts';
import { readTypedDate } from '../../shared/rules/typedDates.ts';
import { type FieldRow, toRows } from './fieldRows.ts';

/** A date of somebody while it is typed, in words. */
export interface TypedPersonDate {
  readonly kind: PersonDraft['dates'][number]['kind'];
  readonly label: string;
  readonly words: string;
}

/** What the form about a person holds while it is filled in; lines may be empty or wrong. */
export interface PersonFields
  extends Pick<
    PersonDraft,
    | 'name'
    | 'preferredName'
    | 'pronunciation'
    | 'pronouns'
    | 'circleId'
    | 'languages'
    | 'tags'
    | 'groups'
    | 'intention'
    | 'photoId'
    | 'notes'
  > {
  readonly nicknames: readonly FieldRow<string>[];
  readonly formerNames: readonly FieldRow<string>[];
  readonly contactWays: readonly FieldRow<ContactWay>[];
  readonly dates: readonly FieldRow<TypedPersonDate>[];
  readonly details: readonly FieldRow<Detail>[];
  /** Null is that of their circle. */
  readonly rhythm: { readonly floorDays: string; readonly ceilingDays: string } | null;
  /** `on` in words. */
  readonly met: Omit<PersonDraft['met'], 'on'> & { readonly on: string };
}

/** Sentences about what is wrong, by field: `name`, or `contactWays.3` with the key of the line. */
export type FieldErrors = Readonly<Record<string, string>>;

export function fieldsOf(person: PersonDraft): PersonFields {
  const { rhythm, met } = person;
  return {
    name: person.name,
    preferredName: person.preferredName,
    pronunciation: person.pronunciation,
    pronouns: person.pronouns,
    nicknames: toRows(person.nicknames),
    formerNames: toRows(person.formerNames),
    circleId: person.circleId,
    rhythm: rhythm && { floorDays: String(rhythm.floorDays), ceilingDays: String(rhythm.ceilingDays) },
    contactWays: toRows(person.contactWays),
    languages: person.languages,
    tags: person.tags,
    groups: person.groups,
    dates: toRows(
      person.dates.map(({ kind, label, date }) => ({ kind, label, words: sayPartialDate(date) })),
    ),
    met: { ...met, on: met.on === null ? '' : sayPartialDate(met.on) },
    intention: person.intention,
    photoId: person.photoId,
    details: toRows(person.details),
    notes: person.notes,
  };
}

/** The person that the fields describe, or what is wrong with them. Lines left empty are left out. */
export function readFields(
  fields: PersonFields,
  now: LocalNow,
): { readonly draft: PersonDraft } | { readonly errors: FieldErrors } {
  const lines = {
    nicknames: fields.nicknames.filter(({ value }) => value.trim() !== ''),
    formerNames: fields.formerNames.filter(({ value }) => value.trim() !== ''),
    contactWays: fields.contactWays.filter(({ value }) => value.value.trim() !== ''),
    dates: fields.dates.filter(({ value }) => `${value.label}${value.words}`.trim() !== ''),
    details: fields.details.filter(({ value }) => `${value.label}${value.value}`.trim() !== ''),
  };
  const errors: Record<string, string> = {};
  const readDate = (words: string, field: string): string => {
    const typed = readTypedDate(words, now);
    if ('date' in typed) return typed.date;
    errors[field] = words.trim() === '' ? 'When is it?' : typed.problem;
    return '1970';
  };
  const parsed = personDraft.safeParse({
    ...fields,
    nicknames: valuesOf(lines.nicknames),
    formerNames: valuesOf(lines.formerNames),
    contactWays: valuesOf(lines.contactWays),
    details: valuesOf(lines.details),
    dates: lines.dates.map(({ key, value: { kind, label, words } }) => ({
      kind,
      label,
      date: readDate(words, `dates.${key}`),
    })),
    met: { ...fields.met, on: fields.met.on.trim() === '' ? null : readDate(fields.met.on, 'met.on') },
    rhythm: readRhythm(fields.rhythm, errors),
  });
  for (const issue of parsed.error?.issues ?? []) errors[fieldOfIssue(issue.path, lines)] ??= sayIssue(issue);
  return parsed.success && Object.keys(errors).length === 0 ? { draft: parsed.data } : { errors };
}

function valuesOf<T>(rows: readonly FieldRow<T>[]): readonly T[] {
  return rows.map(({ value }) => value);
}

/** Both left empty is no rhythm of their own. */
function readRhythm(typed: PersonFields['rhythm'], errors: Record<string, string>): PersonDraft['rhythm'] {
  if (typed === null) return null;
  const days = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN);
  const parsed = rhythmModel.safeParse({
    floorDays: days(typed.floorDays),
    ceilingDays: days(typed.ceilingDays),
  });
  if (parsed.success) return parsed.data;
  const isTurned = parsed.error.issues.some(({ code }) => code === 'custom');
  errors['rhythm'] = isTurned
    ? 'The second number can’t be smaller than the first.'
    : 'Please give both as whole days, from 1 up, of ten years at most.';
  return null;
}

/** The fields of `after` that differ from `before`, so that saving one field never undoes another's change. */
export function changedFields(before: PersonDraft, after: PersonDraft): Partial<PersonDraft> {
  const changed = (Object.keys(personDraft.shape) as (keyof PersonDraft)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

/** The fields as text, to be kept as a draft until they are saved. */
export function writeFieldsDraft(fields: PersonFields): string {
  return JSON.stringify(fields);
}

/** What {@link writeFieldsDraft} kept, or null if it is not of this version. */
export function readFieldsDraft(content: string): PersonFields | null {
  const kept = parseJson(content);
  const parsed = keptFields.safeParse(kept && typeof kept === 'object' ? { ...newer, ...kept } : kept);
  return parsed.success ? parsed.data : null;
}

const row = <T extends z.ZodType>(value: T) => z.object({ key: z.int(), value });
// Unlike a person, a draft may hold lines that are not valid yet.
const anyText = z.string();
/** An older Kith kept drafts of these alone. */
const {
  name: _a,
  preferredName: _b,
  nicknames: _c,
  circleId: _d,
  contactWays: _e,
  details: _f,
  notes: _g,
  ...newer
} = fieldsOf({ ...unknownPerson, name: '' });
const keptFields = z.object({
  name: anyText,
  preferredName: anyText,
  pronunciation: anyText,
  pronouns: anyText,
  nicknames: z.array(row(anyText)),
  formerNames: z.array(row(anyText)),
  circleId: anyText.nullable(),
  rhythm: z.object({ floorDays: anyText, ceilingDays: anyText }).nullable(),
  contactWays: z.array(row(contactWay.extend({ label: anyText, value: anyText }))),
  languages: z.array(anyText),
  tags: z.array(anyText),
  groups: z.array(anyText),
  dates: z.array(row(z.object({ kind: personDate.shape.kind, label: anyText, words: anyText }))),
  met: z.object({ on: anyText, where: anyText, throughId: id.nullable(), entryId: id.nullable() }),
  intention: anyText,
  photoId: id.nullable(),
  details: z.array(row(detail.extend({ label: anyText, value: anyText }))),
  notes: anyText,
});

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function fieldOfIssue(
  path: readonly PropertyKey[],
  lines: Readonly<Record<string, readonly FieldRow<unknown>[]>>,
): string {
  const [field, index] = path;
  if (field === 'met') return `met.${String(index)}`;
  const line = typeof index === 'number' ? lines[String(field)]?.[index] : undefined;
  return line === undefined ? String(field) : `${String(field)}.${line.key}`;
}

/** Zod speaks of schemas; this says the same to somebody who fills in a form. */
function sayIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? `This is too long. There is room for ${issue.maximum.toLocaleString('en')} characters.`
      : `There is room for ${issue.maximum.toLocaleString('en')} of these.`;
  }
  if (issue.code === 'too_small') {
    return issue.path[0] === 'name' ? 'A person needs a name.' : 'Please say what this is.';
  }
  return 'This can’t be kept as it is.';
}
