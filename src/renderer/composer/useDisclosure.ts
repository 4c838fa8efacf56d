import { useEffect, useState } from 'react';
import { type Disclosure, findDisclosures } from '../../shared/rules/disclosures/findDisclosures.ts';
import { type DraftContent, isSettled } from './draftContent.ts';

/** Read when one pauses: a note that comes in the middle of a number would be wrong about it. */
const READ_AFTER_MS = 600;

/** The first thing in the draft that one does not give away lightly, if the user has not said that it may stay. */
export function useDisclosure(draft: DraftContent): Disclosure | null {
  const { body } = draft;
  const [found, setFound] = useState<readonly Disclosure[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => setFound(findDisclosures(body)), READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [body]);
  // The words may have been changed since they were read.
  const isThere = ({ from, to, words }: Disclosure) => body.slice(from, to) === words;
  return found.find((each) => isThere(each) && !isSettled(draft, each.words)) ?? null;
}
