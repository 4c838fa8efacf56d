import { decodeText } from '../decodeText.ts';
import type { Reader } from '../reader.ts';
import type { ImportRecord, SkippedRecord } from '../records.ts';
import { readBytes, type Source, type SourceFile, UnreadableFile } from '../source.ts';
import { findBadDate } from './entryDay.ts';
import { readFields } from './fieldValues.ts';
import { type Note, splitNote } from './frontMatter.ts';
import { kithId } from './kithFields.ts';
import { buildLinkTargets, type NoteCard } from './linkTargets.ts';
import { type NoteKind, noteKind } from './noteKind.ts';
import type { LinkRules } from './noteLinks.ts';
import { sortByPath } from './notePaths.ts';
import { readEntry } from './readEntry.ts';
import { namesOf, readPerson } from './readPerson.ts';

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

interface Card extends NoteCard {
  readonly file: SourceFile;
  readonly kind: NoteKind;
  readonly id: string | null;
}

/**
 * Reads every note twice: first for whom the notes are about, since a link can only be read when every person is
 * known, and then for what they say. Entries come by the names of their files, numbers in them by size.
 */
async function* readMarkdownFolder(source: Source): AsyncIterable<ImportRecord> {
  yield* source.left.map(({ path, reason }): SkippedRecord => ({ kind: 'skipped', where: path, reason }));
  for (const file of source.files) {
    if (!isNote(file)) yield { kind: 'skipped', where: file.path, reason: 'It is not a Markdown note.' };
  }
  const notes = sortByPath(source.files.filter(isNote));
  const total = notes.length * 2;
  let done = 0;
  const cards: Card[] = [];
  for (const file of notes) {
    const opened = await openNote(file);
    if ('kind' in opened) yield opened;
    else cards.push(cardOf(file, opened.note));
    done += 1;
    yield { kind: 'progress', done, total };
  }
  const targets = buildLinkTargets(cards);
  const keyOfId = new Map(cards.flatMap((card) => (card.id && card.isPerson ? [[card.id, card.path]] : [])));
  const rules = { targets, personOfId: (id: string) => keyOfId.get(id) };
  const people = cards.filter((card) => card.isPerson);
  const others = cards.filter((card) => !card.isPerson);
  for (const card of [...people, ...others]) {
    yield* readNote(card, rules);
    done += 1;
    yield { kind: 'progress', done, total };
  }
  yield* sayAmbiguous(targets.ambiguous());
}

async function* readNote(card: Card, rules: Omit<LinkRules, 'plainLinks'>): AsyncIterable<ImportRecord> {
  const { file, kind } = card;
  if (kind.is === 'skipped') {
    yield { kind: 'skipped', where: file.path, reason: kind.reason };
    return;
  }
  const opened = await openNote(file);
  if ('kind' in opened) {
    yield opened;
    return;
  }
  const { note, text, warning } = opened;
  if (warning) yield { kind: 'warning', where: file.path, message: warning };
  if (note.broken) {
    const message = 'Its front matter is not valid YAML. It was kept as text.';
    yield { kind: 'warning', where: file.path, message };
  }
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

function cardOf(file: SourceFile, note: Note): Card {
  const kind = noteKind(file.path, note.fields);
  const isPerson = kind.is === 'person';
  return {
    file,
    path: file.path,
    kind,
    isPerson,
    aliases: isPerson ? namesOf(file.path, note) : [],
    id: kithId(readFields(note.fields)),
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

function isNote(file: SourceFile): boolean {
  return /\.(md|markdown)$/i.test(file.path);
}
