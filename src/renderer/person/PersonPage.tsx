import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { JournalOutput } from '../../shared/contract/index.ts';
import { callName } from '../../shared/models/person.ts';
import { PersonExchanges } from '../exchanges/PersonExchanges.tsx';
import { PersonFacts } from '../facts/PersonFacts.tsx';
import { useJournal } from '../journal-client/index.ts';
import { useRemovePerson } from '../people/useRemovePerson.ts';
import { PersonPromises } from '../promises/PersonPromises.tsx';
import { PersonTies } from '../ties/PersonTies.tsx';
import { PersonNudges } from '../today/PersonNudges.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { PersonAbout } from './PersonAbout.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PersonHead } from './PersonHead.tsx';
import { PersonLog } from './PersonLog.tsx';
import { PersonMissing } from './PersonMissing.tsx';
import { PersonNotes } from './PersonNotes.tsx';
import styles from './PersonPage.module.css';
import { useEditing } from './useEditing.ts';

const PersonHistory = lazy(async () => ({
  default: (await import('../history/PersonHistory.tsx')).PersonHistory,
}));

export type PersonOnPage = JournalOutput<'people.get'>;

/** Somebody: who they are, what passed between you, and where else they are named. */
export function PersonPage({ id }: { readonly id: string }) {
  const { data: person, error } = useJournal('people.get', { id });
  if (error) return <PersonMissing error={error} />;
  if (!person) return <Spinner />;
  return <KnownPerson person={person} />;
}

function KnownPerson({ person }: { readonly person: PersonOnPage }) {
  const editing = useEditing(person);
  const remove = useRemovePerson();
  const [, navigate] = useLocation();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const sections = useRef<HTMLDivElement>(null);
  useFocusAfterForm(sections, editing.fields !== null);
  if (editing.fields !== null) {
    return (
      <Page>
        <PageHeader title={`About ${callName(person)}`} />
        <PersonForm
          person={person}
          fields={editing.fields}
          unkept={editing.unkept}
          onChange={editing.change}
          onSaved={editing.saved}
          onCancel={editing.cancel}
        />
      </Page>
    );
  }
  return (
    <>
      <PersonLog
        person={person}
        header={
          <div ref={sections} className={styles['sections']}>
            <PersonHead
              person={person}
              onEdit={editing.start}
              onHistory={() => setHistoryOpen(true)}
              onRemove={async () => {
                if (await remove(person)) navigate('/people');
              }}
            />
            <PersonNudges personId={person.id} />
            <PersonAbout person={person} />
            <PersonFacts personId={person.id} />
            <PersonPromises personId={person.id} />
            <PersonExchanges personId={person.id} />
            <PersonTies personId={person.id} />
            <PersonNotes personId={person.id} callName={callName(person)} notes={person.notes} />
          </div>
        }
      />
      {isHistoryOpen && (
        <Suspense>
          <PersonHistory person={person} onClose={() => setHistoryOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Puts focus on the name when the form over the page is gone, and what had focus with it. */
function useFocusAfterForm(page: RefObject<HTMLElement | null>, isEditing: boolean): void {
  const wasEditing = useRef(isEditing);
  useEffect(() => {
    if (wasEditing.current && !isEditing) {
      page.current?.querySelector('h1')?.focus({ preventScroll: true });
    }
    wasEditing.current = isEditing;
  }, [page, isEditing]);
}
