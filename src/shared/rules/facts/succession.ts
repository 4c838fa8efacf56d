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
 * holds for one at a time, the one before it ends where it begins, and it ends where one begins that came later, however
 * late either was written down. Under any other label nothing changes.
 * @param others all other facts of the person, retired ones too
 */
export function joinLine(fact: FactInLine, others: readonly FactInLine[]): readonly Retirement[] {
  const line = others.filter((other) => isSameLine(other, fact));
  const byId = new Map(line.map((other) => [other.id, other]));
  const next = line
    .filter((other) => isBefore(fact, other))
    .reduce<FactInLine | null>((first, other) => (first && isBefore(first, other) ? first : other), null);
  const before = line.filter((other) => isBefore(other, fact) && goesOnUntilAfter(other, fact, byId));
  return [
    ...before.map(({ id }) => ({ id, retiredOn: beginningOf(fact), retiredBy: fact.id })),
    ...(next ? [{ id: fact.id, retiredOn: beginningOf(next), retiredBy: next.id }] : []),
  ];
}

/**
 * What becomes of the others when `fact` leaves the facts of its person: those whose place it took are true again, or
 * go on until that which took its own place.
 */
export function leaveLine(fact: FactInLine, others: readonly FactInLine[]): readonly Retirement[] {
  const [retiredOn, retiredBy] = fact.retiredBy === null ? [null, null] : [fact.retiredOn, fact.retiredBy];
  return others
    .filter((other) => other.retiredBy === fact.id)
    .map(({ id }) => ({ id, retiredOn, retiredBy }));
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
export function beginningOf({ facet, date, learnedOn }: Pick<Fact, 'facet' | 'date' | 'learnedOn'>): string {
  if (date === null || date.startsWith('--') || facet === 'dates') return learnedOn;
  return `${date}-01-01`.slice(0, 10);
}

function isBefore(a: FactInLine, b: FactInLine): boolean {
  const [from, to] = [beginningOf(a), beginningOf(b)];
  if (from !== to) return from < to;
  return a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt;
}

/** Whether `other` is true still, or ended only where one begins that comes after `fact`. One that the user ended stays so. */
function goesOnUntilAfter(
  other: FactInLine,
  fact: FactInLine,
  line: ReadonlyMap<string, FactInLine>,
): boolean {
  if (other.retiredOn === null) return true;
  const successor = other.retiredBy === null ? undefined : line.get(other.retiredBy);
  return successor !== undefined && isBefore(fact, successor);
}
