import { useState } from 'react';
import type { ExchangeKind } from '../../shared/models/exchange.ts';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { useToday } from '../ui/useToday.ts';
import { ExchangeLine } from './ExchangeLine.tsx';
import { kindTitles } from './kindTitles.ts';
import styles from './PersonExchanges.module.css';

/** Of each kind so many stand there before the rest is asked for. */
const FEW = 2;
/** As many as one asks for at once; the contract allows no more. */
const MANY = 200;

/** What passed between you and somebody, by the marks in your entries. Nothing where nothing is marked. */
export function PersonExchanges({ personId }: { readonly personId: string }) {
  const { data: balance } = useJournal('exchanges.balance', { personId });
  const today = useToday();
  const kinds = kindTitles.filter(([kind]) => (balance?.counts[kind] ?? 0) > 0);
  if (!balance || kinds.length === 0) return null;
  return (
    <section className={styles['exchanges']} aria-label="What passed between you">
      {kinds.map(([kind, title]) => (
        <OfKind
          key={kind}
          personId={personId}
          kind={kind}
          title={title}
          count={balance.counts[kind] ?? 0}
          today={today}
        />
      ))}
      {balance.words !== '' && <p className={styles['balance']}>{balance.words}</p>}
    </section>
  );
}

interface OfKindProps {
  readonly personId: string;
  readonly kind: ExchangeKind;
  readonly title: string;
  readonly count: number;
  readonly today: string;
}

function OfKind({ personId, kind, title, count, today }: OfKindProps) {
  const [limit, setLimit] = useState(FEW);
  const input = { personId, kinds: [kind], limit };
  const shown = useJournal('exchanges.list', input, { keepPrevious: true }).data?.exchanges ?? [];
  return (
    <div>
      <h2 className={styles['title']}>{title}</h2>
      <ul aria-label={title} className={styles['list']}>
        {shown.map((exchange, i) => (
          <li key={`${exchange.entryId} ${i}`}>
            <ExchangeLine exchange={exchange} today={today} withoutPerson={personId} />
          </li>
        ))}
      </ul>
      {count > limit && limit < MANY && (
        <Button variant="plain" size="s" className={styles['more'] ?? ''} onPress={() => setLimit(MANY)}>
          Show {count <= MANY ? `all ${count}` : `the newest ${MANY}`}
        </Button>
      )}
    </div>
  );
}
