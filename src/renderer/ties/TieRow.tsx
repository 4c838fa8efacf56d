import { Fragment } from 'react';
import type { FamilyMember } from '../../shared/contract/ties.ts';
import { callName, type PersonName } from '../../shared/models/person.ts';
import type { Tie } from '../../shared/models/tie.ts';
import { sayFamily, sayTie } from '../../shared/rules/network/sayTie.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import quiet from '../ui/QuietRow.module.css';
import styles from './TieRow.module.css';
import { removeTie } from './tieActions.ts';

export interface TieRowProps {
  readonly tie: Tie;
  /** What the person is called whose page this is. */
  readonly name: string;
  readonly today: string;
  /** Of a child: who else is known as a parent. */
  readonly otherParents: readonly FamilyMember[];
  readonly onEdit: () => void;
}

/** One tie as a sentence, and what can be done about it. */
export function TieRow({ tie, name, today, otherParents, onEdit }: TieRowProps) {
  const other = callName(tie.other);
  return (
    <div className={quiet['row']}>
      <p className={styles['words']}>
        <PersonLink person={tie.other} />
        {sayTie(tie, name, today)}
        {otherParents.map((member, i) => (
          <Fragment key={member.other.id}>
            {i === 0 ? ', and ' : ' and '}
            <PersonLink person={member.other} />
            ’s
          </Fragment>
        ))}
        .
      </p>
      <Menu
        label={`What you can do with what ${other} is to ${name}`}
        trigger={<IconButton label={`More about what ${other} is to ${name}`} icon="more" size="s" />}
        actions={[
          { id: 'edit', label: 'Edit', icon: 'pen', onAction: onEdit },
          {
            id: 'remove',
            label: 'Delete',
            icon: 'trash',
            danger: true,
            onAction: () => void removeTie(tie),
          },
        ]}
      />
    </div>
  );
}

/** What follows from other ties: there is nothing to change here. */
export function FamilyRow({ member, name }: { readonly member: FamilyMember; readonly name: string }) {
  return (
    <p className={styles['implied']}>
      <PersonLink person={member.other} />
      {sayFamily(member, name)}
      <PersonLink person={member.through} />.
    </p>
  );
}

/** A name that leads to its page. */
export function PersonLink({ person }: { readonly person: PersonName }) {
  return (
    <a href={`#/person/${person.id}`} title={person.name}>
      <bdi>{callName(person)}</bdi>
    </a>
  );
}
