import { memo, useCallback, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { PersonRow } from '../../shared/models/person.ts';
import { usePageAddress } from '../app/usePageAddress.ts';
import { Button } from '../ui/Button.tsx';
import tools from '../ui/ListTools.module.css';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { useToday } from '../ui/useToday.ts';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { removeMany } from './bulkActions.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { CircleSelect } from './CircleSelect.tsx';
import { NobodyHere } from './NobodyHere.tsx';
import { PeopleGrid } from './PeopleGrid.tsx';
import styles from './PeoplePage.module.css';
import { PeopleTabs } from './PeopleTabs.tsx';
import {
  everybody,
  isNarrowed,
  type PeopleQuery,
  peopleHref,
  readPeopleAddress,
  sortBy,
} from './peopleAddress.ts';
import { leavePlace, placeLeft } from './placeLeft.ts';
import { useChosen } from './useChosen.ts';
import { useCircles } from './useCircles.ts';
import { useGridFocus } from './useGridKeys.ts';
import { usePageKeys } from './usePageKeys.ts';
import { usePeopleList } from './usePeopleList.ts';
import { useRemovePerson } from './useRemovePerson.ts';
import { WordFilter } from './WordFilter.tsx';

/** Everybody in the journal: found by a few letters, ordered by name, by when one last talked, or by whose turn it is. */
export function PeoplePage() {
  const address = usePageAddress(readPeopleAddress, peopleHref);
  const query = address.value;
  const list = usePeopleList(query);
  const { circleName } = useCircles();
  const chosen = useChosen(list.shown);
  const today = useToday();
  const focus = useGridFocus(placeLeft);
  const [isAdding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const [, navigate] = useLocation();
  const remove = useRemovePerson();
  const removeRow = useCallback((row: PersonRow) => void remove(row), [remove]);

  const { set } = address;
  const { note } = focus;
  const change = useCallback(
    (next: Partial<PeopleQuery>) => {
      note(0);
      set((now) => ({ ...now, ...next }));
    },
    [note, set],
  );
  const open = useCallback(
    (row: PersonRow, index: number) => {
      leavePlace(index);
      navigate(`/person/${row.id}`);
    },
    [navigate],
  );
  const add = useCallback(() => setAdding(true), []);
  const find = useCallback(() => field.current?.focus(), []);
  usePageKeys({ onFind: find, onAdd: add, onDown: () => focus.go(focus.index) });

  const removeChosen = async () => {
    if (!(await removeMany(chosen.ids))) return;
    chosen.chooseNone();
    focus.go(0);
  };
  const onFieldKey = (event: KeyboardEvent) => {
    const [first] = list.firstRows;
    if (event.key === 'ArrowDown' && first) focus.go(0);
    else if (event.key === 'Enter' && first && query.text.trim() !== '') open(first, 0);
    else {
      // React Aria keeps keys to itself otherwise, those of the whole window too.
      event.continuePropagation();
      return;
    }
    event.preventDefault();
  };

  return (
    <Page width="wide" scroll={false}>
      <PageHeader
        title="People"
        actions={
          <Button variant="primary" icon="plus" onPress={add}>
            New person
          </Button>
        }
      />
      <PeopleTabs />
      <div className={tools['tools']}>
        <SearchField
          label="Find somebody"
          placeholder="Find somebody"
          value={query.text}
          onChange={(text) => change({ text })}
          onKeyDown={onFieldKey}
          maxLength={200}
          inputRef={field}
          className={tools['find'] ?? ''}
        />
        <CircleFilter circleId={query.circleId} onChange={change} />
        <WordFilter tag={query.tag} group={query.group} onChange={change} />
        <p role="status" className={styles['count']}>
          {list.total !== undefined && sayHowMany(list.total, list.shown)}
        </p>
      </div>
      <ChosenBar
        chosen={chosen}
        total={list.total ?? 0}
        onRemove={removeChosen}
        onLeave={() => focus.go(focus.index)}
      />
      {list.error && <p className={styles['error']}>{list.error.message}</p>}
      {list.total === 0 && <NobodyHere query={list.shown} onAdd={add} onShowAll={() => change(everybody)} />}
      {list.total !== undefined && list.total > 0 && (
        <PeopleGrid
          list={list}
          today={today}
          circleName={circleName}
          focus={focus}
          onSort={(sort) => change(sortBy(query, sort))}
          onOpen={open}
          onRemove={removeRow}
          chosen={chosen}
          onRemoveChosen={removeChosen}
          onLeaveTop={find}
        />
      )}
      <AddPersonDialog
        isOpen={isAdding}
        suggestedName={list.total === 0 ? query.text.trim() : ''}
        suggestedCircleId={query.circleId}
        onClose={() => setAdding(false)}
        onAdded={(id) => navigate(`/person/${id}`)}
      />
    </Page>
  );
}

/** Apart, so that it is not drawn anew at every key. */
const CircleFilter = memo(function CircleFilter(props: {
  readonly circleId: string | null;
  readonly onChange: (change: Pick<PeopleQuery, 'circleId'>) => void;
}) {
  return (
    <CircleSelect
      label="Circle"
      hideLabel
      none="All circles"
      value={props.circleId}
      onChange={(circleId) => props.onChange({ circleId })}
    />
  );
});

function sayHowMany(total: number, query: PeopleQuery): string {
  const isSome = isNarrowed(query);
  const count = new Intl.NumberFormat().format(total);
  if (total === 0) return isSome ? 'Nobody' : '';
  if (total === 1) return isSome ? 'One person' : 'One person so far';
  return `${count} people`;
}
