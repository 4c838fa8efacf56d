import type { ExchangeKind } from '../../models/exchange.ts';
import { sayNumber } from '../sayTime.ts';

export type ExchangeCounts = Readonly<Record<ExchangeKind, number>>;

/** What passed between the user and one person. */
export interface Balance {
  readonly counts: ExchangeCounts;
  /** Since the user last gave this person something; all of them, where they never did. */
  readonly askedSince: number;
  readonly receivedSince: number;
  /** Since this person last gave the user something; all of them, where they never did. */
  readonly gaveSince: number;
}

/** One question, or one present, is no pattern. */
const LEAST = 2;

/**
 * What can be said of giving and asking between the user and one person, in a sentence; empty where there is nothing to
 * say. It tells the user what they may want to know, and never weighs one person against another.
 */
export function sayBalance({ counts, askedSince, receivedSince, gaveSince }: Balance): string {
  const [hasGiven, hasGot] = [counts.gave > 0, counts.received > 0];
  if (askedSince >= LEAST) {
    return hasGiven
      ? `You asked ${sayTimes(askedSince)} since you last gave something.`
      : `You asked ${sayTimes(askedSince)}, and have not written of giving anything yet.`;
  }
  if (receivedSince >= LEAST) {
    return hasGiven
      ? `Something came to you ${sayTimes(receivedSince)} since you last gave something.`
      : `Something came to you ${sayTimes(receivedSince)}. A small thing in return might please them.`;
  }
  if (gaveSince >= LEAST) return `The last ${sayNumber(gaveSince)} things between you came from you.`;
  if (hasGiven && hasGot) return 'You give to each other.';
  return '';
}

/** “twice”, “three times”. */
function sayTimes(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${sayNumber(count)} times`;
}
