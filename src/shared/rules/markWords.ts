import type { MarkKind } from './markKinds.ts';

interface MarkWords {
  /** As a chip says it. */
  readonly label: string;
  /** What the mark says of its sentence. */
  readonly meaning: string;
}

/** The marks in words, in the order in which they are offered. */
export const markWords: Readonly<Record<MarkKind, MarkWords>> = {
  gave: { label: 'gave', meaning: 'Something you gave or did' },
  asked: { label: 'asked', meaning: 'Something you asked for' },
  received: { label: 'received', meaning: 'Something you were given' },
  introduced: { label: 'introduced', meaning: 'An introduction' },
  thanked: { label: 'thanked', meaning: 'Thanks from you' },
  told: { label: 'told', meaning: 'Something you told of yourself' },
  kind: { label: 'kind words', meaning: 'Kind words about you' },
  promise: { label: 'promise', meaning: 'A promise of yours' },
  theirs: { label: 'their promise', meaning: 'A promise of theirs' },
};
