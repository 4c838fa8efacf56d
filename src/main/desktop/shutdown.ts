import { app } from 'electron';
import type { JournalHost } from './journalHost.ts';

/**
 * Before the application ends, once its windows are gone: the journal answers the last question, puts everything into
 * its file and lets go of it.
 */
export function closeJournalOnQuit(journal: JournalHost): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void journal.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
