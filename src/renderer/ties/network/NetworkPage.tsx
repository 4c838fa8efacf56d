import { useMemo, useState } from 'react';
import { capitalise, sayCount, sayList, sayPeople } from '../../../shared/rules/sayCounts.ts';
import { useJournal } from '../../journal-client/index.ts';
import { PeopleTabs } from '../../people/PeopleTabs.tsx';
import { useCircles } from '../../people/useCircles.ts';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { FirstTie } from './FirstTie.tsx';
import { NetworkFilters } from './NetworkFilters.tsx';
import styles from './NetworkPage.module.css';
import { NetworkPicture } from './NetworkPicture.tsx';
import { NetworkTable } from './NetworkTable.tsx';
import { NetworkWords } from './NetworkWords.tsx';
import { filterNetwork, groupsOf, modelNetwork, type Network, type NetworkFilter } from './networkModel.ts';
import { relationsOf, sayRelations } from './relations.ts';

const everybody: NetworkFilter = { circleId: null, group: null };

/** Who belongs to whom, as a picture, in sentences and as a table. */
export function NetworkPage() {
  const { data: network, error } = useJournal('ties.network', {});
  return (
    <Page width="wide">
      <PageHeader title="People" />
      <PeopleTabs />
      {error && <p className={styles['error']}>{error.message}</p>}
      {network && (network.people.length === 0 ? <FirstTie /> : <KnownNetwork network={network} />)}
    </Page>
  );
}

function KnownNetwork({ network }: { readonly network: Network }) {
  const [filter, setFilter] = useState(everybody);
  const shown = useMemo(() => filterNetwork(network, filter), [network, filter]);
  const model = useMemo(() => modelNetwork(shown), [shown]);
  const relations = useMemo(() => relationsOf(shown), [shown]);
  const groups = useMemo(() => groupsOf(network), [network]);
  const { circleName } = useCircles();
  const labelOf = (place: number) => {
    const node = model.nodes[place];
    if (!node) return '';
    const { person, isBridge } = node;
    const circle = circleName(person.circleId ?? '');
    const others = sayRelations(relations.get(person.id) ?? []);
    return [
      circle === '' ? person.name : `${person.name}, ${circle}`,
      ...(others === '' ? [] : [others]),
      ...(isBridge ? ['Joins two groups'] : []),
    ].join('. ');
  };
  return (
    <>
      <div className={styles['head']}>
        <p className={styles['summary']} role="status">
          {sayNetwork(shown)}
        </p>
        <NetworkFilters filter={filter} groups={groups} onChange={setFilter} />
      </div>
      {model.nodes.length > 0 && (
        <>
          <NetworkPicture model={model} labelOf={labelOf} />
          <Legend network={shown} />
          <NetworkWords network={shown} />
          <NetworkTable model={model} relations={relations} />
        </>
      )}
    </>
  );
}

/** What the lines mean, of those there are. */
function Legend({ network: { ties, introductions, bridges } }: { readonly network: Network }) {
  const lines = [
    ...(introductions.length > 0 ? ['An arrow leads from who introduced to who was introduced.'] : []),
    ...(bridges.length > 0 ? ['A strong line alone joins two groups.'] : []),
    ...(ties.some(({ isOver }) => isOver) ? ['A broken line is over.'] : []),
    'Drag to move, turn the wheel to come nearer, press somebody to open their page.',
  ];
  return <p className={styles['legend']}>{lines.join(' ')}</p>;
}

/** “Six people, with nine ties and two introductions between them.” */
function sayNetwork({ people, ties, introductions }: Network): string {
  if (people.length === 0) return 'Nobody of this circle or group has a tie.';
  const between = [
    ...(ties.length > 0 ? [sayCount(ties.length, 'tie', 'ties')] : []),
    ...(introductions.length > 0 ? [sayCount(introductions.length, 'introduction', 'introductions')] : []),
  ];
  const who = capitalise(sayPeople(people.length));
  return between.length === 0
    ? `${who}, and nothing between them.`
    : `${who}, with ${sayList(between)} between them.`;
}
