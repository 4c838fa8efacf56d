import { findCode, type TextRange } from '../markdownCode.ts';
import { hideMarks } from '../marks.ts';
import { findMentions, replaceMentions } from '../mentions.ts';
import type { PromisePerson } from './findPromises.ts';

/** A sentence as the patterns of a language read it; see `PromiseLanguage`. */
export interface PlainLine {
  readonly line: string;
  /** The same with the words that are quoted, in straight quotation marks. */
  readonly quoting: string;
  /** Whom the tokens of the line stand for, by their number. */
  readonly personIds: readonly string[];
}

const OPEN = '\uE000';
const CLOSE = '\uE001';
const QUOTED =
  /“[^”]*(?:”|$)|"[^"]*(?:"|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|(?<![\p{L}\p{N}])‘[^’]*’(?![\p{L}\p{N}])/gu;
const QUOTES = /[“”"«»„]/gu;
/** Stands for quoted words and code: no word, and nothing is read across it. */
const GONE = ' \uFFFC ';

/** How the names of people are told, longest first, so that “Tom Reed” is not taken for some “Tom”. */
export interface KnownNames {
  readonly pattern: RegExp | null;
  readonly idOf: ReadonlyMap<string, string>;
}

/** The names by which these people may be called. A name that two of them share is nobody's. */
export function knowNames(people: readonly PromisePerson[]): KnownNames {
  const idOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const { personId, names } of people) {
    for (const name of new Set(names.flatMap(waysToCall))) {
      const known = idOf.get(name);
      if (known !== undefined && known !== personId) shared.add(name);
      else idOf.set(name, personId);
    }
  }
  for (const name of shared) idOf.delete(name);
  const longestFirst = [...idOf.keys()].sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return { pattern: null, idOf };
  const names = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}@])(?:${names})(?![\\p{L}\\p{N}])`, 'gu'), idOf };
}

/** A full name, and the first word of it. Names begin with a capital here, for words like “will” and “may” do not. */
function waysToCall(name: string): readonly string[] {
  const plain = straighten(name).trim();
  const [first = ''] = plain.split(/\s+/);
  return [plain, first].filter((each) => each.length > 1 && /^\p{Lu}/u.test(each));
}

/** Makes the line of a sentence. */
export function makePlainLine(sentence: string, { pattern, idOf }: KnownNames): PlainLine {
  const personIds: string[] = [];
  const tokenOf = (personId: string) => {
    const known = personIds.indexOf(personId);
    return `${OPEN}${known >= 0 ? known : personIds.push(personId) - 1}${CLOSE}`;
  };
  const own = withoutCode(sentence.replace(/[\uE000\uE001]/g, ' '));
  const mentioned = replaceMentions(own, ({ personId }) => tokenOf(personId));
  const named = (text: string) =>
    pattern
      ? straighten(text).replace(pattern, (name) => tokenOf(idOf.get(name) as string))
      : straighten(text);
  const line = withoutMarks(named(mentioned.replace(QUOTED, GONE)));
  const quoting = QUOTES.test(mentioned) ? withoutMarks(named(mentioned.replace(QUOTES, '"'))) : line;
  return { line, quoting, personIds };
}

/** Apostrophes as the patterns know them. */
function straighten(text: string): string {
  return text.replace(/[’‘ʼ]/g, "'");
}

function withoutCode(sentence: string): string {
  return findCode(sentence).reduceRight(
    (text, { from, to }: TextRange) => text.slice(0, from) + GONE + text.slice(to),
    sentence,
  );
}

/** Takes the marks of Markdown and Kith's own marks out, and makes it one line. */
function withoutMarks(text: string): string {
  return hideMarks(text)
    .replace(/\n[ \t]*(?:>[ \t]*)+/g, ' ')
    .replace(/\[([^[\]\n]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The people whom a sentence mentions or names, in order, each once. */
export function peopleIn({ line, personIds }: PlainLine): readonly string[] {
  const numbers = [...line.matchAll(/\uE000(\d+)\uE001/gu)].map(([, number]) => Number(number));
  return [...new Set(numbers)].flatMap((number) => personIds[number] ?? []);
}

/** All mentions of a text with their places, for whoever asks who was named before. */
export function mentionsBefore(text: string): (at: number) => readonly string[] {
  const mentions = findMentions(text);
  const before: string[] = [];
  let next = 0;
  return (at) => {
    for (let mention = mentions[next]; mention && mention.from < at; mention = mentions[++next]) {
      before.push(mention.personId);
    }
    return before;
  };
}
