import { decodeText } from '../decodeText.ts';
import { readAhead } from '../readAhead.ts';
import type { Reader } from '../reader.ts';
import type { ImportRecord, SkippedRecord } from '../records.ts';
import { readBytes, type Source, type SourceFile, UnreadableFile } from '../source.ts';
import { findBadDate } from './entryDay.ts';
import { readFields } from './fieldValues.ts';
import { findPhotos, isPicture } from './findPhotos.ts';
import { type Note, splitNote } from './frontMatter.ts';
import { kithId } from './kithFields.ts';
import { buildLinkTargets, type NoteCard } from './linkTargets.ts';
import { type NoteKind, noteKind } from './noteKind.ts';
import { sortByPath } from './notePaths.ts';
import { readEntry } from './readEntry.ts';
import { namesOf, type PersonRules, readPerson } from './readPerson.ts';

/** More than an entry of two million characters takes, with the longest front matter that an export writes. */
const MOST_NOTE_BYTES = 32 * 1024 * 1024;

/**
 * A folder of Markdown notes, as Obsidian, Logseq and Kith itself keep them: notes about people, dated notes, and
 * links between them.
 */
export const markdownFolder: Reader<'markdownFolder'> = {
  format: 'markdownFolder',
  recognise: (source) => source.files.some(isNote),
  read: readMarkdownFolder,
};

/** Notes on their way from the disk at a time. */
const AHEAD = 8;
/** Text that is kept from the first reading for the second, in UTF-16 units. Of larger folders the rest is read twice. */
const MOST_KEPT = 32 * 1024 * 1024;

interface Card extends NoteCard {
  readonly file: SourceFile;
  readonly kind: NoteKind;
  readonly id: string | null;
  /** The note as it was opened first, if it was kept. */
  readonly opened: OpenedNote | undefined;
}

/**
 * Goes over the notes twice: first for whom they are about, since a link can only be read when every person is known,
 * and then for what they say. Entries come by the names of their files, numbers in them by size.
 */
async function* readMarkdownFolder(source: Source): AsyncIterable<ImportRecord> {
  yield* source.left.map(({ path, reason }): SkippedRecord => ({ kind: 'skipped', where: path, reason }));
  const photos = findPhotos(source.files.filter(isPicture));
  const isOther = (file: SourceFile) => !isNote(file) && !isPicture(file);
  yield* source.files.filter(isOther).map(sayNoNote);
  const notes = sortByPath(source.files.filter(isNote));
  const total = notes.length * 2;
  const cards: Card[] = [];
  let done = 0;
  let kept = 0;
  for await (const [file, opened] of readAhead(notes, AHEAD, openNote)) {
    done += 1;
    if ('kind' in opened) yield opened;
    else {
      kept += opened.text.length;
      cards.push(makeCard(file, opened, kept <= MOST_KEPT));
    }
    yield { kind: 'progress', done, total };
  }
  // What could not be opened once is not tried again.
  done = total - cards.length;
  const targets = buildLinkTargets(cards);
  const keyOfId = new Map(cards.flatMap((card) => (card.id && card.isPerson ? [[card.id, card.path]] : [])));
  const rules = { targets, personOfId: (id: string) => keyOfId.get(id), photos };
  const peopleFirst = [...cards.filter((card) => card.isPerson), ...cards.filter((card) => !card.isPerson)];
  const reopen = async (card: Card) => card.opened ?? (await openNote(card.file));
  for await (const [card, opened] of readAhead(peopleFirst, AHEAD, reopen)) {
    yield* readNote(card, opened, rules);
    done += 1;
    yield { kind: 'progress', done, total };
  }
  yield* photos.unused().map(sayNoNote);
  yield* sayAmbiguous(targets.ambiguous());
}

function* readNote(
  { file, kind }: Card,
  opened: OpenedNote | SkippedRecord,
  rules: PersonRules,
): Iterable<ImportRecord> {
  if (kind.is === 'skipped') {
    yield { kind: 'skipped', where: file.path, reason: kind.reason };
    return;
  }
  if ('kind' in opened) {
    yield opened;
    return;
  }
  yield* sayWarnings(file.path, opened);
  const { note, text } = opened;
  if (kind.is === 'person') {
    yield readPerson(file.path, note, rules);
    return;
  }
  const entry = readEntry(file.path, text, note, rules);
  if (!entry) return;
  if (findBadDate(readFields(note.fields))) {
    const message = `Its date is no day of the calendar. It was put on ${entry.day}, as its name or its creation says.`;
    yield { kind: 'warning', where: file.path, message };
  }
  yield entry;
}

function* sayWarnings(where: string, { note, warning }: OpenedNote): Iterable<ImportRecord> {
  if (warning) yield { kind: 'warning', where, message: warning };
  if (note.broken) {
    const message = 'Its front matter is not valid YAML. It was kept as text.';
    yield { kind: 'warning', where, message };
  }
}

interface OpenedNote {
  readonly note: Note;
  readonly text: string;
  readonly warning: string | null;
}

async function openNote(file: SourceFile): Promise<OpenedNote | SkippedRecord> {
  try {
    const { text, warning } = decodeText(await readBytes(file, MOST_NOTE_BYTES));
    return { note: splitNote(text), text, warning };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { kind: 'skipped', where: file.path, reason: error.message };
  }
}

function makeCard(file: SourceFile, opened: OpenedNote, keep: boolean): Card {
  const { note } = opened;
  const kind = noteKind(file.path, note.fields);
  const isPerson = kind.is === 'person';
  return {
    file,
    path: file.path,
    kind,
    isPerson,
    aliases: isPerson ? namesOf(file.path, note) : [],
    id: kithId(readFields(note.fields)),
    opened: keep ? opened : undefined,
  };
}

function* sayAmbiguous(
  names: readonly { readonly name: string; readonly path: string }[],
): Iterable<ImportRecord> {
  for (const { name, path } of names) {
    const message = `Several notes have the name “${name}”. Links with it were taken to mean this one.`;
    yield { kind: 'warning', where: path, message };
  }
}

function sayNoNote({ path }: SourceFile): SkippedRecord {
  return { kind: 'skipped', where: path, reason: 'It is not a Markdown note.' };
}

function isNote(file: SourceFile): boolean {
  return /\.(md|markdown)$/i.test(file.path);
}
