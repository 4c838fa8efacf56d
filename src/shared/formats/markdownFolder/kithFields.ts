import { id as idSchema } from '../../models/ids.ts';
import { type FieldReader, textOf, textsOf } from './fieldValues.ts';

/** The id that an export of Kith gave a note, in lower case; null for any other note. */
export function kithId(front: FieldReader): string | null {
  const field = front.find('kith');
  const text = field && textOf(field.value)?.toLowerCase();
  if (!field || !text || !idSchema.safeParse(text).success) return null;
  front.understand(field);
  return text;
}

/** Takes the instant of a field with a time zone, as Kith and many tools write it: `2024-05-01T14:30:00.000Z`. */
export function takeInstant(front: FieldReader, name: string): number | null {
  const field = front.find(name);
  const text = field && textOf(field.value);
  if (!field || !text || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/.test(text))
    return null;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return null;
  front.understand(field);
  return instant;
}

/** Takes the field that says which links of a note are only text. */
export function takePlainLinks(front: FieldReader): ReadonlySet<number> {
  const field = front.find('plainlinks');
  const texts = field && textsOf(field.value);
  if (!field || !texts?.every((text) => /^\d{1,9}$/.test(text))) return new Set();
  front.understand(field);
  return new Set(texts.map(Number));
}
