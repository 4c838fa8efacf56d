import { useMemo, useState } from 'react';
import type { JournalOutput } from '../../shared/contract/index.ts';
import {
  alsoCalled,
  type Choices,
  canBeBoth,
  draftOf,
  type Field,
  fieldsThatDiffer,
  likelyChoices,
  mergeFields,
} from '../../shared/rules/mergeFields.ts';
import { sayEntries } from '../../shared/rules/sayCounts.ts';
import { goTo } from '../app/hashPlace.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { FieldChoice } from './FieldChoice.tsx';
import styles from './MergeForm.module.css';
import { PersonLine } from './PersonLine.tsx';
import { useFieldTexts } from './useFieldTexts.ts';
import { useMerge } from './useMerge.ts';

type Known = JournalOutput<'people.get'>;

export interface MergeFormProps {
  /** Who is kept. */
  readonly left: Known;
  readonly right: Known;
}

/** Two people side by side, field by field where they differ, until they are one. */
export function MergeForm({ left: kept, right: other }: MergeFormProps) {
  const [left, right] = useMemo(() => [draftOf(kept), draftOf(other)], [kept, other]);
  const [chosen, setChosen] = useState<Choices>({});
  const [isFoundByBoth, setFoundByBoth] = useState(true);
  const merge = useMerge();
  const textOf = useFieldTexts(left, right);
  const differ = fieldsThatDiffer(left, right);
  const choices = { ...likelyChoices(left, right), ...chosen };
  const notTaken = choices.name === 'right' ? left.name : right.name;
  const isNamedTwice = left.name !== right.name;

  const makeOne = () => {
    const person = mergeFields(left, right, choices);
    const called = isNamedTwice && isFoundByBoth ? alsoCalled(person, notTaken) : person;
    void merge.run({ keepId: kept.id, otherId: other.id, person: called });
  };
  const choose = (field: Field) => (side: Choices[Field]) =>
    setChosen((before) => ({ ...before, ...(side === undefined ? {} : { [field]: side }) }));

  return (
    <Page width="wide">
      <PageHeader
        title="Make one person of two"
        subtitle="Choose what is true where they differ. What you wrote stays as it is, and is all about the one."
      />
      <div className={styles['people']}>
        <PersonLine person={kept} />
        <PersonLine person={other} />
      </div>
      {differ.length === 0 && <p className={styles['same']}>What is known of them is the same.</p>}
      {differ.map((field) => (
        <FieldChoice
          key={field}
          field={field}
          label={textOf.label(field)}
          left={{ person: kept, text: textOf.left(field) }}
          right={{ person: other, text: textOf.right(field) }}
          canBeBoth={canBeBoth(field, left, right)}
          side={choices[field] ?? 'left'}
          onChoose={choose(field)}
        >
          {field === 'name' && isNamedTwice && (
            <label className={styles['also']}>
              <input
                type="checkbox"
                checked={isFoundByBoth}
                onChange={(event) => setFoundByBoth(event.target.checked)}
              />
              <span>
                Find them by “<bdi>{notTaken}</bdi>” too
              </span>
            </label>
          )}
        </FieldChoice>
      ))}
      <footer className={styles['foot']}>
        <p className={styles['what']}>
          {sayWhatComesAlong(other)} You can undo this for 30 days, also from the trash.
        </p>
        <span className={styles['buttons']}>
          <Button onPress={() => goTo(`/person/${kept.id}`)}>Leave them two</Button>
          <Button variant="primary" onPress={makeOne} isDisabled={merge.isRunning}>
            Make them one
          </Button>
        </span>
      </footer>
    </Page>
  );
}

function sayWhatComesAlong({ entryCount }: Known): string {
  if (entryCount === 0) return 'Facts, ties and promises of both come together.';
  return `The ${sayEntries(entryCount)}, facts, ties and promises of the one on the right come along.`;
}
