import type { EntryVersion } from '../../shared/contract/history.ts';
import type { Entry } from '../../shared/models/entry.ts';
import { askJournal, useJournal } from '../journal-client/index.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { bringBack } from './bringBack.ts';
import { Differences } from './Differences.tsx';
import { asText, partsOfEntry } from './parts.ts';
import { sayDiffers } from './sayDiffers.ts';
import { useVersions } from './useVersions.ts';
import { VersionsDialog } from './VersionsDialog.tsx';

export interface EntryHistoryProps {
  readonly entry: Entry;
  readonly onClose: () => void;
}

/** What an entry was before it was changed, to be read and brought back. */
export function EntryHistory({ entry, onClose }: EntryHistoryProps) {
  const { versions, onMore } = useVersions('history.entry', entry.id, (page) =>
    askJournal('history.entry', page),
  );
  if (!versions) return null;
  return (
    <VersionsDialog
      title="Earlier versions"
      onClose={onClose}
      versions={versions.map(({ id, writtenAt, differsIn }) => ({
        id,
        writtenAt,
        differs: sayDiffers(differsIn, partNames, 'as it is now'),
      }))}
      onMore={onMore}
      onBringBack={async (versionId) => {
        if (await bringBack('history.restoreEntry', versionId)) onClose();
      }}
    >
      {(versionId, isMarked) => <Version entry={entry} versionId={versionId} isMarked={isMarked} />}
    </VersionsDialog>
  );
}

interface VersionProps {
  readonly entry: Entry;
  readonly versionId: string;
  readonly isMarked: boolean;
}

function Version({ entry, versionId, isMarked }: VersionProps) {
  const { data: version, error } = useJournal('history.entryText', { versionId });
  if (error) return <p>{error.message}</p>;
  if (!version) return <Spinner label="Opening this version" />;
  return <Differences then={partsOfEntry(version)} now={partsOfEntry(asText(entry))} isMarked={isMarked} />;
}

const partNames: Readonly<Record<EntryVersion['differsIn'][number], string>> = {
  words: 'other words',
  title: 'another title',
  day: 'another day',
  time: 'another time',
  channel: 'another channel',
  begunBy: 'begun by another',
  people: 'other people',
  tags: 'other tags',
};
