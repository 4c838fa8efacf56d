import { Worker } from 'node:worker_threads';
import { KithError, type WireError } from '../../../shared/contract/errors.ts';
import { fromWireError } from '../../../shared/contract/wire.ts';
import type { RunTask } from './backupTasks.ts';

/** What the worker tells: how far it is, and how it ended. */
export type FromWorker =
  | { readonly type: 'part'; readonly part: number }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly error: WireError; readonly where: string };

/**
 * Does each task in a thread of its own, begun from `workerFile` (see backupWorker.ts), with its own connection, so that
 * no question waits. A failure that is a bug is told to `onBug`, without its text.
 */
export function createWorkerRunner(workerFile: string | URL, onBug: (where: string) => void): RunTask {
  return (name, input, report = () => undefined, signal) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { name: 'Kith backups', env: {} });
      const stop = () => void worker.terminate();
      signal?.addEventListener('abort', stop);
      let settled = false;
      const settle = (end: () => void) => {
        if (settled) return;
        settled = true;
        end();
      };
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'part') report(message.part);
        else if (message.type === 'done') settle(() => resolve(message.value as never));
        else {
          if (message.error.kind === 'bug') onBug(message.where);
          settle(() => reject(fromWireError(message.error)));
        }
      });
      worker.on('error', (error) => settle(() => reject(error)));
      worker.on('exit', () => {
        signal?.removeEventListener('abort', stop);
        settle(() => reject(signal?.aborted ? wasStopped() : wasInterrupted()));
      });
      const sent = Object.fromEntries(Object.entries(input).map(([field, value]) => [field, ownKey(value)]));
      worker.postMessage({ name, input: sent }, Object.values(sent).flatMap(bufferOf));
      if (signal?.aborted) stop();
    });
}

const wasStopped = () => new KithError('stopped', 'It was stopped.');
const wasInterrupted = () => new KithError('interrupted', 'It was interrupted. Please try again.');

/** A key is sent in memory of its own, which is handed over: otherwise what happens to lie beside it would be sent, too. */
function ownKey(value: unknown): unknown {
  return value instanceof Uint8Array ? Uint8Array.from(value) : value;
}

function bufferOf(value: unknown): readonly ArrayBuffer[] {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
}
