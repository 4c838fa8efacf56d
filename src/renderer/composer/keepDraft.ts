import { KithError } from '../../shared/contract/errors.ts';

/** After the last key; well within a breath, and seldom enough that typing stays quiet. */
const QUIET_MS = 250;
/** While somebody types without a pause. */
const AT_LEAST_EVERY_MS = 2_000;
const RETRY_MS = 1_500;

/** `kept`: all that was typed is on the disk. `failed`: it is not, and is tried again. */
export type DraftState = 'kept' | 'waiting' | 'failed';

export interface DraftStatus {
  readonly state: DraftState;
  /** Why it could not be kept, for the user. */
  readonly error: KithError | null;
}

export interface DraftKeeper {
  /** Keeps soon what `content` makes then: it is made when it is written, not at every key. */
  readonly write: (content: () => string) => void;
  /** Keeps at once what is not kept yet. Resolves when the journal has answered; rejects if it could not. */
  readonly flush: () => Promise<void>;
  /** Forgets what waits to be written, after what is on its way: for when the draft is saved or thrown away. */
  readonly settle: () => Promise<void>;
  /** Tries again now, as when the journal is back. */
  readonly retry: () => void;
  /** What is not kept yet, newer than what the journal has; or null. */
  readonly unkept: () => string | null;
  readonly status: () => DraftStatus;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Keeps what is typed, soon after it was typed. Writes go one after another, each with the newest text; one that fails
 * is tried again until it succeeds, so that nothing typed is ever dropped.
 * @param save resolves when the text is on the disk, and rejects with a `KithError`
 */
export function keepDraft(save: (content: string) => Promise<unknown>): DraftKeeper {
  let pending: (() => string) | null = null;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let status: DraftStatus = { state: 'kept', error: null };
  const listeners = new Set<() => void>();

  const tell = (state: DraftState, error: KithError | null = null) => {
    status = { state, error };
    for (const listener of listeners) listener();
  };
  const schedule = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void attempt(), ms);
  };
  const attempt = async () => {
    try {
      await flush();
    } catch (error) {
      // `flush` has told it, and nobody awaits this attempt.
      schedule(RETRY_MS);
      if (!(error instanceof KithError)) throw error;
    }
  };
  const writeOnce = async (content: () => string) => {
    try {
      await save(content());
      if (pending === null) tell('kept');
    } catch (error) {
      // Something newer may have been typed meanwhile.
      pending ??= content;
      tell('failed', error instanceof KithError ? error : null);
      throw error;
    } finally {
      running = null;
    }
  };
  const flush = async () => {
    clearTimeout(timer);
    while (running || pending !== null) {
      if (!running && pending !== null) {
        const content = pending;
        pending = null;
        running = writeOnce(content);
      }
      await running;
    }
  };
  return {
    write: (content) => {
      const now = Date.now();
      if (pending === null) since = now;
      pending = content;
      if (status.state !== 'failed') tell('waiting');
      schedule(Math.max(0, Math.min(QUIET_MS, since + AT_LEAST_EVERY_MS - now)));
    },
    flush,
    settle: async () => {
      clearTimeout(timer);
      pending = null;
      // What is on its way must land before what comes next, whether it succeeds or not.
      await running?.catch(() => undefined);
      clearTimeout(timer);
      pending = null;
      tell('kept');
    },
    retry: () => {
      if (pending !== null && !running) void attempt();
    },
    unkept: () => pending?.() ?? null,
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
