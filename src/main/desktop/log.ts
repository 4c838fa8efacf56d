import { join } from 'node:path';
import { app, dialog } from 'electron';
import electronLog from 'electron-log/node.js';
import { describeBug } from '../journalProcess/describeBug.ts';
import type { LogLevel } from '../journalProcess/messages.ts';

/** Writes a line for those who look for a fault. Never a word of the journal, and never the message of an unexpected error. */
export type Log = (level: LogLevel, what: string) => void;

const MOST_BYTES = 1024 * 1024;

/** Logs into `logs/kith.log` of the data folder; beside it at most one older file. */
export function startLog(dataFolder: string): Log {
  electronLog.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'kith.log');
  electronLog.transports.file.maxSize = MOST_BYTES;
  electronLog.transports.console.level = app.isPackaged ? false : 'info';
  return (level, what) => electronLog[level](what);
}

/** A fault in main is logged and said; then Kith ends in order, for nobody knows what state it is in. */
export function logCrashesOfMain(log: Log): void {
  process.on('uncaughtException', (error) => {
    log('error', `main: ${describeBug(error)}`);
    if (app.isReady()) {
      dialog.showErrorBox(
        'Kith has to close',
        'Something went wrong inside Kith. Nothing that was saved is lost.',
      );
    }
    app.quit();
  });
}
