import { contactWay, type PersonDraft } from '../models/person.ts';
import { contactKeys } from './contactKeys.ts';
import { fold } from './fold.ts';

export type Field = keyof PersonDraft;
/** Which of two people a field is taken from; `both` for lists and for longer texts. */
export type Side = 'left' | 'right' | 'both';
export type Choices = Readonly<Partial<Record<Field, Side>>>;

/** In the order in which they are chosen. */
const fields: readonly Field[] = [
  'name',
  'preferredName',
  'pronunciation',
  'pronouns',
  'photoId',
  'nicknames',
  'formerNames',
  'circleId',
  'rhythm',
  'contactWays',
  'dates',
  'met',
  'languages',
  'groups',
  'tags',
  'intention',
  'details',
  'notes',
];

/** What a user writes of a person, out of all that is known of them. */
export function draftOf(person: PersonDraft): PersonDraft {
  return Object.fromEntries(fields.map((field) => [field, person[field]])) as PersonDraft;
}

/** The fields in which two people differ, in order. */
export function fieldsThatDiffer(left: PersonDraft, right: PersonDraft): readonly Field[] {
  return fields.filter((field) => JSON.stringify(left[field]) !== JSON.stringify(right[field]));
}

/** Whether a field can be taken from both, because it is a list, or text that can go on. */
export function canBeBoth(field: Field, left: PersonDraft, right: PersonDraft): boolean {
  if (isEmpty(left[field]) || isEmpty(right[field])) return false;
  return Array.isArray(left[field]) || field === 'notes' || field === 'intention';
}

/** What is chosen to begin with: both where that can be, otherwise the left, otherwise whoever has anything there. */
export function likelyChoices(left: PersonDraft, right: PersonDraft): Choices {
  return Object.fromEntries(
    fieldsThatDiffer(left, right).map((field): [Field, Side] => {
      if (canBeBoth(field, left, right)) return [field, 'both'];
      return [field, isEmpty(left[field]) ? 'right' : 'left'];
    }),
  );
}

/** The person that two become. What is not chosen is taken from the left. */
export function mergeFields(left: PersonDraft, right: PersonDraft, choices: Choices): PersonDraft {
  const differ = fieldsThatDiffer(left, right);
  const chosen = differ.map((field) => [field, takeField(field, choices[field] ?? 'left', left, right)]);
  return { ...left, ...Object.fromEntries(chosen) };
}

function takeField(field: Field, side: Side, left: PersonDraft, right: PersonDraft): unknown {
  switch (side) {
    case 'left':
      return left[field];
    case 'right':
      return right[field];
    case 'both':
      return joinField(field, left, right);
  }
}

/** The same with another name by which they are found, unless they are called so already. */
export function alsoCalled(person: PersonDraft, name: string): PersonDraft {
  const known = [person.name, person.preferredName, ...person.nicknames, ...person.formerNames].map(fold);
  if (name === '' || known.includes(fold(name))) return person;
  return { ...person, nicknames: [...person.nicknames, name] };
}

function joinField(field: Field, left: PersonDraft, right: PersonDraft): unknown {
  const [one, other] = [left[field], right[field]];
  if (typeof one === 'string' && typeof other === 'string') return joinTexts(one, other);
  if (!Array.isArray(one) || !Array.isArray(other)) return one;
  const known = new Set(one.map((item) => meaningOf(field, item)));
  return [...one, ...other.filter((item) => !known.has(meaningOf(field, item)))];
}

/** One after the other; what one of them holds whole is not said twice. */
function joinTexts(one: string, other: string): string {
  if (one.includes(other)) return one;
  if (other.includes(one)) return other;
  return `${one.trimEnd()}\n\n${other.trimStart()}`;
}

/** The same for two items of which one is enough. */
function meaningOf(field: Field, item: unknown): string {
  if (field === 'contactWays') {
    const way = contactWay.safeParse(item).data;
    const [reached] = way ? contactKeys(way) : [];
    if (reached) return `${reached.kind} ${reached.key}`;
  }
  return fold(typeof item === 'string' ? item : JSON.stringify(item));
}

function isEmpty(value: PersonDraft[Field]): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && 'where' in value && isUnknownMeeting(value);
}

function isUnknownMeeting({ on, where, throughId, entryId }: PersonDraft['met']): boolean {
  return on === null && where === '' && throughId === null && entryId === null;
}
