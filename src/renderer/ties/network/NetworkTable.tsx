import { Fragment, useState } from 'react';
import { callName } from '../../../shared/models/person.ts';
import { useCircles } from '../../people/useCircles.ts';
import { Button } from '../../ui/Button.tsx';
import { PersonLink } from '../TieRow.tsx';
import styles from './NetworkTable.module.css';
import type { NetworkModel } from './networkModel.ts';
import type { Relation } from './relations.ts';

export interface NetworkTableProps {
  readonly model: NetworkModel;
  readonly relations: ReadonlyMap<string, readonly Relation[]>;
}

/** So many rows at once; a press brings as many more. */
const STEP = 100;

/** What the picture shows, as a table: everybody in it, and what they have to do with whom. */
export function NetworkTable({ model, relations }: NetworkTableProps) {
  const [shown, setShown] = useState(STEP);
  const { circleName } = useCircles();
  const left = model.nodes.length - shown;
  return (
    <>
      <table className={styles['table']}>
        <caption className={styles['caption']}>Everybody in the picture</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Circle</th>
            <th scope="col">With whom</th>
          </tr>
        </thead>
        <tbody>
          {model.nodes.slice(0, shown).map(({ person, isBridge }) => (
            <tr key={person.id} className={styles['row']}>
              <th scope="row" className={styles['person']}>
                <a href={`#/person/${person.id}`}>
                  <bdi>{person.name}</bdi>
                </a>
              </th>
              <td className={styles['quiet']}>{circleName(person.circleId ?? '')}</td>
              <td>
                <Relations relations={relations.get(person.id) ?? []} />
                {isBridge && <span className={styles['bridge']}> · joins two groups</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button variant="plain" size="s" onPress={() => setShown(shown + STEP)}>
          Show {Math.min(left, STEP).toLocaleString('en')} more of {left.toLocaleString('en')}
        </Button>
      )}
    </>
  );
}

function Relations({ relations }: { readonly relations: readonly Relation[] }) {
  return relations.map(({ other, words }, i) => (
    <Fragment key={other.id}>
      {i > 0 && ', '}
      <PersonLink person={{ ...other, preferredName: callName(other) }} />{' '}
      <span className={styles['quiet']}>({words.join(', ')})</span>
    </Fragment>
  ));
}
