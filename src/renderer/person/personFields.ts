import { z } from 'zod';
import {
  type ContactWay,
  contactWay,
  type Detail,
  detail,
  type PersonDraft,
  personDraft,
} from '../../shared/models/person.ts';
import { type FieldRow, toRows } from './fieldRows.ts';

/** What the form about a person holds while it is filled in; lines may be empty or wrong. */
export interface PersonFields {
  readonly name: string;
  readonly preferredName: string;
  readonly nicknames: readonly FieldRow<string>[];
  readonly circleId: string | null;
  readonly contactWays: readonly FieldRow<ContactWay>[];
  readonly details: readonly FieldRow<Detail>[];
  readonly notes: string;
}

/** Sentences about what is wrong, by field: `name`, or `contactWays.3` with the key of the line. */
export type FieldErrors = Readonly<Record<string, string>>;

export function fieldsOf(person: PersonDraft): PersonFields {
  return {
    name: person.name,
    preferredName: person.preferredName,
    nicknames: toRows(person.nicknames),
    circleId: person.circleId,
    contactWays: toRows(person.contactWays),
    details: toRows(person.details),
    notes: person.notes,
  };
}

/** The person that the fields describe, or what is wrong with them. Lines left empty are left out. */
export function readFields(
  fields: PersonFields,
): { readonly draft: PersonDraft } | { readonly errors: FieldErrors } {
  const nicknames = fields.nicknames.filter((row) => row.value.trim() !== '');
  const contactWays = fields.contactWays.filter((row) => row.value.value.trim() !== '');
  const details = fields.details.filter((row) => `${row.value.label}${row.value.value}`.trim() !== '');
  const parsed = personDraft.safeParse({
    name: fields.name,
    preferredName: fields.preferredName,
    nicknames: nicknames.map((row) => row.value),
    circleId: fields.circleId,
    contactWays: contactWays.map((row) => row.value),
    details: details.map((row) => row.value),
    notes: fields.notes,
  });
  if (parsed.success) return { draft: parsed.data };
  const lines: Readonly<Record<string, readonly FieldRow<unknown>[]>> = { nicknames, contactWays, details };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[fieldOfIssue(issue.path, lines)] ??= sayIssue(issue);
  return { errors };
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
  const parsed = keptFields.safeParse(parseJson(content));
  return parsed.success ? parsed.data : null;
}

const row = <T extends z.ZodType>(value: T) => z.object({ key: z.int(), value });
// Unlike a person, a draft may hold lines that are not valid yet.
const anyText = z.string();
const keptFields = z.object({
  name: anyText,
  preferredName: anyText,
  nicknames: z.array(row(anyText)),
  circleId: anyText.nullable(),
  contactWays: z.array(row(contactWay.extend({ label: anyText, value: anyText }))),
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
  const line = typeof index === 'number' ? lines[String(field)]?.[index] : undefined;
  return line === undefined ? String(field) : `${String(field)}.${line.key}`;
}

/** Zod speaks of schemas; this says the same to somebody who fills in a form. */
function sayIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? `This is too long. There is room for ${String(issue.maximum)} characters.`
      : `There is room for ${String(issue.maximum)} of these.`;
  }
  if (issue.code === 'too_small') {
    return issue.path[0] === 'name' ? 'A person needs a name.' : 'Please say what this is.';
  }
  return 'This can’t be kept as it is.';
}
