import { MessageChannel } from 'node:worker_threads';
import { v7 } from 'uuid';
import { createJournalDesk, type JournalDesk } from '../../../src/main/journalProcess/journalDesk.ts';
import { serveWindow } from '../../../src/main/journalProcess/serveWindow.ts';
import type { Reply } from '../../../src/shared/contract/wire.ts';
import { testClock } from '../../support/journal.ts';

/** The journal process without Electron: its desk, and a window at the other end of a real channel. */
export interface ServedDesk {
  readonly desk: JournalDesk;
  /** Sends a question and waits for its reply. Throws what cannot be sent. */
  readonly ask: (method: unknown, input: unknown) => Promise<Reply>;
  readonly logged: readonly string[];
  /** How often the process would have ended, to be started afresh. */
  readonly diskFailures: () => number;
  readonly close: () => void;
}

export function serveDesk(dataFolder: string): ServedDesk {
  const logged: string[] = [];
  let diskFailures = 0;
  const desk = createJournalDesk({
    dataFolder,
    clock: testClock(),
    newId: v7,
    onEvent: () => undefined,
    onOpened: (key) => void key.fill(0),
    onIdleFailure: (error) => void logged.push(`while idle: ${String(error)}`),
  });
  const { port1, port2 } = new MessageChannel();
  const waiting = new Map<number, (reply: Reply) => void>();
  let count = 0;
  port1.on('message', (reply: Reply) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  serveWindow(
    {
      post: (message) => port2.postMessage(message),
      onMessage: (listener) => void port2.on('message', listener),
    },
    {
      ask: desk.ask,
      log: (_level, what) => void logged.push(what),
      onDiskFailure: () => {
        diskFailures += 1;
      },
    },
  );
  const ask = (method: unknown, input: unknown) =>
    new Promise<Reply>((resolve) => {
      count += 1;
      const id = count;
      port1.postMessage({ id, method, input });
      waiting.set(id, resolve);
    });
  return {
    desk,
    ask,
    logged,
    diskFailures: () => diskFailures,
    close: () => {
      port1.close();
      desk.close();
    },
  };
}
