import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { GrantedPath, JournalContext } from '../context.ts';
import { fillNewFolder } from './exportFolder.ts';
import { exportJson } from './exportJson.ts';
import { exportMarkdown } from './exportMarkdown.ts';
import type { Job } from './jobs.ts';

/** How much an export holds. */
export interface Exported {
  readonly peopleCount: number;
  readonly entryCount: number;
}

const writers = { markdownFolder: exportMarkdown, json: exportJson };

/**
 * Writes everything into a new folder inside the granted one and answers with its name. When it is stopped or fails,
 * nothing is left behind. Fails with `stopped`, `diskFull` or `storage`.
 */
export async function exportJournal(
  context: JournalContext,
  target: GrantedPath,
  format: JournalParsed<'transfer.export'>['format'],
  job: Job,
): Promise<JournalOutput<'transfer.export'>> {
  let exported: Exported = { peopleCount: 0, entryCount: 0 };
  const name = await fillNewFolder(target.path, `Kith ${context.clock.local().day}`, async (folder) => {
    exported = await writers[format](context, folder, job);
  });
  return { name, ...exported };
}
