import { useEffect, useRef, useState } from 'react';
import { type DateWords, findDateWords } from '../../shared/rules/dateWords.ts';
import { type DraftContent, isSettled } from './draftContent.ts';
import { localNow } from './localNow.ts';

/** Reading takes a few milliseconds, so it is done now and then while one types, not at every key. */
const READ_EVERY_MS = 150;

/**
 * The date that the first date words of the text offer, if it is another than the draft has. Words that were taken or
 * turned down are not offered again, and nothing is once the user chose a day themselves.
 */
export function useDateOffer(draft: DraftContent): DateWords | null {
  const { body, whenChosen } = draft;
  const newest = useRef(body);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [found, setFound] = useState<DateWords | null>(null);
  useEffect(() => {
    newest.current = body;
    if (whenChosen || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setFound(findDateWords(newest.current, localNow())[0] ?? null);
    }, READ_EVERY_MS);
  }, [body, whenChosen]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
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
