import { KithError } from '../../shared/contract/errors.ts';
import { capitalise, sayPeopleAndEntries } from '../../shared/rules/sayCounts.ts';
import { askDesktop } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { showToast } from '../ui/toasts.ts';
import { type ExportWork, exportJournal, forgetExport, stopExport, useExportWork } from './exportWork.ts';
import { Notice } from './Notice.tsx';
import sheet from './PreviewedImport.module.css';
import { RunningWork } from './RunningWork.tsx';
import styles from './TakeOut.module.css';

/** Taking everything out, in formats that other programs read. */
export function TakeOut() {
  return (
    <Section title="Take everything out">
      <Step />
    </Section>
  );
}

function Step() {
  const work = useExportWork();
  switch (work.step) {
    case 'choosing':
      return <ChooseFormat notice={work.notice} />;
    case 'exporting':
      return (
        <RunningWork
          job={work.job}
          label="Writing your journal into the folder"
          stopping={work.stopping}
          stoppingLabel="Stopping, and removing what was written"
          onStop={() => void stopExport()}
        />
      );
    case 'exported':
      return <ExportDone work={work} />;
  }
}

function ChooseFormat({ notice }: { readonly notice: string | null }) {
  return (
    <>
      {notice && <Notice>{notice}</Notice>}
      <p className={styles['words']}>
        Your journal is yours. Everything is written into a new folder in the place you choose, as plain files
        that are not encrypted. Nothing there is overwritten.
      </p>
      <ul className={styles['formats']}>
        <li>
          <Button icon="takeOut" onPress={() => void exportJournal('markdownFolder')}>
            Markdown folder
          </Button>
          <span>
            A note for every person and every entry, with links, for Obsidian and any editor. Kith reads it
            back.
          </span>
        </li>
        <li>
          <Button icon="takeOut" onPress={() => void exportJournal('json')}>
            JSON file
          </Button>
          <span>One file with everything, for programs.</span>
        </li>
      </ul>
    </>
  );
}

function ExportDone({ work }: { readonly work: Extract<ExportWork, { step: 'exported' }> }) {
  const { name, peopleCount, entryCount } = work.result;
  return (
    <div className={sheet['sheet']}>
      <h3 className={sheet['title']} role="status">
        {capitalise(sayPeopleAndEntries(peopleCount, entryCount))} written into “{name}”
      </h3>
      <div className={sheet['buttons']}>
        <Button variant="primary" icon="folder" onPress={() => void reveal(work.target, name)}>
          Show in folder
        </Button>
        <Button variant="plain" onPress={forgetExport}>
          Done
        </Button>
      </div>
    </div>
  );
}

async function reveal(grant: string, name: string): Promise<void> {
  try {
    await askDesktop('desktop.reveal', { grant, name });
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    showToast({ message: error.message });
  }
}
