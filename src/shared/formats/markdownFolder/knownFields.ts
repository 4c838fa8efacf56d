import { id as idSchema } from '../../models/ids.ts';
import { isPartialDate } from '../../models/partialDate.ts';
import { type Detail, type PersonDate, personDate, personDraft } from '../../models/person.ts';
import { tag as tagSchema } from '../../models/tag.ts';
import type { PersonRecord } from '../records.ts';
import { type FieldReader, textOf, textsOf } from './fieldValues.ts';
import type { FieldMap, FieldValue } from './frontMatter.ts';
import type { LinkTargets } from './linkTargets.ts';
import { isPersonTag, tagsOf } from './noteKind.ts';
import { wholeWikiLink } from './wikiLinks.ts';

type Known = Pick<
  PersonRecord,
  | 'pronunciation'
  | 'pronouns'
  | 'formerNames'
  | 'languages'
  | 'groups'
  | 'dates'
  | 'rhythm'
  | 'met'
  | 'intention'
>;

/** Takes what a person's note says under the names that an export of Kith uses, as far as it fits there. */
export function takeKnown(front: FieldReader, targets: LinkTargets): Known {
  const { shape } = personDraft;
  return {
    pronunciation: takeLine(front, shape.pronunciation.safeParse, 'pronunciation'),
    pronouns: takeLine(front, shape.pronouns.safeParse, 'pronouns'),
    formerNames: takeLines(front, shape.formerNames.safeParse, 'formernames'),
    languages: takeLines(front, shape.languages.safeParse, 'languages'),
    groups: takeLines(front, shape.groups.safeParse, 'groups'),
    dates: takeDates(front),
    rhythm: takeRhythm(front),
    met: {
      on: takeDate(front, 'meton'),
      where: takeLine(front, shape.met.shape.where.safeParse, 'metwhere'),
      through: takeIntroducer(front, targets),
      entryId: takeId(front, 'metentry'),
    },
    intention: takeLine(front, shape.intention.safeParse, 'intention'),
  };
}

type SafeParse<T> = (value: unknown) => { readonly success: boolean; readonly data?: T };

/** The text of the first of these fields that has one which `parse` lets through; empty if there is none. */
export function takeLine(front: FieldReader, parse: SafeParse<string>, ...names: string[]): string {
  const field = front.find(...names);
  const text = field && textOf(field.value);
  if (!field || text === undefined) return '';
  const parsed = parse(text);
  if (!parsed.success || !parsed.data) return '';
  front.understand(field);
  return parsed.data;
}

function takeLines(front: FieldReader, parse: SafeParse<string[]>, name: string): string[] {
  const field = front.find(name);
  const parsed = field && parse(textsOf(field.value));
  if (!field || !parsed?.success || !parsed.data) return [];
  front.understand(field);
  return parsed.data;
}

/** The maps of a list, each as `parse` understands it; undefined if it is no such list. */
export function parseMaps<T>(
  value: FieldValue,
  parse: (value: unknown) => { readonly success: boolean; readonly data?: T | undefined },
): readonly T[] | undefined {
  if (typeof value === 'string' || 'fields' in value) return undefined;
  const parsed = value.map((item) => parse(mapOf(item)));
  return parsed.every(({ success }) => success) ? parsed.flatMap(({ data }) => data ?? []) : undefined;
}

function mapOf(value: FieldValue): unknown {
  if (typeof value === 'string' || !('fields' in value)) return undefined;
  return Object.fromEntries((value as FieldMap).fields.map((field) => [field.key, field.value]));
}

/** Those of an export, and the birthday that many people note. */
function takeDates(front: FieldReader): PersonDate[] {
  const dates: PersonDate[] = [];
  const ours = front.find('dates');
  const listed = ours && parseMaps(ours.value, personDate.safeParse);
  if (ours && listed) {
    front.understand(ours);
    dates.push(...listed);
  }
  const birthday = takeDate(front, 'birthday');
  if (birthday) dates.push({ kind: 'birthday', label: '', date: birthday });
  return dates;
}

function takeDate(front: FieldReader, name: string): string | null {
  const field = front.find(name);
  const text = field && textOf(field.value)?.trim();
  if (!field || !text || !isPartialDate(text)) return null;
  front.understand(field);
  return text;
}

function takeId(front: FieldReader, name: string): string | null {
  const field = front.find(name);
  const parsed = idSchema.safeParse(field && textOf(field.value));
  if (!field || !parsed.success) return null;
  front.understand(field);
  return parsed.data;
}

/** As {@link sayRhythm} writes it. */
function takeRhythm(front: FieldReader): PersonRecord['rhythm'] {
  const field = front.find('rhythm');
  const [, floor, ceiling] = /^(\d{1,5}) to (\d{1,5}) days$/.exec((field && textOf(field.value)) ?? '') ?? [];
  const parsed = personDraft.shape.rhythm.safeParse({
    floorDays: Number(floor),
    ceilingDays: Number(ceiling),
  });
  if (!field || !parsed.success || !parsed.data) return null;
  front.understand(field);
  return parsed.data;
}

/** A rhythm of their own as a note has it: “14 to 60 days”. */
export function sayRhythm(rhythm: PersonRecord['rhythm']): string {
  return rhythm ? `${rhythm.floorDays} to ${rhythm.ceilingDays} days` : '';
}

function takeIntroducer(front: FieldReader, targets: LinkTargets): string | null {
  const field = front.find('metthrough');
  const text = field && textOf(field.value)?.trim();
  const link = text ? wholeWikiLink(text) : undefined;
  const person = link && targets.person(link.target);
  if (!field || !person) return null;
  front.understand(field);
  return person;
}

/**
 * Takes the tags of a person's note. Those that only say that it is one are no tags of theirs, unless an export says so
 * (`ours`); what is no tag to Kith becomes a detail.
 */
export function takePersonTags(
  front: FieldReader,
  ours: boolean,
): { readonly tags: string[]; readonly details: readonly Detail[] } {
  const type = front.find('type');
  if (type && isPersonTag((textOf(type.value) ?? '').replace(/^\[\[|\]\]$/g, ''))) front.understand(type);
  const field = front.find('tags', 'tag');
  if (field) front.understand(field);
  const own = ours ? takeLines(front, personDraft.shape.tags.safeParse, 'persontags') : [];
  if (own.length > 0) return { tags: own, details: [] };
  const found = tagsOf(field).filter((tag) => !isPersonTag(tag));
  const isTag = (tag: string) => tagSchema.safeParse(tag).success;
  return {
    tags: found.filter(isTag).slice(0, 100),
    details: [...found.filter((tag) => !isTag(tag)), ...found.filter(isTag).slice(100)].map((value) => ({
      label: field?.key ?? 'tags',
      value,
    })),
  };
}
