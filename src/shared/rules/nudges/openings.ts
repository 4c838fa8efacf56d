import { callName, type PersonName } from '../../models/person.ts';
import { sayNames } from './known.ts';
import { type OpeningKind, openingTemplates } from './openingTemplates.ts';

/** What kind of opening a nudge asks for. */
export type OpeningFor = OpeningKind;

/** A few words of a fact that fit into a sentence, and where among the nudge's evidence that fact is. */
export interface FactWords {
  readonly text: string;
  readonly evidenceIndex: number;
}

export interface OpeningQuestion {
  /** Which nudge it is for. */
  readonly key: string;
  /** None where it is better to write nothing. */
  readonly kind: OpeningKind | null;
  readonly people: readonly PersonName[];
  readonly fact: FactWords | null;
}

export interface Opening {
  readonly text: string;
  /** Which of the nudge's evidence it rests on. */
  readonly cites: number[];
}

/**
 * Chooses an opening for each question, in their order. No line is given twice: where all of a kind are given away, the
 * rest get none (null), which is better than to write to two people in the same words. Which line it is depends on the
 * day and the nudge, so that it stays all day and changes from day to day.
 */
export function chooseOpenings(
  questions: readonly OpeningQuestion[],
  today: string,
): readonly (Opening | null)[] {
  const given = new Set<string>();
  return questions.map((question) => {
    if (question.kind === null) return null;
    const templates: readonly string[] = openingTemplates[question.kind];
    const start = hash(`${today} ${question.key}`);
    const turned = templates.map((_, i) => templates[(start + i) % templates.length] as string);
    const free = turned.filter(
      (line) => !given.has(line) && (question.fact !== null || !line.includes('{fact}')),
    );
    // A line that speaks of what somebody told is worth more than one that anybody could write.
    const line = free.find((one) => one.includes('{fact}')) ?? free[0];
    if (line === undefined) return null;
    given.add(line);
    return fill(line, question);
  });
}

function fill(line: string, { people, fact }: OpeningQuestion): Opening {
  const name = people.length === 1 && people[0] ? callName(people[0]) : sayNames(people);
  const usesFact = line.includes('{fact}') && fact !== null;
  // In one pass, so that a name or a fact with braces in it stays what it is.
  const text = line.replace(/\{(name|fact)\}/g, (_, slot: string) =>
    slot === 'name' ? name : (fact?.text ?? ''),
  );
  return { text, cites: usesFact ? [fact.evidenceIndex] : [0] };
}

/** FNV-1a, 32 bits: the same number for the same text on every machine. Not for secrets. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
