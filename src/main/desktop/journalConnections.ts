import { ipcMain } from 'electron';
import type { JournalHost } from './journalHost.ts';
import { isOurs } from './sender.ts';

/** Gives each of our windows its port to the journal when it asks. Whoever else asks gets nothing. */
export function answerConnections(journal: JournalHost): void {
  ipcMain.on('connect', (event) => {
    if (isOurs(event)) journal.connect(event.sender);
  });
}
