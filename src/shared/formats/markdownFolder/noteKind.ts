import { findBadDate, findCreatedDay, findDay, findNameDay } from './entryDay.ts';
import { type FieldReader, readFields, textOf, textsOf } from './fieldValues.ts';
import type { Field } from './frontMatter.ts';
import { kithId } from './kithFields.ts';
import { looksDated, noteName } from './noteDate.ts';

/** What a note is: about a person, a piece of a journal, or neither, with the reason in words for the user. */
export type NoteKind =
  | { readonly is: 'person' }
  | { readonly is: 'entry' }
  | { readonly is: 'skipped'; readonly reason: string };

const PERSON_WORDS = ['person', 'people', 'contact', 'contacts'];
const PEOPLE_FOLDERS = ['people', 'persons', 'contacts'];
const TEMPLATE_FOLDERS = ['templates', '_templates', 'template'];
const NAMES_ABOUT_FOLDERS = ['index', '_index', 'readme'];

/** Decides from a note's place and front matter what it is. */
export function noteKind(path: string, fields: readonly Field[]): NoteKind {
  const front = readFields(fields);
  if (kithId(front) && typeOf(front) === 'entry') return { is: 'entry' };
  const folders = path.toLowerCase().split('/').slice(0, -1);
  if (folders.some((folder) => TEMPLATE_FOLDERS.includes(folder))) {
    return { is: 'skipped', reason: 'It lies in a folder of templates.' };
  }
  if (isPersonTag(typeOf(front)) || tagsOf(front.find('tags', 'tag')).some(isPersonTag))
    return { is: 'person' };
  if (folders.some((folder) => PEOPLE_FOLDERS.includes(folder))) {
    // In a folder of people, `date:` is mostly when the note was made.
    if (findNameDay(path)) return { is: 'entry' };
    if (!isAboutFolder(noteName(path).toLowerCase(), folders.at(-1))) return { is: 'person' };
  }
  if (findDay(path, front) ?? findCreatedDay(front)) return { is: 'entry' };
  const reason =
    findBadDate(front) || looksDated(noteName(path))
      ? 'Its date is no day of the calendar.'
      : 'It has no date, and it is not about a person.';
  return { is: 'skipped', reason };
}

/** Whether a tag marks a note as a person's. */
export function isPersonTag(tag: string): boolean {
  return PERSON_WORDS.includes(tag.toLowerCase());
}

/** The tags in a field, without `#`: a list, or one text with commas or spaces. */
export function tagsOf(field: Field | undefined): readonly string[] {
  if (!field) return [];
  const texts = textsOf(field.value) ?? [];
  const split = typeof field.value === 'string' ? texts.flatMap((text) => text.split(/[\s,]+/)) : texts;
  return split.map((tag) => tag.trim().replace(/^#/, '')).filter((tag) => tag !== '');
}

function typeOf(front: FieldReader): string {
  return (textOf(front.find('type')?.value ?? '') ?? '').replace(/^\[\[|\]\]$/g, '');
}

function isAboutFolder(name: string, folder: string | undefined): boolean {
  return name === folder || NAMES_ABOUT_FOLDERS.includes(name);
}
