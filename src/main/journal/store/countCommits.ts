import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Store } from './openStore.ts';

/** Beside the journal: how many commits it has had. */
export const COMMITS_FILE = 'commit-count';
const DIGITS = 10;
/** SQLite keeps the number in 32 bits; at a commit a second, that is 68 years. */
const MOST = 2 ** 31 - 1;

export interface CommitCount {
  /**
   * How many commits that were acknowledged earlier are not in the journal any more: its log was deleted or damaged, or
   * an older file was put in its place. SQLite itself finds nothing wrong with such a journal.
   */
  readonly takenBack: number;
  /** Lets go of the file beside the journal. */
  readonly stop: () => void;
}

/**
 * Counts the transactions of `store` that write rows, from now on: inside the journal `file`, as its `application_id`,
 * which is part of the transaction, and after the commit in a file beside it. That file is not synced: after a power
 * cut it may be behind the journal, which is harmless, but it is ahead only if the journal was taken back.
 */
export function countCommits(store: Store, file: string): CommitCount {
  const beside = join(dirname(file), COMMITS_FILE);
  const inside = readCommits(store);
  const expected = readBeside(beside);
  let count = Math.max(inside, expected);
  const writer = openBeside(beside, count);
  countTransactions(store, {
    writing: () => {
      const next = Math.min(count + 1, MOST);
      store.pragma(`application_id=${next}`);
      count = next;
    },
    rolledBack: () => {
      count -= 1;
    },
    committed: () => tellBeside(writer, count),
  });
  return {
    takenBack: Math.max(0, expected - inside),
    stop: () => void (writer !== null && closeSync(writer)),
  };
}

/** How many commits the journal itself says it has had. */
export function readCommits(store: Store): number {
  return Number(store.pragma('application_id', { simple: true }));
}

interface Counting {
  /** At the end of an outermost transaction that wrote rows, inside it. */
  readonly writing: () => void;
  readonly rolledBack: () => void;
  readonly committed: () => void;
}

/** Puts `counting` into every transaction that is begun through `store.transaction` from now on. */
function countTransactions(store: Store, counting: Counting): void {
  const begin = store.transaction.bind(store) as (work: Work) => Work;
  const totalChanges = store.prepare<[], number>('SELECT total_changes()').pluck();
  const counted = (work: Work): Work => {
    const nested = begin(work);
    let wrote = false;
    const outermost = begin((...input) => {
      const before = totalChanges.get();
      const result = work(...input);
      if (totalChanges.get() !== before) {
        counting.writing();
        wrote = true;
      }
      return result;
    });
    return (...input) => {
      if (store.inTransaction) return nested(...input);
      wrote = false;
      const result = begun(() => outermost(...input));
      if (wrote) counting.committed();
      return result;
    };
    function begun(run: () => unknown): unknown {
      try {
        return run();
      } catch (error) {
        // A full disk fails at the commit itself, when it was counted already.
        if (wrote) counting.rolledBack();
        throw error;
      }
    }
  };
  store.transaction = counted as unknown as Store['transaction'];
}

type Work = (...input: unknown[]) => unknown;

const format = (count: number) => `${String(count).padStart(DIGITS, '0')}\n`;

/** Nothing that can be read counts as nothing: a journal from before there was such a file, or from a backup. */
function readBeside(beside: string): number {
  try {
    const text = readFileSync(beside, 'utf8');
    return /^\d{10}\n$/.test(text) ? Math.min(Number(text), MOST) : 0;
  } catch {
    return 0;
  }
}

/** What was committed is committed: a disk that does not take the number as well leaves it behind, which is harmless. */
function tellBeside(writer: number | null, count: number): void {
  if (writer === null) return;
  try {
    writeSync(writer, format(count), 0);
  } catch {
    // As above.
  }
}

/** The file is written in place, so that a full disk does not empty it. Null where there can be none. */
function openBeside(beside: string, count: number): number | null {
  try {
    closeSync(openSync(beside, 'a', 0o600));
    const writer = openSync(beside, 'r+');
    tellBeside(writer, count);
    return writer;
  } catch {
    // A journal is worth more than its count.
    return null;
  }
}
