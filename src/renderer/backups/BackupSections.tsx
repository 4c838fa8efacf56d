import { useState } from 'react';
import type { Backup, BackupList, BackupPlace } from '../../shared/contract/backups.ts';
import { FileNotices } from '../transfer/FileNotices.tsx';
import { Section } from '../ui/Section.tsx';
import { BackupLine } from './BackupLine.tsx';
import styles from './Backups.module.css';
import { ReplacedJournals } from './ReplacedJournals.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';

const sections: readonly { readonly place: BackupPlace; readonly title: string }[] = [
  { place: 'here', title: 'On this computer' },
  { place: 'second', title: 'In the second folder' },
];

/** Every backup, by where it is, with a way to restore each. */
export function BackupSections({ list }: { readonly list: BackupList }) {
  const [asked, setAsked] = useState<Backup | null>(null);
  return (
    <>
      {sections.map(({ place, title }) => {
        const backups = list.backups.filter((backup) => backup.place === place);
        const skipped = list.skipped.filter((one) => one.place === place);
        if (backups.length + skipped.length === 0) return null;
        return (
          <Section key={place} title={title}>
            <ul className={styles['list']}>
              {backups.map((backup) => (
                <BackupLine key={backup.id} backup={backup} onRestore={setAsked} />
              ))}
            </ul>
            <FileNotices
              title="What else lies there"
              notices={skipped.map(({ name, why }) => ({ where: name, message: why }))}
            />
          </Section>
        );
      })}
      <ReplacedJournals
        replaced={list.replaced}
        backups={list.backups.filter(({ place }) => place === 'replaced')}
        onRestore={setAsked}
      />
      <RestoreDialog backup={asked} onClose={() => setAsked(null)} />
    </>
  );
}
