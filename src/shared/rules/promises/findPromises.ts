import type { PromiseDraft } from '../../models/promise.ts';
import type { TextRange } from '../markdownCode.ts';
import { findSentences } from '../sentences.ts';
import type { PromiseLanguage, PromisePattern } from './language.ts';
import { promiseLanguages } from './languages.ts';
import {
  type KnownNames,
  knowNames,
  makePlainLine,
  mentionsBefore,
  type PlainLine,
  peopleIn,
} from './plainLine.ts';

/** Somebody of an entry, and all that they may be called. */
export interface PromisePerson {
  readonly personId: string;
  readonly names: readonly string[];
  readonly role: 'with' | 'mentioned';
}

/** The entry whose words are read. */
export interface PromiseSource {
  readonly day: string;
  readonly people: readonly PromisePerson[];
}

/** A promise that the words of an entry seem to make. The range is that of its sentence. */
export interface FoundPromise extends TextRange {
  /** Word for word, as it stands in the text. */
  readonly sentence: string;
  readonly madeBy: PromiseDraft['madeBy'];
  /** By whom, or to whom, as far as the words and the entry say. */
  readonly personIds: readonly string[];
  /** A day, from the entry's on. */
  readonly due: string | null;
}

/** Longer ones are no sentences but lists, tables, or text that was pasted. In UTF-16 units; a promise may hold 2,000. */
const LONGEST_SENTENCE = 1_000;
/** What is longer was pasted. In UTF-16 units. */
const READ_AT_MOST = 300_000;
/** More promises than this nobody makes in one entry; looking for dates in each would take too long. */
const MOST_PROMISES = 50;

/**
 * Finds the sentences of a Markdown `body` in which the writer, or somebody else, seems to promise something, in their
 * order, at most one for each side and sentence. Questions, conditions, doubts and quoted words promise nothing. Reads
 * at most 300,000 characters and gives at most 50; takes time in proportion to the text.
 */
export function findPromises(body: string, source: PromiseSource): readonly FoundPromise[] {
  const text = body.slice(0, READ_AT_MOST);
  const found: FoundPromise[] = [];
  const names = knowNames(source.people);
  const namedBefore = mentionsBefore(text);
  const isQuoted = quotedLines(text);
  for (const { from, to } of findSentences(text)) {
    if (to - from > LONGEST_SENTENCE || isQuoted(from)) continue;
    const sentence = text.slice(from, to);
    for (const read of readSentence(sentence, names, source, () => namedBefore(from))) {
      found.push({ from, to, sentence, ...read });
      if (found.length === MOST_PROMISES) return found;
    }
  }
  return found;
}

/**
 * Whom a sentence that is marked as a promise is about, and by when it is due. The mark says whose it is, so the words
 * may be any: those whom they name are meant, else everybody who took part.
 */
export function readMarkedSentence(
  sentence: string,
  source: PromiseSource,
): Pick<FoundPromise, 'personIds' | 'due'> {
  const plain = makePlainLine(sentence, knowNames(source.people));
  const named = peopleIn(plain);
  const taking = source.people.filter(({ role }) => role === 'with').map(({ personId }) => personId);
  const dues = promiseLanguages.map((language) => language.findDue(plain.line, 0, source.day, false));
  return {
    personIds: named.length > 0 ? named : taking,
    due: dues.find((due) => due !== null) ?? null,
  };
}

type ReadPromise = Pick<FoundPromise, 'madeBy' | 'personIds' | 'due'>;

/** A pattern that holds for a line, and where. */
interface Held {
  readonly language: PromiseLanguage;
  readonly pattern: PromisePattern;
  readonly who: string | undefined;
  /** What the pattern matched, and what comes after. */
  readonly said: string;
  readonly rest: string;
  readonly due: string | null;
}

