import type { Field, FieldValue } from './frontMatter.ts';

/** Looks up fields by name, whatever their case, and remembers which were understood. */
export interface FieldReader {
  /** The first field with one of these names that has not been understood yet, in the order of the names. */
  readonly find: (...names: string[]) => Field | undefined;
  /** Marks a field as understood: it is not among the rest any more. */
  readonly understand: (field: Field) => void;
  /** What nobody understood and that says something. */
  readonly rest: () => readonly Field[];
}

export function readFields(fields: readonly Field[]): FieldReader {
  const understood = new Set<Field>();
  return {
    find: (...names) => {
      for (const name of names) {
        const found = fields.find((field) => !understood.has(field) && field.key.toLowerCase() === name);
        if (found) return found;
      }
      return undefined;
    },
    understand: (field) => understood.add(field),
    rest: () => fields.filter((field) => !understood.has(field) && !isEmptyValue(field.value)),
  };
}

/** Whether a value says nothing: templates leave fields such as `mood:` behind. */
export function isEmptyValue(value: FieldValue): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return 'fields' in value ? value.fields.length === 0 : value.every(isEmptyValue);
}

/**
 * The texts of a value that is one text or a list of texts; undefined for anything deeper. An unquoted `[[Name]]`, which
 * YAML takes for a list in a list, is the link that its writer meant.
 */
export function textsOf(value: FieldValue): readonly string[] | undefined {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if ('fields' in value) return undefined;
  const bare = bareLink(value);
  if (bare !== undefined) return [bare];
  const texts = value.map((item) =>
    typeof item === 'string' ? item : (bareLink([item]) ?? bareLinkItem(item)),
  );
  return texts.includes(undefined)
    ? undefined
    : (texts.filter((text) => text !== undefined && text !== '') as string[]);
}

/** The text of a value that is one text, or a list of one. */
export function textOf(value: FieldValue): string | undefined {
  const texts = textsOf(value);
  return texts?.length === 1 ? texts[0] : undefined;
}

function bareLink(value: readonly FieldValue[]): string | undefined {
  const [inner] = value;
  if (value.length !== 1 || inner === undefined || typeof inner === 'string' || 'fields' in inner)
    return undefined;
  // A comma in a name splits it: `[[Cutler, Sir John]]`.
  return inner.every((part) => typeof part === 'string') ? `[[${inner.join(', ')}]]` : undefined;
}

function bareLinkItem(value: FieldValue): string | undefined {
  return typeof value === 'string' || 'fields' in value ? undefined : bareLink(value);
}
