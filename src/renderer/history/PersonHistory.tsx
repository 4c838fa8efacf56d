import type { PersonVersion } from '../../shared/contract/history.ts';
import { callName, type Person, type PersonDraft } from '../../shared/models/person.ts';
import { askJournal, useJournal } from '../journal-client/index.ts';
import { useCircles } from '../people/useCircles.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { bringBack } from './bringBack.ts';
import { Differences } from './Differences.tsx';
import styles from './PersonHistory.module.css';
import { partsOfPerson } from './parts.ts';
import { sayDiffers } from './sayDiffers.ts';
import { useVersions } from './useVersions.ts';
import { VersionsDialog } from './VersionsDialog.tsx';

export interface PersonHistoryProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** What was known of somebody before it was changed, to be read and brought back. */
export function PersonHistory({ person, onClose }: PersonHistoryProps) {
  const { versions, onMore } = useVersions('history.person', person.id, (page) =>
    askJournal('history.person', page),
  );
  if (!versions) return null;
  return (
    <VersionsDialog
      title={`What was known of ${callName(person)} before`}
      onClose={onClose}
      versions={versions.map(({ id, writtenAt, differsIn }) => ({
        id,
        writtenAt,
        differs: sayDiffers(differsIn, partNames, 'as they are now'),
      }))}
      onMore={onMore}
      onBringBack={async (versionId) => {
        if (await bringBack('history.restorePerson', versionId)) onClose();
      }}
    >
      {(versionId, isMarked) => <Version person={person} versionId={versionId} isMarked={isMarked} />}
    </VersionsDialog>
  );
}

interface VersionProps {
  readonly person: Person;
  readonly versionId: string;
  readonly isMarked: boolean;
}

function Version({ person, versionId, isMarked }: VersionProps) {
  const { data: version, error } = useJournal('history.personText', { versionId });
  const { circleName } = useCircles();
  const ids = [version?.person.met.throughId, person.met.throughId].flatMap((id) => id ?? []);
  const { data: introducers } = useJournal('people.names', { ids });
  if (error) return <p>{error.message}</p>;
  if (!version || !introducers) return <Spinner label="Opening this version" />;
  const personName = (id: string) => introducers.find((other) => other.id === id)?.name ?? 'somebody';
  const names = { circleName, personName };
  return (
    <>
      {version.person.photoId !== person.photoId && <PhotoThen person={person} then={version.person} />}
      <Differences
        then={partsOfPerson(version.person, names)}
        now={partsOfPerson(person, names)}
        isMarked={isMarked}
      />
    </>
  );
}

/** A photo is no text whose changes could be marked. */
function PhotoThen({ person, then }: { readonly person: Person; readonly then: PersonDraft }) {
  if (then.photoId === null) return <p className={styles['photo']}>There was no photo then.</p>;
  return (
    <p className={styles['photo']}>
      <Avatar id={person.id} name={then.name} photoId={then.photoId} size="xl" />
      The photo was this one.
    </p>
  );
}

const partNames: Readonly<Record<PersonVersion['differsIn'][number], string>> = {
  name: 'another name',
  preferredName: 'called something else',
  pronunciation: 'said another way',
  pronouns: 'other pronouns',
  nicknames: 'other names',
  formerNames: 'other former names',
  contactWays: 'other ways to reach them',
  circleId: 'another circle',
  rhythm: 'another rhythm',
  languages: 'other languages',
  tags: 'other tags',
  groups: 'other groups',
  dates: 'other dates',
  met: 'met another way',
  intention: 'another intention',
  photoId: 'another photo',
  notes: 'other notes',
  details: 'other details',
};
