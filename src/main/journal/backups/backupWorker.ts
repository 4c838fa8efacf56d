import { parentPort } from 'node:worker_threads';
import { toWireError } from '../../../shared/contract/errors.ts';
import { backupTasks, type TaskName } from './backupTasks.ts';
import type { FromWorker } from './runInWorker.ts';

// A program of its own in the bundle (see electron.vite.config.ts): does one task, says how it ended, and ends.

interface Asked {
  readonly name: TaskName;
  readonly input: object;
}

const tell = (message: FromWorker) => parentPort?.postMessage(message);

parentPort?.once('message', ({ name, input }: Asked) => {
  try {
    const run = backupTasks[name] as (input: unknown, report: (part: number) => void) => unknown;
    tell({ type: 'done', value: run(input, (part) => tell({ type: 'part', part })) });
  } catch (error) {
    tell({ type: 'failed', error: toWireError(error), where: whereOf(error) });
  } finally {
    for (const value of Object.values(input)) if (value instanceof Uint8Array) value.fill(0);
  }
});

/** The class and code of an error, which are safe to log; its message may quote the journal. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.constructor.name}${code}`;
}
