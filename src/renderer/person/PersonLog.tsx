import { type ReactNode, useMemo, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { EntryFilter } from '../../shared/contract/entries.ts';
import { callName } from '../../shared/models/person.ts';
import { EntryList } from '../timeline/EntryList.tsx';
import styles from './PersonLog.module.css';
import type { PersonOnPage } from './PersonPage.tsx';

type Section = 'with' | 'mentioned';

export interface PersonLogProps {
  readonly person: PersonOnPage;
  /** Scrolls with the entries, above them. */
  readonly header: ReactNode;
}

/** What passed between you and somebody, and where else they are named. */
export function PersonLog({ person, header }: PersonLogProps) {
  // Somebody who was only ever mentioned has nothing in their first section.
  const [section, setSection] = useState<Section>(
    person.lastTalk === null && person.lastMention !== null ? 'mentioned' : 'with',
  );
  const filter = useMemo((): EntryFilter => ({ personId: person.id, role: section }), [person.id, section]);
  const name = callName(person);
  return (
    <EntryList
      filter={filter}
      label={section === 'with' ? `Conversations with ${name}` : `Entries that mention ${name}`}
      withoutPerson={person.id}
      width="reading"
      empty={<NothingYet section={section} name={name} />}
      header={
        <>
          {header}
          <ToggleButtonGroup
            aria-label="Which entries"
            disallowEmptySelection
            selectedKeys={[section]}
            onSelectionChange={([key]) => setSection(key === 'mentioned' ? 'mentioned' : 'with')}
            className={styles['sections'] ?? ''}
          >
            <ToggleButton id="with" className={styles['section'] ?? ''}>
              Conversations
            </ToggleButton>
            <ToggleButton id="mentioned" className={styles['section'] ?? ''}>
              Mentioned in
            </ToggleButton>
          </ToggleButtonGroup>
        </>
      }
    />
  );
}

function NothingYet({ section, name }: { readonly section: Section; readonly name: string }) {
  return (
    <p className={styles['empty']}>
      {section === 'with'
        ? `Nothing written yet. What passes between you and ${name} will be here, newest first.`
        : `Entries that name ${name} without their having been there will be here.`}
    </p>
  );
}
