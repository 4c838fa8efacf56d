import type { ActRecord, Evidence } from '../../../shared/models/nudge.ts';
import type { Candidate } from '../../../shared/rules/nudges/candidate.ts';
import { findNudges } from '../../../shared/rules/nudges/findNudges.ts';
import { findEvidence } from '../../../shared/rules/nudges/finish.ts';
import { rankCandidates } from '../../../shared/rules/nudges/rank.ts';
import type { JournalContext } from '../context.ts';
import { gather } from './gather.ts';
import { readActs } from './nudgeActs.ts';
import { evidenceReader } from './readEvidence.ts';

/** All that may be a nudge on a day, and what was done about nudges. */
export interface ComputedNudges {
  readonly today: string;
  /** Best first. */
  readonly ranked: readonly Candidate[];
  /** In the order of doing. */
  readonly acts: readonly ActRecord[];
  /** The words that a candidate rests on, looked up once; none makes it no nudge. */
  readonly evidenceOf: (candidate: Candidate) => readonly Evidence[];
}

/** Computes the nudges of the user's present day, but for their words. */
export function computeNudges(context: JournalContext): ComputedNudges {
  const today = context.clock.local().day;
  const acts = readActs(context.db, today);
  const ranked = rankCandidates(findNudges(gather(context, acts, today), today));
  const read = evidenceReader(context);
  const found = new Map<Candidate, readonly Evidence[]>();
  const evidenceOf = (candidate: Candidate) => {
    const known = found.get(candidate) ?? findEvidence(candidate, read);
    found.set(candidate, known);
    return known;
  };
  return { today, ranked, acts, evidenceOf };
}
