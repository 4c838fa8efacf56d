import { useState } from 'react';
import type { Bridge } from '../../../shared/contract/ties.ts';
import type { PersonName } from '../../../shared/models/person.ts';
import { sayIntroductions, traceIntroductions } from '../../../shared/rules/network/introductions.ts';
import { sayCount, sayPeople } from '../../../shared/rules/sayCounts.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { SentenceParts } from '../SentenceParts.tsx';
import { PersonLink } from '../TieRow.tsx';
import styles from './NetworkWords.module.css';
import type { Network } from './networkModel.ts';

/** So many sentences at once. */
const STEP = 30;

/** Whom one would miss most in the network, and who led to whom, in sentences. */
export function NetworkWords({ network }: { readonly network: Network }) {
  const names = new Map(network.people.map((person) => [person.id, person] as const));
  const sentences = traceIntroductions(network.people, network.introductions).flatMap(sayIntroductions);
  const [shown, setShown] = useState(STEP);
  return (
    <>
      {network.bridges.length > 0 && (
        <Section title="Bridges">
          <ul className={styles['list']}>
            {network.bridges.slice(0, STEP).map((bridge) => (
              <BridgeRow key={bridge.ids.join()} bridge={bridge} names={names} />
            ))}
          </ul>
        </Section>
      )}
      {sentences.length > 0 && (
        <Section title="Who led to whom">
          <ul className={styles['list']}>
            {sentences.slice(0, shown).map((parts) => (
              <li key={parts.map((part) => (typeof part === 'string' ? part : part.id)).join()}>
                <SentenceParts parts={parts} />
              </li>
            ))}
          </ul>
          {sentences.length > shown && (
            <Button variant="plain" size="s" onPress={() => setShown(shown + STEP)}>
              Show more
            </Button>
          )}
        </Section>
      )}
    </>
  );
}

interface BridgeRowProps {
  readonly bridge: Bridge;
  readonly names: ReadonlyMap<string, PersonName>;
}

function BridgeRow({ bridge: { ids, sides }, names }: BridgeRowProps) {
  const [one, other] = [names.get(ids[0]), names.get(ids[1])];
  if (!one || !other) return null;
  return (
    <li>
      <PersonLink person={one} /> and <PersonLink person={other} /> alone join {sayPeople(sides[0])} to{' '}
      {sayCount(sides[1], 'other', 'others')}.
    </li>
  );
}
