import { useJournal } from '../journal-client/index.ts';
import { Fold } from '../ui/Fold.tsx';
import { Section } from '../ui/Section.tsx';
import { useToday } from '../ui/useToday.ts';
import { NudgeCard } from './NudgeCard.tsx';
import { NudgeList } from './NudgeSection.tsx';

/** What speaks for turning to this person now, the weightiest reason first; nothing where nothing does. */
export function PersonNudges({ personId }: { readonly personId: string }) {
  const [first, ...others] = useJournal('nudges.ofPerson', { personId }).data ?? [];
  const today = useToday();
  if (!first) return null;
  return (
    <Section title="Now">
      <NudgeCard nudge={first} today={today} isOnTheirPage />
      {others.length > 0 && (
        <Fold label={others.length === 1 ? 'One more reason' : 'More reasons'}>
          <NudgeList nudges={others} today={today} isOnTheirPage />
        </Fold>
      )}
    </Section>
  );
}
