import { useState } from 'react';
import type { Nudge } from '../../shared/models/nudge.ts';
import { capitalise, sayCount } from '../../shared/rules/sayCounts.ts';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { Fold } from '../ui/Fold.tsx';
import { NudgeList } from './NudgeSection.tsx';

export interface FoldedNudgesProps {
  /** The first of them. */
  readonly first: readonly Nudge[];
  /** How many there are in all. */
  readonly count: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const A_PAGE = 20;
/** As many as one question may ask for. */
const MOST = 100;

/** What does not fit into this week: folded away, and never lost. */
export function FoldedNudges({ first, count, today }: FoldedNudgesProps) {
  const [shown, setShown] = useState(first.length);
  const wanted = Math.min(Math.max(shown, first.length), MOST);
  const more = useJournal(
    'nudges.folded',
    { offset: 0, limit: Math.max(1, wanted) },
    { enabled: wanted > first.length },
  ).data;
  const nudges = more && more.length > first.length ? more : first;
  return (
    <Fold label={`${capitalise(sayCount(count, 'more', 'more'))}, for when there is time`}>
      <NudgeList nudges={nudges} today={today} />
      {nudges.length < Math.min(count, MOST) && (
        <Button variant="plain" onPress={() => setShown(wanted + A_PAGE)}>
          Show more
        </Button>
      )}
    </Fold>
  );
}
