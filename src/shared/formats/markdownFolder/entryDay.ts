import { type FieldReader, textOf } from './fieldValues.ts';
import type { Field } from './frontMatter.ts';
import { dateOfName, dateOfText, type NoteDate, noteName } from './noteDate.ts';

/** When a note happened, and where that is said. */
export interface EntryDay {
  readonly date: NoteDate;
  /** The field that says it; null if the name of the file does. */
  readonly field: Field | null;
}

const DATE_FIELDS = ['day', 'date'];
/** When the file was made: the day of a note only if nothing better is known. */
const CREATED_FIELDS = [
  'created',
  'date created',
  'creation date',
  'created_at',
  'date_created',
  'createdat',
];

/** The day of a note: what its front matter says, else its file's name. */
export function findDay(path: string, front: FieldReader): EntryDay | undefined {
  return dayOfFields(front, DATE_FIELDS) ?? findNameDay(path);
}

/** The day that the file's name begins with. */
export function findNameDay(path: string): EntryDay | undefined {
  const date = dateOfName(noteName(path));
  return date && { date, field: null };
}

/** The day on which the front matter says the note was made. */
export function findCreatedDay(front: FieldReader): EntryDay | undefined {
  return dayOfFields(front, CREATED_FIELDS);
}

/** A date field whose text is no day of the calendar, or undefined. */
export function findBadDate(front: FieldReader): Field | undefined {
  return DATE_FIELDS.map((name) => front.find(name)).find(
    (field) => field && !dayOfFields(front, [field.key.toLowerCase()]) && textOf(field.value) !== undefined,
  );
}

function dayOfFields(front: FieldReader, names: readonly string[]): EntryDay | undefined {
  for (const name of names) {
    const field = front.find(name);
    const date = field && dateOfText(textOf(field.value) ?? '');
    if (date) return { date, field };
  }
  return undefined;
}
