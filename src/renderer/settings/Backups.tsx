import { useLocation } from 'wouter';
import { REPLACED_DAYS } from '../../shared/rules/replacedJournals.ts';
import { sayBytes, sayMoment } from '../backups/sayBackup.ts';
import { useJournal } from '../journal-client/useJournal.ts';
import { Button } from '../ui/Button.tsx';
import { useToday } from '../ui/useToday.ts';
import { Section } from './Section.tsx';

/** When the last backup was made, and the way to all of them. */
export function Backups() {
  const { data: list } = useJournal('backups.list', {});
  const [, goTo] = useLocation();
  const today = useToday();
  const newest = list?.backups.find(({ place }) => place === 'here');
  const bytes = (list?.replaced ?? []).reduce((sum, replaced) => sum + replaced.bytes, 0);
  return (
    <Section title="Backups">
      <p>
        {newest
          ? `The last one was made ${sayMoment(newest.madeAt, today)}.`
          : 'Kith makes one at the end of each session, and while you write.'}
      </p>
      {bytes > 0 && (
        <p>
          Journals that were replaced by a restored backup take {sayBytes(bytes)}. Each is kept for{' '}
          {REPLACED_DAYS} days, and until a newer backup was made and read through.
        </p>
      )}
      <Button icon="clock" onPress={() => goTo('/backups')}>
        See the backups
      </Button>
    </Section>
  );
}
