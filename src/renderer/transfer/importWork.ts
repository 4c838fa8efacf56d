import { useSyncExternalStore } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import type { JournalOutput } from '../../shared/contract/index.ts';
import type { ImportPreview } from '../../shared/contract/transfer.ts';
import { askDesktop, askJournal, getBridge } from '../journal-client/index.ts';

/** What the user chose to bring in. */
export interface ChosenSource {
  readonly grant: string;
  readonly name: string;
}

export type ImportResult = JournalOutput<'transfer.import'>;

/** Where bringing in stands. Kept outside of the page, so that one can go elsewhere while it runs and come back. */
export type ImportWork =
  | { readonly step: 'choosing'; readonly notice: string | null }
  | {
      readonly step: 'reading';
      readonly source: ChosenSource;
      readonly job: string;
      readonly stopping: boolean;
    }
  | { readonly step: 'previewed'; readonly source: ChosenSource; readonly preview: ImportPreview }
  | {
      readonly step: 'importing';
      readonly source: ChosenSource;
      readonly job: string;
      readonly stopping: boolean;
    }
  | { readonly step: 'imported'; readonly source: ChosenSource; readonly result: ImportResult };

const atRest: ImportWork = { step: 'choosing', notice: null };
let work: ImportWork = atRest;
const listeners = new Set<() => void>();

function setWork(next: ImportWork): void {
  work = next;
  for (const listener of listeners) listener();
}

/** Where bringing in stands. */
export function useImportWork(): ImportWork {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => work,
  );
}

/** Back to the beginning. What is running goes on unseen, so it is only for when nothing is. */
export function startOver(): void {
  setWork(atRest);
}

/** Lets the user choose a folder or a file, and reads it for the preview. */
export async function chooseSource(kind: 'folder' | 'file'): Promise<void> {
  await attempt(async () => {
    const chosen = await askDesktop('desktop.chooseImport', { kind });
    if (chosen) await readSource(chosen);
  });
}

/** Reads what was dropped on the window for the preview. Ignored while something else is running. */
export async function takeDropped(file: File): Promise<void> {
  if (work.step === 'reading' || work.step === 'importing') return;
  await attempt(async () => {
    const settled = await getBridge().grantDropped(file);
    if (!settled.ok) throw new KithError(settled.error.kind, settled.error.message);
    const chosen = settled.value as ChosenSource | null;
    if (chosen) await readSource(chosen);
  });
}

async function readSource(source: ChosenSource): Promise<void> {
  const job = crypto.randomUUID();
  setWork({ step: 'reading', source, job, stopping: false });
  const preview = await askJournal('transfer.preview', { source: source.grant, job });
  setWork({ step: 'previewed', source, preview });
}

/** Brings in what was previewed. */
export async function importSource(source: ChosenSource): Promise<void> {
  await attempt(async () => {
    const job = crypto.randomUUID();
    setWork({ step: 'importing', source, job, stopping: false });
    const result = await askJournal('transfer.import', { source: source.grant, job });
    setWork({ step: 'imported', source, result });
  });
}

/** Stops the reading or importing that is running; it comes to its end by itself. */
export async function stopWork(): Promise<void> {
  if (work.step !== 'reading' && work.step !== 'importing') return;
  setWork({ ...work, stopping: true });
  await askJournal('transfer.stop', { job: work.job });
}

/** Does one thing, and goes back to the beginning with the reason if it fails. Stopping a preview needs no word. */
async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    const silent = error.kind === 'stopped' && work.step === 'reading';
    setWork({ step: 'choosing', notice: silent ? null : error.message });
  }
}
