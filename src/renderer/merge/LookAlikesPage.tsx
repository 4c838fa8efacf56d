import { useEffect, useRef } from 'react';
import type { JournalOutput } from '../../shared/contract/index.ts';
import { sayReasons } from '../../shared/rules/lookAlikes.ts';
import { capitalise, sayCount } from '../../shared/rules/sayCounts.ts';
import { goTo } from '../app/hashPlace.ts';
import { askJournal, useJournal } from '../journal-client/index.ts';
import { PeopleTabs } from '../people/PeopleTabs.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { sayError } from '../ui/telling.ts';
import { showToast } from '../ui/toasts.ts';
import { VirtualList, type VirtualListHandle } from '../ui/VirtualList.tsx';
import styles from './LookAlikesPage.module.css';
import { PersonLine } from './PersonLine.tsx';

type Pair = JournalOutput<'people.lookAlikes'>['pairs'][number];

/** As many as anybody looks through in one sitting; more follow as these are settled. */
const SHOWN = 200;
/** About as high as a pair with one reason. */
const ROW_HEIGHT = 120;

const keyOf = ({ people: [a, b] }: Pair) => `${a.id} ${b.id}`;

/** People who may be in the journal twice, with the reasons, to be made one or to be left two. */
export function LookAlikesPage() {
  const { data, error } = useJournal('people.lookAlikes', { limit: SHOWN });
  const pairs = data?.pairs ?? [];
  const list = useRef<VirtualListHandle>(null);
  const settled = useRef<number | null>(null);
  // Focus goes on to the pair that takes the place of the one that was settled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list has changed.
  useEffect(() => {
    if (settled.current === null || pairs.length === 0) return;
    list.current?.focusIndex(Math.min(settled.current, pairs.length - 1));
    settled.current = null;
  }, [data]);
  const leaveTwo = (pair: Pair, index: number) => {
    settled.current = index;
    void sayTwo(pair);
  };
  return (
    <Page width="wide" scroll={false}>
      <PageHeader title="People" />
      <PeopleTabs />
      {error && <p className={styles['error']}>{error.message}</p>}
      {!data && !error && <Spinner label="Looking for people who look alike" />}
      {data && pairs.length === 0 && (
        <EmptyState title="Nobody looks like anybody else">
          <p>
            When two people share a name, an e-mail address or a phone number, they are shown here together.
          </p>
        </EmptyState>
      )}
      {data && pairs.length > 0 && (
        <>
          <p className={styles['about']} role="status">
            {sayHowMany(data.total)}
          </p>
          <VirtualList
            ref={list}
            items={pairs}
            keyOf={keyOf}
            estimateSize={() => ROW_HEIGHT}
            label="People who may be one"
            className={styles['list'] ?? ''}
          >
            {(pair, index) => <PairRow pair={pair} onLeaveTwo={() => leaveTwo(pair, index)} />}
          </VirtualList>
        </>
      )}
    </Page>
  );
}

function PairRow({ pair, onLeaveTwo }: { readonly pair: Pair; readonly onLeaveTwo: () => void }) {
  const { people, reasons } = pair;
  const [a, b] = people;
  const names = `${a.name} and ${b.name}`;
  return (
    <article className={styles['pair']} aria-label={`${names}: ${sayReasons(reasons)}`}>
      <PersonLine person={a} />
      <PersonLine person={b} />
      <ul className={styles['reasons']}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <div className={styles['actions']}>
        <Button size="s" aria-label={`Look at both, ${names}`} onPress={() => goTo(`/merge/${a.id}/${b.id}`)}>
          Look at both
        </Button>
        <Button size="s" variant="plain" aria-label={`${names} are two people`} onPress={onLeaveTwo}>
          They are two people
        </Button>
      </div>
    </article>
  );
}

async function sayTwo({ people: [a, b] }: Pair): Promise<void> {
  const set = async (areTwo: boolean) => {
    try {
      await askJournal('people.setTwoPeople', { personId: a.id, otherId: b.id, areTwo });
      return true;
    } catch (error) {
      sayError(error);
      return false;
    }
  };
  if (!(await set(true))) return;
  showToast({
    message: `${a.name} and ${b.name} are two people. You will not be asked again.`,
    action: { label: 'Undo', onPress: () => void set(false) },
  });
}

function sayHowMany(total: number): string {
  if (total === 1) return 'These two may be one person.';
  if (total <= SHOWN) {
    return `${capitalise(sayCount(total, 'pair', 'pairs'))} may be one person each, the likeliest first.`;
  }
  return `${total.toLocaleString('en')} pairs may be one person each. These are the likeliest ${SHOWN}.`;
}
