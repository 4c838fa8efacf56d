import { app, dialog } from 'electron';
import type { JournalHost } from './journalHost.ts';

/** Says that the journal does not stay up, and lets the user try again or leave. */
export async function offerToTryAgain(journal: JournalHost): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'The journal stopped working',
    detail:
      'Kith started it again several times, and it stopped each time. Everything that was saved is in its file. ' +
      'What you are writing stays in the window for now.',
    buttons: ['Try again', 'Quit'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 0) journal.tryAgain();
  else app.quit();
}
