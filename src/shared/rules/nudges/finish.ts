import type { Evidence, Nudge } from '../../models/nudge.ts';
import type { Candidate, ReadEvidence } from './candidate.ts';
import { nameOf } from './known.ts';
import { gesturesOf } from './playbooks.ts';
import { sayBecause } from './rank.ts';

/** The words that a candidate rests on, each once. Empty where there are none; then it is no nudge. */
export function findEvidence(
  { evidence }: Pick<Candidate, 'evidence'>,
  read: ReadEvidence,
): readonly Evidence[] {
  const found = new Map<string, Evidence>();
  for (const source of evidence) {
    for (const one of read(source)) {
      const key = JSON.stringify([one.quote, one.source]);
      if (one.quote.trim() !== '' && !found.has(key)) found.set(key, one);
    }
  }
  return [...found.values()];
}

/** A candidate as it is shown. */
export function toNudge(
  candidate: Candidate,
  evidence: readonly Evidence[],
  opening: Nudge['opening'],
): Nudge {
  return {
    key: candidate.key,
    kind: candidate.kind,
    people: candidate.people.map(nameOf),
    reason: candidate.reason(),
    because: sayBecause(candidate),
    evidence: [...evidence],
    opening,
    playbook: [...gesturesOf(candidate.playbook)],
    minutes: candidate.minutes,
    due: candidate.due,
  };
}
