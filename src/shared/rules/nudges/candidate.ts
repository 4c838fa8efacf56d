import type { Evidence, NudgeKind } from '../../models/nudge.ts';
import type { PersonName } from '../../models/person.ts';
import type { OpeningFor } from './openings.ts';
import type { PlaybookName } from './playbooks.ts';

/** Where the words stand that a nudge rests on. What has to be looked up is looked up for the nudges that are shown. */
export type EvidenceSource =
  /** Words at hand. */
  | { readonly kind: 'said'; readonly evidence: Evidence }
  /** The newest entry about somebody that has words, of the days before `before`. */
  | { readonly kind: 'lastEntry'; readonly personId: string; readonly before: string }
  /** A stretch of an entry, in UTF-16 units; without one, the sentence of it that is about the person. */
  | {
      readonly kind: 'entry';
      readonly entryId: string;
      readonly personId: string;
      readonly range: { readonly from: number; readonly to: number } | null;
    };

/** One thing that speaks for a nudge: how much, and in a few words why. */
export interface Weight {
  /** From 0 up. */
  readonly points: number;
  readonly because: () => string;
}

/** A nudge before its words were looked up. What only those need that are shown is a function. */
export interface Candidate {
  readonly key: string;
  readonly kind: NudgeKind;
  readonly people: readonly [PersonName, ...PersonName[]];
  readonly reason: () => string;
  readonly weights: readonly Weight[];
  /** Their sum, where it is at hand. */
  readonly weight?: number;
  /** All that can be found is shown; without any there is no nudge. */
  readonly evidence: readonly EvidenceSource[];
  readonly opening: OpeningFor | null;
  /** A fact that the opening may speak of: an interest of the person, to be looked up, or the first of the evidence. */
  readonly openingFact?:
    | { readonly kind: 'interest' }
    | { readonly kind: 'evidence'; readonly words: string };
  readonly playbook: PlaybookName | null;
  readonly minutes: number;
  readonly due: string | null;
  /** What was written today did it already. */
  readonly isSettled: boolean;
  /** For how many days `done` holds; null: as long as it is the same nudge. */
  readonly restDays: number | null;
  /** For how many days `notThis` holds. */
  readonly refusedDays: number | null;
}

/** Finds the words of a source. Empty where there are none (any more). */
export type ReadEvidence = (source: EvidenceSource) => readonly Evidence[];

/** What a nudge weighs in all. */
export function weightOf(candidate: Pick<Candidate, 'weight' | 'weights'>): number {
  return candidate.weight ?? candidate.weights.reduce((sum, { points }) => sum + points, 0);
}
