import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { JournalOutput } from '../../shared/contract/index.ts';
import { callName } from '../../shared/models/person.ts';
import { useJournal } from '../journal-client/index.ts';
import { sayError, useRemovePerson } from '../people/useRemovePerson.ts';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { showToast } from '../ui/toasts.ts';
import { PersonForm } from './PersonForm.tsx';
import { PersonHead } from './PersonHead.tsx';
import { PersonLog } from './PersonLog.tsx';
import { PersonMissing } from './PersonMissing.tsx';
import { fieldsOf, type PersonFields, readFieldsDraft, writeFieldsDraft } from './personFields.ts';
import { useKeptDraft } from './useKeptDraft.ts';

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
  if (editing.fields !== null) {
    return (
      <Page>
        <PageHeader title={`About ${callName(person)}`} />
        <PersonForm
          person={person}
          fields={editing.fields}
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
          <PersonHead
            person={person}
            onEdit={editing.start}
            onHistory={() => setHistoryOpen(true)}
            onRemove={async () => {
              if (await remove(person)) navigate('/people');
            }}
          />
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

/** The form about a person: open or not, and what it holds. What was typed is kept until it is saved or set aside. */
function useEditing(person: PersonOnPage) {
  const [fields, setFields] = useState<PersonFields | null>(null);
  const draft = useKeptDraft(`person:${person.id}`);

  useEffect(() => {
    let isHere = true;
    const restore = async () => {
      const content = await draft.read();
      const kept = content === null ? null : readFieldsDraft(content);
      if (!isHere || kept === null) return;
      setFields((typed) => typed ?? kept);
      showToast({ message: 'Here is what you had not saved yet.' });
    };
    restore().catch(sayError);
    return () => {
      isHere = false;
    };
  }, [draft]);

  const change = (next: PersonFields) => {
    setFields(next);
    draft.keep(writeFieldsDraft(next));
  };
  const close = () => {
    setFields(null);
    void draft.discard();
  };
  return {
    fields,
    change,
    start: () => setFields(fieldsOf(person)),
    saved: () => {
      close();
      showToast({ message: 'Saved.' });
    },
    cancel: () => {
      close();
      if (fields === null || writeFieldsDraft(fields) === writeFieldsDraft(fieldsOf(person))) return;
      showToast({
        message: 'Your changes were set aside.',
        action: { label: 'Undo', onPress: () => change(fields) },
      });
    },
  };
}
