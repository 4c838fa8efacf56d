import { useEffect, useState } from 'react';
import type { Person } from '../../shared/models/person.ts';
import { sayError } from '../ui/telling.ts';
import { showToast } from '../ui/toasts.ts';
import { fieldsOf, type PersonFields, readFieldsDraft, writeFieldsDraft } from './personFields.ts';
import { useDraftFailure, useKeptDraft } from './useKeptDraft.ts';

/** The form about a person: open or not, and what it holds. What was typed is kept until it is saved or set aside. */
export function useEditing(person: Person) {
  const [fields, setFields] = useState<PersonFields | null>(null);
  const slot = `person:${person.id}`;
  const draft = useKeptDraft(slot);

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
    draft.keep(() => writeFieldsDraft(next));
  };
  const close = () => {
    setFields(null);
    void draft.discard();
  };
  return {
    fields,
    unkept: useDraftFailure(slot),
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
