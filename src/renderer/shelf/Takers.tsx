import { useState } from 'react';
import type { ShelfProposal } from '../../shared/contract/shelf.ts';
import { callName } from '../../shared/models/person.ts';
import type { ShelfItem } from '../../shared/models/shelf.ts';
import { facetNames } from '../../shared/rules/facts/sayFact.ts';
import { replaceMentions } from '../../shared/rules/mentions.ts';
import { useJournal } from '../journal-client/index.ts';
import { PersonPicker } from '../timeline/PersonPicker.tsx';
import { PeopleLinks } from '../today/PeopleLinks.tsx';
import { Button } from '../ui/Button.tsx';
import { shareItem } from './shelfActions.ts';
import styles from './Takers.module.css';

const FIRST = 3;
const MOST = 100;

/** Who would like a thing, each with the words that say so, and a way to give it to anybody. */
export function Takers({ item }: { readonly item: ShelfItem }) {
  const [isAll, setAll] = useState(false);
  const found = useJournal(
    'shelf.proposals',
    { id: item.id, limit: isAll ? MOST : FIRST },
    { keepPrevious: true },
  ).data;
  const proposals = found?.proposals ?? [];
  return (
    <div className={styles['takers']}>
      {proposals.length > 0 && (
        <>
          <p className={styles['lead']}>Who would like it</p>
          <ul className={styles['list']} aria-label="Who would like it">
            {proposals.map((proposal) => (
              <Taker key={proposal.person.id} item={item} proposal={proposal} />
            ))}
          </ul>
        </>
      )}
      <p className={styles['foot']}>
        {found && found.total > proposals.length && (
          <Button variant="plain" size="s" onPress={() => setAll(true)}>
            Show all who would
          </Button>
        )}
        <PersonPicker
          label="With whom was it shared?"
          trigger={
            <Button size="s" icon="plus">
              Shared with …
            </Button>
          }
          onPick={(person) => void shareItem(item, person)}
        />
      </p>
    </div>
  );
}

function Taker({
  item,
  proposal: { person, because },
}: {
  readonly item: ShelfItem;
  readonly proposal: ShelfProposal;
}) {
  return (
    <li className={styles['taker']}>
      <span className={styles['words']}>
        <PeopleLinks people={[person]} /> <Why because={because} />
      </span>
      <Button
        size="s"
        icon="check"
        aria-label={`Shared it with ${person.name}`}
        onPress={() => void shareItem(item, { id: person.id, name: callName(person) })}
      >
        Shared it
      </Button>
    </li>
  );
}

function Why({ because }: Pick<ShelfProposal, 'because'>) {
  if (because.kind === 'news') return <span className={styles['why']}>is in “{because.circle}”</span>;
  const words = replaceMentions(because.evidence.quote, ({ name }) => name).trim();
  const { source } = because.evidence;
  const entryId = source.kind === 'fact' ? source.entryId : null;
  const quote = (
    <q className={styles['quote']}>
      <bdi>{words}</bdi>
    </q>
  );
  return (
    <>
      {entryId === null ? quote : <a href={`#/entry/${entryId}`}>{quote}</a>}{' '}
      <span className={styles['why']}>· {sayOf(because)}</span>
    </>
  );
}

function sayOf({ of, facet }: Extract<ShelfProposal['because'], { readonly kind: 'topic' }>): string {
  switch (of) {
    case 'fact':
      return facet === null ? '' : facetNames[facet];
    case 'group':
      return 'Where they belong';
    case 'tag':
      return 'Your tag';
  }
}
