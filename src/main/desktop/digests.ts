import type { Digest, DigestPlan } from '../../shared/contract/nudges.ts';
import type { Clock } from '../../shared/models/ids.ts';
import { type DigestWords, isDigestDue, lockedDigest, sayDigest } from '../../shared/rules/digestTime.ts';

export interface DigestsOptions {
  readonly clock: Clock;
  /** Whether the journal is open: then its process knows when it is time. */
  readonly isOpen: () => boolean;
  readonly show: (words: DigestWords) => void;
}

/** The notification of the day, as main shows it: once a day, whether the journal is open or locked. */
export interface Digests {
  /** The journal says that it is time. */
  readonly told: (digest: Digest) => void;
  readonly planned: (plan: DigestPlan | null) => void;
  /** While the journal is locked nobody else looks at the clock. */
  readonly look: () => void;
}

/**
 * Nothing changes in a locked journal, so what its process said of the days to come before it was locked stays true:
 * that on a day there is something, or nothing. Main keeps that much in memory, with the hour, and no more.
 */
export function createDigests({ clock, isOpen, show }: DigestsOptions): Digests {
  let plan: DigestPlan | null = null;
  let shownOn: string | null = null;
  return {
    told: ({ count, names }) => {
      const { day } = clock.local();
      if (shownOn !== null && shownOn >= day) return;
      shownOn = day;
      show(sayDigest(count, names));
    },
    planned: (next) => {
      plan = next;
    },
    look: () => {
      if (plan === null || isOpen()) return;
      const now = clock.local();
      const toldOn = laterOf(plan.toldOn, shownOn);
      if (!plan.days.includes(now.day) || !isDigestDue({ hour: plan.hour, toldOn }, now)) return;
      shownOn = now.day;
      show(lockedDigest);
    },
  };
}

function laterOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
