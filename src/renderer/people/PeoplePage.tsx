import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { PersonRow } from '../../shared/models/person.ts';
import { usePageAddress } from '../app/usePageAddress.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { useToday } from '../ui/useToday.ts';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { CircleSelect } from './CircleSelect.tsx';
import { NobodyHere } from './NobodyHere.tsx';
import { PeopleGrid } from './PeopleGrid.tsx';
import styles from './PeoplePage.module.css';
import { everybody, type PeopleQuery, peopleHref, readPeopleAddress, sortBy } from './peopleAddress.ts';
import { useCircles } from './useCircles.ts';
import { useGridFocus } from './useGridKeys.ts';
import { usePageKeys } from './usePageKeys.ts';
import { usePeopleList } from './usePeopleList.ts';
import { useRemovePerson } from './useRemovePerson.ts';

/** Everybody in the journal: found by a few letters, ordered by name, by when one last talked, or by whose turn it is. */
export function PeoplePage() {
  const address = usePageAddress(readPeopleAddress, peopleHref);
  const query = address.value;
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  const list = usePeopleList(query, visible);
  const { circleName } = useCircles();
  const today = useToday();
  const focus = useGridFocus();
  const [isAdding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const [, navigate] = useLocation();
  const remove = useRemovePerson();

  const change = (next: PeopleQuery) => {
    focus.note(0);
    address.set(next);
  };
  const see = useCallback((first: number, last: number) => setVisible({ first, last }), []);
  const open = useCallback((row: PersonRow) => navigate(`/person/${row.id}`), [navigate]);
  const add = useCallback(() => setAdding(true), []);
  const find = useCallback(() => field.current?.focus(), []);
  usePageKeys({ onFind: find, onAdd: add, onDown: () => focus.go(focus.index) });

  const onFieldKey = (event: KeyboardEvent) => {
    const first = list.rowAt(0);
    if (event.key === 'ArrowDown' && first) focus.go(0);
    else if (event.key === 'Enter' && first && query.text.trim() !== '') open(first);
    else return;
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
      <div className={styles['tools']}>
        <SearchField
          label="Find somebody"
          placeholder="Find somebody"
          value={query.text}
          onChange={(text) => change({ ...query, text })}
          onKeyDown={onFieldKey}
          maxLength={200}
          inputRef={field}
          className={styles['find'] ?? ''}
        />
        <CircleSelect
          label="Circle"
          hideLabel
          none="All circles"
          value={query.circleId}
          onChange={(circleId) => change({ ...query, circleId })}
        />
        <p role="status" className={styles['count']}>
          {list.total !== undefined && sayHowMany(list.total, list.shown)}
        </p>
      </div>
      {list.error && <p className={styles['error']}>{list.error.message}</p>}
      {list.total === 0 && <NobodyHere query={list.shown} onAdd={add} onShowAll={() => change(everybody)} />}
      {list.total !== undefined && list.total > 0 && (
        <PeopleGrid
          total={list.total}
          rowAt={list.rowAt}
          query={list.shown}
          today={today}
          circleName={circleName}
          focus={focus}
          onSort={(sort) => change(sortBy(query, sort))}
          onVisible={see}
          onOpen={open}
          onRemove={(row) => void remove(row)}
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

function sayHowMany(total: number, { text, circleId }: PeopleQuery): string {
  const isNarrowed = text.trim() !== '' || circleId !== null;
  const count = new Intl.NumberFormat().format(total);
  if (total === 0) return isNarrowed ? 'Nobody' : '';
  if (total === 1) return isNarrowed ? 'One person' : 'One person so far';
  return `${count} people`;
}
