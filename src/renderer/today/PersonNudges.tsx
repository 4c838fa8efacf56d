import { useJournal } from '../journal-client/index.ts';
import { useToday } from '../ui/useToday.ts';
import { NudgeSection } from './NudgeSection.tsx';

/** What speaks for turning to this person now; nothing where nothing does. */
export function PersonNudges({ personId }: { readonly personId: string }) {
  const nudges = useJournal('nudges.ofPerson', { personId }).data;
  const today = useToday();
  return <NudgeSection title="Now" nudges={nudges ?? []} today={today} />;
}
