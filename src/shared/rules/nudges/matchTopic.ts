import { wordsOf } from '../../search/words.ts';

/** The facets of which a fact says what somebody would like to hear of. */
export const likedFacets = ['interests', 'groups', 'preferences', 'work'] as const;

/** What a fact or a word of somebody has to hold for a topic to be theirs. */
export interface Topic {
  /** As the user wrote it. */
  readonly name: string;
  /** Its words, folded and without the ending of a plural. Never empty. */
  readonly words: readonly string[];
}

/** A topic to look for; null for one without a word in it. */
export function readTopic(name: string): Topic | null {
  const words = plainWords(name);
  return words.length === 0 ? null : { name: name.replace(/^#/, '').trim(), words };
}

/** Whether a text has all words of a topic, in any order, whole, in the singular or the plural. */
export function matchesTopic({ words }: Topic, text: string): boolean {
  const own = new Set(plainWords(text));
  return words.every((word) => own.has(word));
}

/** English plurals, roughly: both sides lose the same, so what matters is only that no two words become one. */
function plainWords(text: string): readonly string[] {
  return wordsOf(text).map(({ text: word }) =>
    word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word,
  );
}
