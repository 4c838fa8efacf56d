import type { ImportPreview } from '../../../shared/contract/transfer.ts';
import type { ImportFormat } from '../../../shared/formats/readers.ts';
import type { EntryRecord, PersonRecord, TextPart } from '../../../shared/formats/records.ts';
import type { GrantedPath, JournalContext } from '../context.ts';
import { collectNotices } from './collectNotices.ts';
import { countMentions } from './composeDrafts.ts';
import type { Job } from './jobs.ts';
import { makeKnownEntries } from './knownEntries.ts';
import { matchPeople } from './matchPeople.ts';
import { readRecords } from './readRecords.ts';

const SAMPLE_PEOPLE = 8;
const SAMPLE_ENTRIES = 3;
const OPENING_LENGTH = 160;

/** Reads the whole source and says what importing it would do. Writes nothing. */
export async function previewImport(
  context: JournalContext,
  granted: GrantedPath,
  job: Job,
): Promise<ImportPreview> {
  const notices = collectNotices();
  const known = makeKnownEntries(context);
  const mentions = new Map<string, number>();
  let entries: readonly EntryRecord[] = [];
  let people: readonly PersonRecord[] = [];
  let counts = { newPeople: 0, knownPeople: 0, newEntries: 0, knownEntries: 0, mentions: 0 };
  let span: ImportPreview['span'] = null;

  const meet = (records: readonly PersonRecord[]) => {
    people = records;
    const knownPeople = matchPeople(context, records).filter((match) => match.known).length;
    counts = { ...counts, knownPeople, newPeople: records.length - knownPeople };
  };
  const count = (record: EntryRecord) => {
    span = widen(span, record.day);
    for (const part of record.body) countPerson(part, mentions);
    entries = keepEarliest(entries, record);
    if (known.look(record).known) counts = { ...counts, knownEntries: counts.knownEntries + 1 };
    else {
      counts = {
        ...counts,
        newEntries: counts.newEntries + 1,
        mentions: counts.mentions + countMentions(record.body),
      };
    }
  };
  const use = (_format: ImportFormat) => ({ people: meet, entry: count });
  const format = await readRecords(granted, job, notices, use, job.report);
  return {
    format,
    sourceName: granted.name,
    counts: { ...counts, skippedFiles: notices.skippedCount() },
    span,
    samplePeople: mostNamed(people, mentions),
    sampleEntries: entries.map(({ day, title, body }) => ({ day, title, opening: openingOf(body) })),
    warnings: notices.warnings(),
    skipped: notices.skipped(),
  };
}

function widen(span: ImportPreview['span'], day: string): ImportPreview['span'] {
  if (!span) return { first: day, last: day };
  return { first: day < span.first ? day : span.first, last: day > span.last ? day : span.last };
}

function keepEarliest(entries: readonly EntryRecord[], record: EntryRecord): readonly EntryRecord[] {
  const last = entries.at(-1);
  if (last && entries.length === SAMPLE_ENTRIES && last.day <= record.day) return entries;
  return [...entries, record]
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .slice(0, SAMPLE_ENTRIES);
}

function countPerson(part: TextPart, mentions: Map<string, number>): void {
  if (typeof part !== 'string') mentions.set(part.person, (mentions.get(part.person) ?? 0) + 1);
}

function mostNamed(people: readonly PersonRecord[], mentions: ReadonlyMap<string, number>) {
  return people
    .map(({ key, name }) => ({ name, mentions: mentions.get(key) ?? 0 }))
    .sort((a, b) => b.mentions - a.mentions)
    .slice(0, SAMPLE_PEOPLE);
}

function openingOf(body: readonly TextPart[]): string {
  const text = body
    .map((part) => (typeof part === 'string' ? part : part.kind === 'mention' ? part.text : ''))
    .join('');
  const line = text
    .slice(0, OPENING_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > OPENING_LENGTH ? `${line.slice(0, OPENING_LENGTH).replace(/\s+\S*$/, '')}…` : line;
}
