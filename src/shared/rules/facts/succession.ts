import type { Fact } from '../../models/fact.ts';
import { fold } from '../fold.ts';
import { findLabel, labelKey } from './factLabels.ts';

/** As much of a fact as it takes to say which comes after which. */
export type FactInLine = Pick<
  Fact,
  'id' | 'facet' | 'label' | 'date' | 'learnedOn' | 'retiredOn' | 'retiredBy' | 'createdAt'
>;

/** From when on a fact is true no more, and which took its place; both null where it is true again. */
export interface Retirement {
  readonly id: string;
  readonly retiredOn: string | null;
  readonly retiredBy: string | null;
}

/**
 * What becomes of the others, and of `fact` itself, when it joins the facts of the same person. Under a label that
 * holds for one at a time, what was learned last is true, or, of two with dates, what began last; the one before it ends
 * where it begins. One that comes too late for that takes its place among what was. Under any other label nothing
 * changes.
 * @param others all other facts of the person, retired ones too
 */
export function joinLine(fact: FactInLine, others: readonly FactInLine[]): readonly Retirement[] {
  // What the user ended takes nobody's place.
  if (fact.retiredOn !== null) return [];
  const line = others.filter((other) => isSameLine(other, fact));
  const present = line.filter(({ retiredOn }) => retiredOn === null);
  const later = present.find((other) => !isNewer(fact, other));
  if (later) return joinHistory(fact, line, later);
  return present.map((other) => ({ id: other.id, retiredOn: endOf(other, fact), retiredBy: fact.id }));
}

/**
 * It ends where the next one begins, and whichever went on until that ends where it begins. The next one is looked for
 * back from what is true, from each to those whose place it took, so that nothing ever goes round in a circle.
 */
function joinHistory(
  fact: FactInLine,
  line: readonly FactInLine[],
  present: FactInLine,
): readonly Retirement[] {
  const beforeIt = (next: FactInLine) => line.filter((other) => other.retiredBy === next.id);
  let next = present;
  for (let found: FactInLine | undefined = present; found; ) {
    next = found;
    found = beforeIt(next).find((other) => isBefore(fact, other));
  }
  const before = beforeIt(next).filter((other) => isBefore(other, fact));
  return [
    ...before.map((other) => ({ id: other.id, retiredOn: endOf(other, fact), retiredBy: fact.id })),
    { id: fact.id, retiredOn: endOf(fact, next), retiredBy: next.id },
  ];
}

/**
 * What becomes of the others when `fact` leaves the facts of its person: those whose place it took are true again, or
 * go on until that which took its own place.
 */
export function leaveLine(fact: FactInLine, others: readonly FactInLine[]): readonly Retirement[] {
  const next = others.find(({ id }) => id === fact.retiredBy);
  const freed = others.filter((other) => other.retiredBy === fact.id);
  if (next) {
    return freed.map((other) => ({ id: other.id, retiredOn: endOf(other, next), retiredBy: next.id }));
  }
  const rest = others.filter((other) => other.id !== fact.id && !freed.includes(other));
  return freeAgain(rest, freed);
}

/** What becomes of facts when many that took the place of others have left, and are not among them any more. */
export function leaveTogether(left: readonly FactInLine[]): readonly Retirement[] {
  const ids = new Set(left.map(({ id }) => id));
  const freed = left.filter(({ retiredBy }) => retiredBy !== null && !ids.has(retiredBy));
  return freeAgain(
    left.filter((fact) => !freed.includes(fact)),
    freed,
  );
}

/** Of several whose place was taken by what is gone, one is true. */
function freeAgain(rest: readonly FactInLine[], freed: readonly FactInLine[]): readonly Retirement[] {
  const present = freed.map((fact) => ({ ...fact, retiredOn: null, retiredBy: null }));
  const changes = [
    ...present.map(({ id }) => ({ id, retiredOn: null, retiredBy: null })),
    ...mergeLines(rest, present),
  ];
  return [...new Map(changes.map((change) => [change.id, change])).values()];
}

/** What becomes of facts when two people turn out to be one: `theirs` join `ours`, those that are true one by one. */
export function mergeLines(
  ours: readonly FactInLine[],
  theirs: readonly FactInLine[],
): readonly Retirement[] {
  const present = theirs
    .filter(({ retiredOn }) => retiredOn === null)
    .sort((a, b) => (isNewer(a, b) ? 1 : -1));
  const changes = new Map<string, Retirement>();
  const known = new Map([...ours, ...theirs].map((fact) => [fact.id, fact]));
  for (const { id } of present) known.delete(id);
  for (const fact of present) {
    for (const change of joinLine(fact, [...known.values()])) changes.set(change.id, change);
    known.set(fact.id, fact);
    for (const [id, change] of changes) {
      const of = known.get(id);
      if (of) known.set(id, { ...of, ...change });
    }
  }
  return [...changes.values()];
}

/** Whether two facts are in the same line: of two such, one takes the place of the other. */
export function isSameLine(a: Pick<Fact, 'facet' | 'label'>, b: Pick<Fact, 'facet' | 'label'>): boolean {
  if (a.facet !== b.facet || !findLabel(a.facet, a.label)?.isSingle) return false;
  return labelKey(a.facet, a.label) === labelKey(b.facet, b.label);
}

/** Whether two facts say the same, whatever their case and wherever they come from. */
export function saysTheSame(
  a: Pick<Fact, 'facet' | 'label' | 'text'>,
  b: Pick<Fact, 'facet' | 'label' | 'text'>,
): boolean {
  return (
    a.facet === b.facet &&
    labelKey(a.facet, a.label) === labelKey(b.facet, b.label) &&
    fold(a.text).trim() === fold(b.text).trim()
  );
}

/** Whether a fact is true on `today`. What ends later is true still. */
export function isTrueOn({ retiredOn }: Pick<Fact, 'retiredOn'>, today: string): boolean {
  return retiredOn === null || retiredOn > today;
}

/**
 * The day from which a fact counts: the first that its date allows, or the one on which it was learned where it has
 * none. The date of something in the diary (a birthday) says nothing about that.
 */
export function beginningOf(fact: Pick<Fact, 'facet' | 'date' | 'learnedOn'>): string {
  return hasBeginning(fact) ? `${fact.date}-01-01`.slice(0, 10) : fact.learnedOn;
}

function hasBeginning({ facet, date }: Pick<Fact, 'facet' | 'date'>): boolean {
  return date !== null && !date.startsWith('--') && facet !== 'dates';
}

/** Whether `a` says what is true since `b` was: by their dates where both have one, or else by when they were learned. */
function isNewer(a: FactInLine, b: FactInLine): boolean {
  if (hasBeginning(a) && hasBeginning(b)) return isBefore(b, a);
  return a.learnedOn === b.learnedOn ? wasWrittenAfter(a, b) : a.learnedOn > b.learnedOn;
}

function isBefore(a: FactInLine, b: FactInLine): boolean {
  const [from, to] = [beginningOf(a), beginningOf(b)];
  return from === to ? wasWrittenAfter(b, a) : from < to;
}

function wasWrittenAfter(a: FactInLine, b: FactInLine): boolean {
  return a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt;
}

/** The day on which `before` ends for `after`; never before it began. */
function endOf(before: FactInLine, after: FactInLine): string {
  const from = beginningOf(before);
  return [beginningOf(after), after.learnedOn].find((day) => day >= from) ?? from;
}
