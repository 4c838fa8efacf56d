import { isDay } from '../../models/day.ts';
import { lastPart } from './wikiLinks.ts';

export interface NoteDate {
  readonly day: string;
  /** `HH:MM`, or null. */
  readonly time: string | null;
  /** What follows the date in a file name. */
  readonly rest: string;
  /** Whether day and time say all that was written; seconds and time zones have no place in an entry. */
  readonly whole: boolean;
}

/** `2024-05-01`, `2024_05_01` (Logseq), `2024.05.01`, `20240501`, then anything that does not go on with a digit. */
const NAME = /^(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)(.*)$/s;
/** A zettel: `202405011430`, with or without seconds. */
const ZETTEL = /^(\d{4})(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?(?!\d)(.*)$/s;
/** ISO 8601 and what people write for it: `2024-05-01`, `2024-05-01T14:30:00+02:00`, `2024-05-01 14:30`. */
const MOMENT =
  /^(\d{4}[-/.]\d{2}[-/.]\d{2})(?:(?:T|\s+)([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The name of a note: its file's, without folders and `.md`. */
export function noteName(path: string): string {
  return lastPart(path).replace(/\.(md|markdown)$/i, '');
}

/** The day that the name of a file begins with, or undefined. Nothing is read from days that no calendar has. */
export function dateOfName(name: string): NoteDate | undefined {
  const zettel = ZETTEL.exec(name);
  if (zettel) {
    const [, year, month, date, hour, minute, rest] = zettel;
    return dated(`${year}-${month}-${date}`, `${hour}:${minute}`, rest ?? '', true);
  }
  const [, year, , month, date, rest] = NAME.exec(name) ?? [];
  return year ? dated(`${year}-${month}-${date}`, null, rest ?? '', true) : undefined;
}

/** Whether a name begins as a date does, be it a day of the calendar or not. */
export function looksDated(name: string): boolean {
  return NAME.test(name);
}

/** The day, and time if there is one, that a field of front matter says, or undefined. A day may be a link to its note. */
export function dateOfText(text: string): NoteDate | undefined {
  const bare = text.trim().replace(/^\[\[([^|\]]*)(?:\|[^\]]*)?\]\]$/, '$1');
  const [, day, hour, minute, seconds, zone] = MOMENT.exec(bare) ?? [];
  if (!day) return undefined;
  // A time in UTC is not the time on the wall where it happened.
  const time = hour && minute && !/^z$/i.test(zone ?? '') ? `${hour.padStart(2, '0')}:${minute}` : null;
  const whole = !zone && !/[1-9]/.test(seconds ?? '');
  return dated(day.replace(/[/.]/g, '-'), time, '', whole);
}

function dated(day: string, time: string | null, rest: string, whole: boolean): NoteDate | undefined {
  return isDay(day) ? { day, time, rest: rest.replace(/^[\s\-–—_.,:]+/, '').trim(), whole } : undefined;
}
