import type { Evidence, Nudge } from '../../src/shared/models/nudge.ts';
import type { Candidate, ReadEvidence } from '../../src/shared/rules/nudges/candidate.ts';
import { findEvidence, toNudge } from '../../src/shared/rules/nudges/finish.ts';
import type { Known } from '../../src/shared/rules/nudges/known.ts';
import { quoteAbout, quoteRange } from '../../src/shared/rules/nudges/quote.ts';
import { testId } from './ids.ts';

/** Sunday. */
export const today = '2026-11-22';

/** Somebody in a circle with a rhythm of 30 to 100 days, never spoken with. */
export function knownAs(name: string, about: Partial<Known> = {}): Known {
  return {
    id: testId([...name].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 1_000_000),
    name,
    preferredName: '',
    circleName: 'Friends',
    closeness: 2,
    rhythm: { floorDays: 30, ceilingDays: 100 },
    lastTalk: null,
    lastMention: null,
    lastDone: null,
    isTurnedTo: false,
    ...about,
  };
}

/** An entry as a reader of evidence needs it. */
export interface TestEntry {
  readonly id: string;
  readonly day: string;
  readonly people: readonly string[];
  readonly body: string;
}

/** Reads evidence out of some entries, newest first, as the journal does out of its own. */
export function readFrom(entries: readonly TestEntry[] = [], names: readonly string[] = []): ReadEvidence {
  const words = (entry: TestEntry, quote: string | null): readonly Evidence[] =>
    quote === null ? [] : [{ quote, day: entry.day, source: { kind: 'entry', entryId: entry.id } }];
  return (source) => {
    switch (source.kind) {
      case 'said':
        return [source.evidence];
      case 'lastEntry':
        return (
          entries
            .filter(({ day, people }) => day < source.before && people.includes(source.personId))
            .sort((a, b) => (a.day < b.day ? 1 : -1))
            .map((entry) => words(entry, quoteAbout(entry.body, source.personId, names)))
            .find((found) => found.length > 0) ?? []
        );
      case 'entry': {
        const entry = entries.find(({ id }) => id === source.entryId);
        if (!entry) return [];
        const { range } = source;
        return words(
          entry,
          range ? quoteRange(entry.body, range) : quoteAbout(entry.body, source.personId, names),
        );
      }
    }
  };
}

/** The nudges that candidates come to: those without evidence are none. */
export function finishAll(candidates: readonly Candidate[], read: ReadEvidence): readonly Nudge[] {
  return candidates.flatMap((candidate) => {
    const evidence = findEvidence(candidate, read);
    return evidence.length === 0 ? [] : [toNudge(candidate, evidence, null)];
  });
}
