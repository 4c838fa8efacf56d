import { Section } from '../ui/Section.tsx';
import { ChooseSource } from './ChooseSource.tsx';
import { ImportDone } from './ImportDone.tsx';
import { importSource, startOver, stopWork, useImportWork } from './importWork.ts';
import { PreviewedImport } from './PreviewedImport.tsx';
import { RunningWork } from './RunningWork.tsx';
import { useWindowDrop } from './useWindowDrop.ts';

/** Choosing what to bring in, looking at it, and bringing it in. */
export function BringIn() {
  const isDragging = useWindowDrop();
  return (
    <Section title="Bring in notes">
      <Step isDragging={isDragging} />
    </Section>
  );
}

function Step({ isDragging }: { readonly isDragging: boolean }) {
  const work = useImportWork();
  switch (work.step) {
    case 'choosing':
      return <ChooseSource notice={work.notice} isDragging={isDragging} />;
    case 'reading':
      return (
        <RunningWork
          job={work.job}
          label={`Reading “${work.source.name}”`}
          stopping={work.stopping}
          stoppingLabel="Stopping"
          onStop={() => void stopWork()}
        />
      );
    case 'previewed':
      return (
        <PreviewedImport
          preview={work.preview}
          onImport={() => void importSource(work.source)}
          onCancel={startOver}
        />
      );
    case 'importing':
      return (
        <RunningWork
          job={work.job}
          label={`Bringing in “${work.source.name}”`}
          stopping={work.stopping}
          stoppingLabel="Stopping, and taking back what it brought"
          onStop={() => void stopWork()}
        >
          You can go on writing meanwhile.
        </RunningWork>
      );
    case 'imported':
      return <ImportDone result={work.result} />;
  }
}
