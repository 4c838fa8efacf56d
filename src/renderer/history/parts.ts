import type { EntryText } from '../../shared/contract/history.ts';
import type { Entry } from '../../shared/models/entry.ts';
import type { PersonDraft } from '../../shared/models/person.ts';
import { sayMentions } from '../../shared/rules/mentions.ts';
import { sayPartialDate } from '../../shared/rules/partialDates.ts';
import { sayDate } from '../../shared/rules/sayTime.ts';
import { dateNames } from '../person/dateNames.ts';
import { channelNames } from '../ui/channels.ts';

/** A part of an entry or a person as it reads: what it is called, and its text. */
export interface Part {
  readonly label: string;
  readonly text: string;
}

/** A part of a person, and which of their fields it tells. The photo is no text. */
export interface PersonPart extends Part {
  readonly field: Exclude<keyof PersonDraft, 'photoId'>;
}

type ReadableEntry = Omit<EntryText, 'id' | 'entryId' | 'writtenAt'>;

/** An entry part by part, its words first. */
export function partsOfEntry(entry: ReadableEntry): readonly Part[] {
  return [
    { label: 'Words', text: sayMentions(entry.body) },
    { label: 'Title', text: entry.title },
    { label: 'Day', text: sayDate(entry.day) },
    { label: 'Time', text: entry.time ?? '' },
    { label: 'How', text: channelNames[entry.channel] },
    { label: 'People', text: entry.people.join(', ') },
    { label: 'Tags', text: entry.tags.map((tag) => `#${tag}`).join(' ') },
  ];
}

/** The entry as it is now, in the shape of an earlier version. */
export function asText(entry: Entry): ReadableEntry {
  return { ...entry, people: entry.people.map(({ name }) => name) };
}

/** What is known of somebody, part by part. */
export function partsOfPerson(
  person: PersonDraft,
  { circleName, personName }: Readonly<Record<'circleName' | 'personName', (id: string) => string>>,
): readonly PersonPart[] {
  const { rhythm, met } = person;
  const lines = (list: readonly (readonly string[])[]) =>
    list.map((words) => words.filter(Boolean).join(' ')).join('\n');
  return [
    { field: 'name', label: 'Name', text: person.name },
    { field: 'preferredName', label: 'What you call them', text: person.preferredName },
    { field: 'pronunciation', label: 'How the name is said', text: person.pronunciation },
    { field: 'pronouns', label: 'Pronouns', text: person.pronouns },
    { field: 'nicknames', label: 'Other names', text: person.nicknames.join(', ') },
    { field: 'formerNames', label: 'Former names', text: person.formerNames.join(', ') },
    { field: 'circleId', label: 'Circle', text: person.circleId === null ? '' : circleName(person.circleId) },
    {
      field: 'rhythm',
      label: 'Own rhythm',
      text: rhythm ? `${rhythm.floorDays} to ${rhythm.ceilingDays} days` : '',
    },
    {
      field: 'contactWays',
      label: 'Ways to reach them',
      text: lines(person.contactWays.map(({ label, value }) => [label, value])),
    },
    {
      field: 'dates',
      label: 'Dates',
      text: lines(
        person.dates.map(({ kind, label, date }) => [dateNames[kind], label, sayPartialDate(date)]),
      ),
    },
    {
      field: 'met',
      label: 'How you met',
      text: lines([
        [met.on === null ? '' : sayPartialDate(met.on)],
        [met.where],
        [met.throughId === null ? '' : `through ${personName(met.throughId)}`],
      ]).trim(),
    },
    { field: 'languages', label: 'Languages', text: person.languages.join(', ') },
    { field: 'groups', label: 'Groups', text: person.groups.join(', ') },
    { field: 'tags', label: 'Tags', text: person.tags.map((tag) => `#${tag}`).join(' ') },
    { field: 'intention', label: 'Why they are in your life', text: person.intention },
    {
      field: 'details',
      label: 'Details',
      text: lines(person.details.map(({ label, value }) => [`${label}:`, value])),
    },
    { field: 'notes', label: 'Notes', text: person.notes },
  ];
}
