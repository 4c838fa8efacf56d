import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Field, Side } from '../../shared/rules/mergeFields.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { classes } from '../ui/classes.ts';
import styles from './FieldChoice.module.css';

interface Offered {
  readonly person: { readonly id: string; readonly name: string; readonly photoId: string | null };
  /** The field as it reads; empty where nothing is known. */
  readonly text: string;
}

export interface FieldChoiceProps {
  readonly field: Field;
  readonly label: string;
  readonly left: Offered;
  readonly right: Offered;
  readonly canBeBoth: boolean;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
  /** Stands below the two. */
  readonly children?: ReactNode;
}

const sides: readonly Side[] = ['left', 'right', 'both'];

/** What two people have in one field, and which of it is to stay. */
export function FieldChoice(props: FieldChoiceProps) {
  const { label, left, right, canBeBoth, side, onChoose } = props;
  return (
    <RadioGroup
      value={side}
      onChange={(value) => {
        const chosen = sides.find((one) => one === value);
        if (chosen) onChoose(chosen);
      }}
      orientation="horizontal"
      className={styles['field'] ?? ''}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      {canBeBoth && (
        <Radio value="both" className={styles['both'] ?? ''}>
          Both
        </Radio>
      )}
      <Offer {...props} value="left" offered={left} isTaken={side !== 'right'} />
      <Offer {...props} value="right" offered={right} isTaken={side !== 'left'} />
      {props.children && <div className={styles['below']}>{props.children}</div>}
    </RadioGroup>
  );
}

interface OfferProps {
  readonly field: Field;
  readonly value: 'left' | 'right';
  readonly offered: Offered;
  /** Whether it stays, alone or with the other. */
  readonly isTaken: boolean;
}

function Offer({ field, value, offered: { person, text }, isTaken }: OfferProps) {
  return (
    <Radio value={value} className={classes(styles['offer'], styles[value], isTaken && styles['taken'])}>
      {field === 'photoId' && person.photoId !== null ? (
        <>
          <Avatar id={person.id} name={person.name} photoId={person.photoId} size="xl" />
          <span className="visually-hidden">The photo of {person.name}</span>
        </>
      ) : (
        <span className={text === '' ? styles['nothing'] : styles['text']} dir="auto">
          {text === '' ? 'Nothing' : text}
        </span>
      )}
    </Radio>
  );
}
