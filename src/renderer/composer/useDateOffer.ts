import { useEffect, useState } from 'react';
import { type DateWords, findDateWords } from '../../shared/rules/dateWords.ts';
import { type DraftContent, isSettled } from './draftContent.ts';
import { localNow } from './localNow.ts';

/** Long enough that a word is finished, short enough to be there when the sentence is. */
const AFTER_MS = 150;

/**
 * The date that the first date words of the text offer, if it is another than the draft has. Words that were taken or
 * turned down are not offered again, and nothing is once the user chose a day themselves.
 */
export function useDateOffer(draft: DraftContent): DateWords | null {
  const { body, whenChosen } = draft;
  const [found, setFound] = useState<DateWords | null>(null);
  useEffect(() => {
    if (whenChosen) return;
    const timer = setTimeout(() => setFound(findDateWords(body, localNow())[0] ?? null), AFTER_MS);
    return () => clearTimeout(timer);
  }, [body, whenChosen]);
  return found && isOffered(draft, found) ? found : null;
}

/** Whether `found` would date the draft otherwise, and was not answered yet. */
export function isOffered(draft: DraftContent, found: DateWords): boolean {
  // The words may have been changed since they were read.
  const stillThere = draft.body.slice(found.from, found.to) === found.words;
  if (draft.whenChosen || !stillThere || isSettled(draft, found.words)) return false;
  const when = draft.when ?? localNow();
  return found.day !== when.day || (found.time !== null && found.time !== when.time);
}
