import { lazy, Suspense, useEffect, useState } from 'react';
import { usePageKeys } from '../../timeline/usePageKeys.ts';
import { askToRemember, holdWhatIsAtHand, onRememberAsked, type RememberStart } from './askToRemember.ts';
import { RememberBar } from './RememberBar.tsx';
import { useSelectedWords } from './useSelectedWords.ts';

// Finding dates in words takes a library that reading needs nothing of.
const RememberDialog = lazy(async () => ({ default: (await import('./RememberDialog.tsx')).RememberDialog }));

/** “Remember this about …”, wherever words of an entry are shown: a bar at the selection, the key `r`, a command. */
export function RememberHere() {
  const selected = useSelectedWords();
  const [asked, setAsked] = useState<{ readonly key: number; readonly start: RememberStart } | null>(null);
  useEffect(() => onRememberAsked((start) => setAsked((last) => ({ key: (last?.key ?? 0) + 1, start }))), []);
  usePageKeys({
    r: () => {
      // The key means what is selected now, and not what was a moment ago.
      holdWhatIsAtHand();
      askToRemember();
    },
  });
  return (
    <>
      {selected && !asked && <RememberBar selected={selected} />}
      {asked && (
        <Suspense>
          <RememberDialog key={asked.key} start={asked.start} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  );
}
