import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KithError } from '../../../shared/contract/errors.ts';
import type { Clock } from '../../../shared/models/ids.ts';
import { sayWait, type WrongTries, waitLeft } from '../../../shared/rules/tryDelay.ts';

const triesFile = z.object({ count: z.int().min(0), lastAt: z.int() });
const none: WrongTries = { count: 0, lastAt: 0 };

/** Counts wrong tries, and makes the next one wait. */
export interface Tries {
  /** How many milliseconds the next try has to wait. */
  readonly waitMs: () => number;
  /**
   * Lets `attempt` try, unless it has to wait: then `mustWait`. A try that fails with `wrongPassphrase` counts; one that
   * succeeds wipes the slate; any other failure says nothing about the secret.
   */
  readonly run: <T>(attempt: () => Promise<T>) => Promise<T>;
}

/**
 * The tries at the journal in `folder`. They are counted in a file beside it, so that starting Kith again wins nothing,
 * and before they are made, so that ending it in the middle does not either. Whoever has the files can wipe the count:
 * against them stands the cost of Argon2id, not this.
 */
export function createTries(folder: string, clock: Pick<Clock, 'now'>): Tries {
  const file = join(folder, 'journal.tries.json');
  let tries = readTries(file);
  const set = (next: WrongTries) => {
    tries = next;
    writeTries(file, next);
  };
  const waitMs = () => waitLeft(tries, clock.now());
  return {
    waitMs,
    run: async (attempt) => {
      const wait = waitMs();
      if (wait > 0) {
        throw new KithError(
          'mustWait',
          `After several wrong tries the next one has to wait. Please try again in ${sayWait(wait)}.`,
        );
      }
      const before = tries;
      set({ count: before.count + 1, lastAt: clock.now() });
      try {
        const made = await attempt();
        set(none);
        return made;
      } catch (error) {
        const isWrong = error instanceof KithError && error.kind === 'wrongPassphrase';
        set(isWrong ? { count: before.count + 1, lastAt: clock.now() } : before);
        throw error;
      }
    },
  };
}

function readTries(file: string): WrongTries {
  try {
    return triesFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Not there, as a rule. A damaged count must not keep anybody from their journal.
    return none;
  }
}

/** A disk that is full or read-only must not keep anybody from their journal either: then the count is in memory. */
function writeTries(file: string, tries: WrongTries): void {
  try {
    if (tries.count === 0) rmSync(file, { force: true });
    else replaceFile(file, JSON.stringify(tries));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

function replaceFile(file: string, text: string): void {
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
}
