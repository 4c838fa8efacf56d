import { memo, useRef } from 'react';
import type { PromiseWithSource } from '../../shared/contract/promises.ts';
import { sayDay } from '../../shared/rules/sayTime.ts';
import { PeopleLinks } from '../today/PeopleLinks.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { DueButton } from './DueButton.tsx';
import { PromiseQuote } from './PromiseQuote.tsx';
import styles from './PromiseRow.module.css';
import { changeDue, closePromise, removePromise } from './promiseActions.ts';
import { useReturnedFocus } from './returnFocus.ts';
import { namePromise, sayClosed, sayDue } from './sayPromise.ts';

export interface PromiseRowProps {
  readonly promise: PromiseWithSource;
  readonly today: string;
  readonly onEdit: (id: string) => void;
  /** Leave out this person where everything on the page is about them. */
  readonly withoutPerson?: string | undefined;
}

/** A promise: its words, with whom, by when, where it was made, and what can be done about it. It takes focus, for the keys. */
export const PromiseRow = memo(function PromiseRow(props: PromiseRowProps) {
  const { promise, today, onEdit, withoutPerson } = props;
  const name = namePromise(promise);
  const row = useRef<HTMLElement>(null);
  useReturnedFocus(row, promise.id);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: j and k move between promises, and their keys work on the focused one.
    <article ref={row} className={styles['row']} tabIndex={0} data-promise={promise.id} aria-label={name}>
      <PromiseQuote sentence={promise.sentence} />
      <div className={styles['foot']}>
        <Circumstances promise={promise} today={today} withoutPerson={withoutPerson} />
        <span className={styles['acts']}>
          {promise.state === 'open' && <OpenActs promise={promise} today={today} />}
          <Menu
            label={`What you can do with “${name}”`}
            trigger={<IconButton label={`More about “${name}”`} icon="more" size="s" />}
            actions={[
              { id: 'edit', label: 'Edit', icon: 'pen', onAction: () => onEdit(promise.id) },
              ...(promise.state === 'open'
                ? []
                : [
                    {
                      id: 'open',
                      label: 'Open again',
                      icon: 'undo' as const,
                      onAction: () => void closePromise(promise, 'open'),
                    },
                  ]),
              {
                id: 'remove',
                label: 'Delete',
                icon: 'trash',
                danger: true,
                onAction: () => void removePromise(promise),
              },
            ]}
          />
        </span>
      </div>
    </article>
  );
});

function OpenActs({ promise, today }: Pick<PromiseRowProps, 'promise' | 'today'>) {
  const name = namePromise(promise);
  return (
    <>
      <span className={styles['quiet']}>
        <Button
          size="s"
          variant="plain"
          aria-label={`Let go: ${name}`}
          onPress={() => void closePromise(promise, 'letGo')}
        >
          Let go
        </Button>
        <DueButton
          label={`Another day: ${name}`}
          due={promise.due}
          today={today}
          onChange={(due) => void changeDue(promise, due)}
        >
          {promise.due === null ? 'Add a day' : 'Another day'}
        </DueButton>
      </span>
      <Button
        size="s"
        variant="plain"
        icon="check"
        aria-label={`Kept: ${name}`}
        onPress={() => void closePromise(promise, 'kept')}
      >
        Kept
      </Button>
    </>
  );
}

/** With whom, by when, and where it was made. */
function Circumstances({ promise, today, withoutPerson }: Omit<PromiseRowProps, 'onEdit'>) {
  const { madeBy, madeOn, due, state, entryId, entryDay } = promise;
  const people = promise.people.filter(({ id }) => id !== withoutPerson);
  const when = `said ${sayDay(madeOn, today)}`;
  return (
    <p className={styles['circumstances']}>
      {people.length > 0 && (
        <span>
          {withoutPerson === undefined ? '' : 'also '}
          {madeBy === 'me' ? 'to ' : 'by '}
          <PeopleLinks people={people} />
        </span>
      )}
      {state === 'open' && due !== null && (
        <span className={classes(due <= today && styles['pressing'])}>{sayDue(due, today)}</span>
      )}
      {state !== 'open' && <span>{sayClosed(promise, today)}</span>}
      {entryId !== null && entryDay !== null ? (
        <a href={`#/entry/${entryId}`}>{when}</a>
      ) : (
        <span>{when}</span>
      )}
    </p>
  );
}
