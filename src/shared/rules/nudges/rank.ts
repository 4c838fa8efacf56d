import { nudgeKinds } from '../../models/nudge.ts';
import { type Candidate, weightOf } from './candidate.ts';

/**
 * The candidates in the order in which they deserve time: by weight; then by what is due first; then by kind and key, so
 * that the order is total. It depends on the day and on nothing that passes within it.
 */
export function rankCandidates(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .map((candidate): Ranked => ({ candidate, weight: weightOf(candidate), due: null }))
    .sort((a, b) => b.weight - a.weight || compareEqual(a, b))
    .map(({ candidate }) => candidate);
}

interface Ranked {
  readonly candidate: Candidate;
  readonly weight: number;
  /** Looked up for those that weigh the same as others. */
  due: string | null;
}

function compareEqual(a: Ranked, b: Ranked): number {
  a.due ??= a.candidate.due ?? '~';
  b.due ??= b.candidate.due ?? '~';
  return (
    compare(a.due, b.due) ||
    nudgeKinds.indexOf(a.candidate.kind) - nudgeKinds.indexOf(b.candidate.kind) ||
    compare(a.candidate.key, b.candidate.key)
  );
}

/** What speaks for a candidate, the weightiest first. */
export function sayBecause({ weights }: Pick<Candidate, 'weights'>): string[] {
  return weights
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ because }) => because());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
