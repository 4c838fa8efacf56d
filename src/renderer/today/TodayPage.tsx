import { useEffect, useRef } from 'react';
import { sayDate } from '../../shared/rules/sayTime.ts';
import { askToWrite } from '../app/writing.ts';
import { KindWordsLink } from '../exchanges/KindWordsLink.tsx';
import { useJournal } from '../journal-client/index.ts';
import { usePageKeys } from '../timeline/usePageKeys.ts';
import { useUnsavedDraft } from '../timeline/useUnsavedDraft.ts';
import { WritePrompt } from '../timeline/WritePrompt.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useToday } from '../ui/useToday.ts';
import { DailyThree } from './DailyThree.tsx';
import { FoldedNudges } from './FoldedNudges.tsx';
import { NothingToday } from './NothingToday.tsx';
import { NudgeSection } from './NudgeSection.tsx';
import { sayBudget } from './sayBudget.ts';
import styles from './TodayPage.module.css';

/** Whom to turn to today: three people on top, then what the day and what was promised ask for. */
export function TodayPage() {
  const { data, error, refetch } = useJournal('nudges.today', {});
  const today = useToday();
  const arrivedOn = useRef(today);
  useEffect(() => {
    // At midnight nothing in the journal has changed, but the day has.
    if (arrivedOn.current !== today) void refetch();
    arrivedOn.current = today;
  }, [today, refetch]);
  const draft = useUnsavedDraft();
  usePageKeys({ n: () => askToWrite() });
  return (
    <Page>
      <PageHeader title="Today" subtitle={sayDate(today)} />
      <WritePrompt draft={draft} onWrite={() => askToWrite()} />
      {error && <p className={styles['error']}>{error.message}</p>}
      {!data && !error && <Spinner />}
      {data && (
        <div className={styles['sections']}>
          <DailyThree three={data.three} today={today} />
          <NudgeSection title="Occasions" nudges={data.occasions} today={today} />
          <NudgeSection title="Promises" nudges={data.promises} today={today} />
          <NudgeSection title="Replies you owe" nudges={data.replies} today={today} />
          <NudgeSection title="If there is time" nudges={data.others} today={today} />
          {isQuiet(data) && <NothingToday hasFolded={data.foldedCount > 0} />}
          {data.foldedCount > 0 && (
            <FoldedNudges first={data.folded} count={data.foldedCount} today={today} />
          )}
          <p className={styles['budget']}>{sayBudget(data.budget)}</p>
          <KindWordsLink />
        </div>
      )}
    </Page>
  );
}

function isQuiet(data: {
  readonly three: readonly unknown[];
  readonly occasions: readonly unknown[];
  readonly promises: readonly unknown[];
  readonly replies: readonly unknown[];
  readonly others: readonly unknown[];
}): boolean {
  const { three, occasions, promises, replies, others } = data;
  return [three, occasions, promises, replies, others].every((list) => list.length === 0);
}
