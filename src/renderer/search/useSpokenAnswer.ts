import { useEffect, useState } from 'react';
import { announceAnswer } from './searchWords.ts';
import type { ShownAnswer } from './useSearchAnswer.ts';

/** A screen reader reads every letter that is typed; the answer is said once it is quiet. */
const QUIET_MS = 700;

/** What a screen reader is told about the answer, when typing rests. */
export function useSpokenAnswer(shown: ShownAnswer | null, isCurrent: boolean): string {
  const [spoken, setSpoken] = useState('');
  const words = shown && isCurrent ? announceAnswer(shown) : '';
  const asked = shown?.askedText;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said again for another question with as many answers.
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(words), QUIET_MS);
    return () => clearTimeout(timer);
  }, [words, asked]);
  return spoken;
}
