import { useEffect, useRef, useState } from 'react';
import type { JournalOutput } from '../../shared/contract/index.ts';
import { callName } from '../../shared/models/person.ts';
import { useJournal } from '../journal-client/index.ts';
import { usePageKeys } from '../timeline/usePageKeys.ts';
import { Button } from '../ui/Button.tsx';
import { useToday } from '../ui/useToday.ts';
import { IntroducedBy } from './IntroducedBy.tsx';
import styles from './PersonTies.module.css';
import { TieForm } from './TieForm.tsx';
import { FamilyRow, TieRow } from './TieRow.tsx';
import { addTie, changeTie } from './tieActions.ts';
import { fieldsOfTie, noTieFields } from './tieFields.ts';

type Ties = JournalOutput<'ties.list'>;

/** How somebody belongs to others: their ties, what follows for the family, and who led to whom. */
export function PersonTies({ personId }: { readonly personId: string }) {
  const { data } = useJournal('ties.list', { personId });
  const [person] = useJournal('people.names', { ids: [personId] }).data ?? [];
  const { isAdding, opener, open, close } = useAdding();
  usePageKeys({ t: open });
  if (!data || !person) return null;
  const name = callName(person);
  return (
    <section className={styles['ties']} aria-label={`Who belongs to ${name}`}>
      <TieList ties={data} personId={personId} name={name} />
      <IntroducedBy person={person} introducedBy={data.introducedBy} introduced={data.introduced} />
      {isAdding ? (
        <TieForm
          label={`Somebody who belongs to ${name}`}
          personId={personId}
          name={name}
          initial={noTieFields}
          saveLabel="Add"
          onSave={async (tie) => {
            const failed = await addTie(personId, tie);
            if (failed === null) close();
            return failed;
          }}
          onCancel={close}
        />
      ) : (
        <Button
          ref={opener}
          variant="plain"
          size="s"
          icon="plus"
          className={styles['add'] ?? ''}
          onPress={open}
        >
          Add somebody who belongs to {name}
        </Button>
      )}
    </section>
  );
}

interface TieListProps {
  readonly ties: Ties;
  readonly personId: string;
  readonly name: string;
}

function TieList({ ties: { ties, family }, personId, name }: TieListProps) {
  const today = useToday();
  const { list, editing, edit, stop } = useEditingInPlace();
  if (ties.length === 0 && family.length === 0) return null;
  const otherParents = family.filter(({ kind }) => kind === 'otherParent');
  return (
    <ul ref={list} className={styles['list']} aria-label={`Ties of ${name}`}>
      {ties.map((tie) => (
        <li key={tie.id} data-tie={tie.id}>
          {editing === tie.id ? (
            <TieForm
              label={`What ${tie.other.name} is to ${name}`}
              personId={personId}
              name={name}
              initial={fieldsOfTie(tie)}
              saveLabel="Save"
              onSave={async (written) => {
                const failed = await changeTie(tie.id, personId, written);
                if (failed === null) stop();
                return failed;
              }}
              onCancel={stop}
            />
          ) : (
            <TieRow
              tie={tie}
              name={name}
              today={today}
              otherParents={
                tie.kind === 'child' ? otherParents.filter(({ through }) => through.id === tie.other.id) : []
              }
              onEdit={() => edit(tie.id)}
            />
          )}
        </li>
      ))}
      {family
        .filter(({ kind }) => kind !== 'otherParent')
        .map((member) => (
          <li key={`${member.kind} ${member.other.id}`}>
            <FamilyRow member={member} name={name} />
          </li>
        ))}
    </ul>
  );
}

/** Which tie is being changed. When that is over, focus goes back to its row. */
function useEditingInPlace() {
  const [editing, setEditing] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const stop = () => {
    const id = editing;
    setEditing(null);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-tie="${id}"] button`)?.focus(),
    );
  };
  return { list, editing, edit: setEditing, stop };
}

/** The form at the foot: open or not. Focus comes back to what opened it. */
function useAdding() {
  const [isAdding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isAdding) opener.current?.focus();
    wasOpen.current = isAdding;
  }, [isAdding]);
  return { isAdding, opener, open: () => setAdding(true), close: () => setAdding(false) };
}