function readSentence(
  sentence: string,
  names: KnownNames,
  source: PromiseSource,
  namedBefore: () => readonly string[],
): readonly ReadPromise[] {
  return promiseLanguages.flatMap((language) => {
    if (!language.hint.test(sentence.replace(/’/g, "'"))) return [];
    const plain = makePlainLine(sentence, names);
    return (['me', 'them'] as const).flatMap((madeBy): readonly ReadPromise[] => {
      const held =
        findPattern(language, madeBy, plain, false, source.day) ??
        findPattern(language, madeBy, plain, true, source.day);
      if (!held) return [];
      const personIds = findPeople(held, plain, source, namedBefore);
      const isToSomebody = personIds.length > 0 || held.pattern.toNobody || language.somebody.test(held.rest);
      if (madeBy === 'me' && !isToSomebody && !language.stranger.test(held.said + held.rest)) return [];
      return [{ madeBy, personIds, due: held.due }];
    });
  });
}

function findPattern(
  language: PromiseLanguage,
  madeBy: PromisePattern['madeBy'],
  plain: PlainLine,
  inQuotes: boolean,
  day: string,
): Held | null {
  if (inQuotes && plain.quoting === plain.line) return null;
  const line = inQuotes ? plain.quoting : plain.line;
  if (language.never.some((never) => never.test(line))) return null;
  for (const pattern of language.patterns) {
    if (pattern.madeBy !== madeBy || (pattern.inQuotes ?? false) !== inQuotes) continue;
    const held = tryPattern(language, pattern, line, day);
    if (held) return held;
  }
  return null;
}

function tryPattern(
  language: PromiseLanguage,
  pattern: PromisePattern,
  line: string,
  day: string,
): Held | null {
  const match = pattern.words.exec(line);
  if (!match) return null;
  const at = match.index + match[0].length;
  const rest = line.slice(at);
  if (pattern.followedBy && !pattern.followedBy.test(rest)) return null;
  if (pattern.notFollowedBy?.test(rest)) return null;
  if (pattern.notPrecededBy?.test(line.slice(0, match.index))) return null;
  const due = language.findDue(line, at, day, pattern.isTold ?? false);
  if (pattern.needsDue && due === null) return null;
  return { language, pattern, who: match.groups?.['who'], said: match[0], rest, due };
}

/** By whom or to whom: the named, or those for whom a pronoun stands, or the people whom the entry is with. */
function findPeople(
  { language, pattern: { inQuotes }, who, said, rest }: Held,
  plain: PlainLine,
  source: PromiseSource,
  namedBefore: () => readonly string[],
): readonly string[] {
  if (who !== undefined) {
    const named = peopleIn({ ...plain, line: who });
    if (named.length > 0) return named;
    return language.somebody.test(who) && !/\s/.test(who)
      ? meant(language.several.test(who), source, namedBefore)
      : [];
  }
  const named = peopleIn({ ...plain, line: inQuotes ? plain.quoting : plain.line });
  if (named.length > 0) return named;
  const isPronoun = language.somebody.test(rest);
  // “I'll call Bob”, of whom the entry does not know.
  if (!isPronoun && language.stranger.test(said + rest)) return [];
  return meant(language.several.test(rest), source, namedBefore, isPronoun);
}

/** For whom a pronoun stands: who took part, and among several, or if nobody did, who was mentioned last. */
function meant(
  isSeveral: boolean,
  { people }: PromiseSource,
  namedBefore: () => readonly string[],
  isPronoun = true,
): readonly string[] {
  const taking = people.filter(({ role }) => role === 'with').map(({ personId }) => personId);
  if (taking.length === 1 || (isSeveral && taking.length > 0) || !isPronoun) return taking;
  const last = namedBefore().findLast((personId) => taking.length === 0 || taking.includes(personId));
  return last === undefined ? taking : [last];
}

/** Answers, for rising offsets, whether they lie in a line that is a quotation. */
function quotedLines(text: string): (at: number) => boolean {
  let [from, to] = [0, -1];
  return (at) => {
    while (to < at && to < text.length) {
      from = to + 1;
      const end = text.indexOf('\n', from);
      to = end < 0 ? text.length : end;
    }
    return /^[ \t]*(?:[-*+][ \t]+)?>/.test(text.slice(from, Math.min(to, from + 80)));
  };
}
