import { useSyncExternalStore } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import type { JournalInput, JournalOutput } from '../../shared/contract/index.ts';
import { askDesktop, askJournal } from '../journal-client/index.ts';

export type ExportFormat = JournalInput<'transfer.export'>['format'];

/** Where taking out stands. Kept outside of the page, as {@link ImportWork} is. */
export type ExportWork =
  | { readonly step: 'choosing'; readonly notice: string | null }
  | { readonly step: 'exporting'; readonly job: string; readonly stopping: boolean }
  | { readonly step: 'exported'; readonly target: string; readonly result: JournalOutput<'transfer.export'> };

let work: ExportWork = { step: 'choosing', notice: null };
const listeners = new Set<() => void>();

function setWork(next: ExportWork): void {
  work = next;
  for (const listener of listeners) listener();
}

/** Where taking out stands. */
export function useExportWork(): ExportWork {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => work,
  );
}

/** Back to the beginning, when nothing is running. */
export function forgetExport(): void {
  setWork({ step: 'choosing', notice: null });
}

/** Lets the user choose a folder and writes everything into a new folder in it. */
export async function exportJournal(format: ExportFormat): Promise<void> {
  try {
    const chosen = await askDesktop('desktop.chooseExport', {});
    if (!chosen) return;
    const job = crypto.randomUUID();
    setWork({ step: 'exporting', job, stopping: false });
    const result = await askJournal('transfer.export', { target: chosen.grant, format, job });
    setWork({ step: 'exported', target: chosen.grant, result });
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    setWork({ step: 'choosing', notice: error.kind === 'stopped' ? null : error.message });
  }
}

/** Stops the export that is running; what it wrote is removed. */
export async function stopExport(): Promise<void> {
  if (work.step !== 'exporting') return;
  setWork({ ...work, stopping: true });
  await askJournal('transfer.stop', { job: work.job });
}
