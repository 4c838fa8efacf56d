import { useJournal } from '../journal-client/index.ts';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { BackupSections } from './BackupSections.tsx';
import { HealthNotices } from './HealthNotices.tsx';
import { MakeBackup } from './MakeBackup.tsx';
import { SecondFolder } from './SecondFolder.tsx';

/** What is kept of the journal beside itself, and the way back to it. */
export function BackupsPage() {
  const { data: list } = useJournal('backups.list', {});
  const { data: health } = useJournal('backups.health', {});
  return (
    <Page>
      <PageHeader title="Backups" />
      {health && <HealthNotices health={health} />}
      {list && (
        <>
          <MakeBackup list={list} health={health} />
          <BackupSections list={list} />
          <SecondFolder second={list.second} />
        </>
      )}
    </Page>
  );
}
