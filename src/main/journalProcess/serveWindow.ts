import { KithError, toWireError } from '../../shared/contract/errors.ts';
import { type Request, request } from '../../shared/contract/request.ts';
import type { JournalEvent, Reply } from '../../shared/contract/wire.ts';
import { describeBug } from './describeBug.ts';
import { createLatestOnly } from './latestOnly.ts';
import type { LogLevel } from './messages.ts';
import { isDiskFailure, toStorageFailure } from './storageFailure.ts';

/** One end of a channel to a window, whether Electron's or Node's. */
export interface WindowPort {
  readonly post: (message: Reply | JournalEvent) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

export interface ServeOptions {
  readonly ask: (method: string, input: unknown) => Promise<unknown>;
  readonly log: (level: LogLevel, what: string) => void;
  /** The disk failed under the journal: it must be opened afresh. Called after the window was told. */
  readonly onDiskFailure: () => void;
}

/**
 * Answers a window's questions, each with exactly one reply, in the order in which they are done. A message that is no
 * question and has no id to answer to is logged and dropped.
 */
export function serveWindow(port: WindowPort, options: ServeOptions): void {
  const latestOnly = createLatestOnly();
  const run = ({ method, input }: Request) =>
    method === 'search.typing' ? latestOnly(() => options.ask(method, input)) : options.ask(method, input);

  const answer = async (question: Request) => {
    try {
      const value = await run(question);
      port.post({ id: question.id, ok: true, value });
    } catch (error) {
      refuse(port, question, error, options);
    }
  };

  port.onMessage((message) => {
    const parsed = request.safeParse(message);
    if (parsed.success) void answer(parsed.data);
    else refuseGarbage(port, message, options);
  });
}

function refuse(port: WindowPort, { id, method }: Request, error: unknown, options: ServeOptions): void {
  const failure = toStorageFailure(error);
  if (!(failure instanceof KithError) || failure.cause === error) {
    options.log('error', `${knownName(method)}: ${describeBug(error)}`);
  }
  port.post({ id, ok: false, error: toWireError(failure) });
  if (isDiskFailure(error)) options.onDiskFailure();
}

function refuseGarbage(port: WindowPort, message: unknown, { log }: ServeOptions): void {
  log('warn', 'A window sent something that is not a question.');
  const named = request.pick({ id: true }).safeParse(message);
  if (!named.success) return;
  const error = toWireError(new KithError('badInput', 'That is not a question.'));
  port.post({ id: named.data.id, ok: false, error });
}

/** The name of a method comes from a window, so it is logged only if it looks like one. */
function knownName(method: string): string {
  return /^[a-z]+\.[a-zA-Z]+$/.test(method) ? method : 'a method';
}
