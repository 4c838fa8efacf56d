// The thread of the work on backups, as the other programs begin it.
import '../../../src/main/journal/backups/backupWorker.ts';
