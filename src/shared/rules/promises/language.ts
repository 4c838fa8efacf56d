import type { PromiseDraft } from '../../models/promise.ts';

/**
 * What the engine (`findPromises.ts`) must know of a language to find promises in it. Another language is another file
 * or folder like `english/`, listed in `languages.ts`.
 *
 * Patterns read a sentence as one plain line: Markdown and quoted words are gone, apostrophes are straight, and each
 * mention, and each name of somebody who is in the entry, is one token, {@link PERSON}.
 */
export interface PromiseLanguage {
  /** A sentence without any of these words is not looked at further. Must be quick. */
  readonly hint: RegExp;
  /** A sentence with one of these promises nothing: questions, conditions, doubts. */
  readonly never: readonly RegExp[];
  /** In this order; of each side the first that matches counts. */
  readonly patterns: readonly PromisePattern[];
  /** Words that stand for somebody (“her”), and for several (“them”). */
  readonly somebody: RegExp;
  readonly several: RegExp;
  /** To or for somebody whom the entry does not know, by name (“to Bob”). */
  readonly stranger: RegExp;
  /**
   * The day by which a promise made in `line` on `madeOn` is due, from `madeOn` on; null where the words name none, or
   * one that there is not. `at` is where what was promised begins. With `isTold` the words before that tell of the
   * past.
   */
  readonly findDue: (line: string, at: number, madeOn: string, isTold: boolean) => string | null;
}

export interface PromisePattern {
  readonly madeBy: PromiseDraft['madeBy'];
  /** From who promises (a group `who`, where it can be several words) up to the words that say what. */
  readonly words: RegExp;
  /** What must follow, or must not; what comes before must not end like that. */
  readonly followedBy?: RegExp;
  readonly notFollowedBy?: RegExp;
  readonly notPrecededBy?: RegExp;
  /** Reads quoted words, too, in straight quotation marks (“she said: "I'll call you"”). */
  readonly inQuotes?: boolean;
  /** The promise was made before, and is told (“she promised to”). */
  readonly isTold?: boolean;
  /** Needs nobody to whom it is made (“remind me to”). */
  readonly toNobody?: boolean;
  /** Counts only where the words say when. */
  readonly needsDue?: boolean;
}

/** Stands for a person in a line: a private-use character, a number, and another one. */
export const PERSON = '\\uE000\\d+\\uE001';
