import { useLocation } from 'wouter';
import { useJournal } from '../journal-client/index.ts';
import { PersonMissing } from '../person/PersonMissing.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ChooseOther } from './ChooseOther.tsx';
import { MergeForm } from './MergeForm.tsx';

export interface MergePageProps {
  readonly id: string;
  /** Not given while they are still to be chosen. */
  readonly otherId?: string | undefined;
}

/** Two people side by side, who are one. */
export function MergePage({ id, otherId }: MergePageProps) {
  const [, navigate] = useLocation();
  const one = useJournal('people.get', { id });
  const other = useJournal('people.get', { id: otherId ?? id });
  const error = one.error ?? other.error;
  if (error) return <PersonMissing error={error} />;
  if (!one.data || !other.data) return <Spinner />;
  if (otherId === undefined || one.data.id === other.data.id) {
    return (
      <ChooseOther
        person={one.data}
        isSame={otherId !== undefined}
        onChoose={(chosen) => navigate(`/merge/${one.data.id}/${chosen}`)}
      />
    );
  }
  // More is known of whom more was written about, and less has to move.
  const [left, right] =
    other.data.entryCount > one.data.entryCount ? [other.data, one.data] : [one.data, other.data];
  return <MergeForm key={`${left.id} ${right.id}`} left={left} right={right} />;
}
