import type { Entry } from '../../shared/models/entry.ts';
import { openingOf } from './openingOf.ts';
import type { TimelineRow } from './timelineRows.ts';

/** Pixels, as the style sheets of an entry and of Markdown make them at the usual width and size of text. */
const LINE = 29.7;
const PARAGRAPH_GAP = 13.5;
const LETTERS_A_LINE = 77;
const AROUND = 68;
const HEADING = 57;
const TITLE = 35;
const READ_ON = 34;
const TAGS = 38;

const known = new WeakMap<Entry, number>();

/**
 * A guess at the height of a row before it is drawn. The nearer it is, the less the list has to move what is above the
 * window when it comes to be measured.
 */
export function estimateRow({ entry, beginsDay }: TimelineRow): number {
  let height = known.get(entry);
  if (height === undefined) {
    height = estimateEntry(entry);
    known.set(entry, height);
  }
  return height + (beginsDay ? HEADING : 0);
}

function estimateEntry({ title, body, tags }: Entry): number {
  const opening = openingOf(body);
  const words = (opening ?? body).replace(/\]\(person:[^)]*\)/gu, '').trim();
  const paragraphs = words.split(/\n\s*\n/u).filter(Boolean);
  const lines = paragraphs
    .flatMap((paragraph) => paragraph.split('\n'))
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 0);
  const text = lines * LINE + Math.max(0, paragraphs.length - 1) * PARAGRAPH_GAP;
  const hasOtherTags = tags.some((tag) => !body.includes(`#${tag}`));
  return AROUND + text + (title ? TITLE : 0) + (opening ? READ_ON : hasOtherTags ? TAGS : 0);
}
