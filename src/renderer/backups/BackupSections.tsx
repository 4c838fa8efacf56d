import { useState } from 'react';
import type { Backup, BackupList, BackupPlace } from '../../shared/contract/backups.ts';
import { FileNotices } from '../transfer/FileNotices.tsx';
import { Section } from '../ui/Section.tsx';
import { BackupLine } from './BackupLine.tsx';
import styles from './Backups.module.css';
import { RestoreDialog } from './RestoreDialog.tsx';

const sections: readonly { readonly place: BackupPlace; readonly title: string; readonly words: string }[] = [
  { place: 'here', title: 'On this computer', words: '' },
  { place: 'second', title: 'In the second folder', words: '' },
  {
    place: 'replaced',
    title: 'Journals that were replaced',
    words: 'When a backup is restored, the journal that was there is kept here, as it was.',
  },
];

/** Every backup, by where it is, with a way to restore each. */
export function BackupSections({ list }: { readonly list: BackupList }) {
  const [asked, setAsked] = useState<Backup | null>(null);
  return (
    <>
      {sections.map(({ place, title, words }) => {
        const backups = list.backups.filter((backup) => backup.place === place);
        const skipped = list.skipped.filter((one) => one.place === place);
        if (backups.length + skipped.length === 0) return null;
        return (
          <Section key={place} title={title}>
            {words && <p className={styles['aside']}>{words}</p>}
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
      <RestoreDialog backup={asked} onClose={() => setAsked(null)} />
    </>
  );
}
