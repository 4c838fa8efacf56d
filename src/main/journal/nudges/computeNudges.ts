import type { ActRecord, Evidence } from '../../../shared/models/nudge.ts';
import type { Candidate } from '../../../shared/rules/nudges/candidate.ts';
import { findNudges } from '../../../shared/rules/nudges/findNudges.ts';
import { findEvidence } from '../../../shared/rules/nudges/finish.ts';
import { rankCandidates } from '../../../shared/rules/nudges/rank.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
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

interface Kept {
  readonly changes: number;
  readonly computed: ComputedNudges;
}

/** What was computed last, until the day or anything in the journal changes. */
const kept = new WeakMap<JournalContext, Kept>();

/** The nudges of the user's present day, but for their words. Questions that follow one another share one answer. */
export function computeNudges(context: JournalContext): ComputedNudges {
  const today = context.clock.local().day;
  const changes = countChanges(context.db);
  const known = kept.get(context);
  if (known?.changes === changes && known.computed.today === today) return known.computed;
  const computed = compute(context, today);
  kept.set(context, { changes, computed });
  return computed;
}

/** A number that grows with each row that is written, changed or deleted. */
function countChanges(store: Store): number {
  return statement<[], number>(store, 'SELECT total_changes()').pluck().get() ?? 0;
}

function compute(context: JournalContext, today: string): ComputedNudges {
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
