import { KithError } from '../../shared/contract/errors.ts';
import { isJournalMethod, journalContract } from '../../shared/contract/index.ts';
import type { JournalEvent } from '../../shared/contract/wire.ts';
import type { Clock, NewId } from '../../shared/models/ids.ts';
import type { GrantedPath, MethodsOf } from '../journal/context.ts';
import { type Journal, openJournal } from '../journal/openJournal.ts';
import { journalPath } from '../journal/vault/keyFile.ts';
import { createVault, readVaultState, unlockVault } from '../journal/vault/vault.ts';

export interface DeskOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly onEvent: (event: JournalEvent) => void;
  /** Given a copy of the key whenever the journal was opened with a passphrase. The copy is the receiver's. */
  readonly onOpened: (key: Uint8Array) => void;
  /** Housekeeping failed while nobody asked anything. It is tried again later. */
  readonly onIdleFailure: (error: unknown) => void;
}

/** Answers every method of the contract, whether there is an open journal or not. */
export interface JournalDesk {
  /** Rejects with a `KithError` for expected failures; `locked` for everything but `vault.*` while it is locked. */
  readonly ask: (method: string, input: unknown) => Promise<unknown>;
  /** Opens the journal with its key. Fills `key` with zeros. */
  readonly reopen: (key: Uint8Array) => void;
  readonly grant: (token: string, granted: GrantedPath) => void;
  /** Puts everything into the journal file and lets go of it. */
  readonly close: () => void;
}

/** The journal of one data folder, locked at first. */
export function createJournalDesk(options: DeskOptions): JournalDesk {
  const { dataFolder, onEvent } = options;
  const grants = new Map<string, GrantedPath>();
  let journal: Journal | undefined;

  const open = (key: Uint8Array, create: boolean) =>
    openJournal(journalPath(dataFolder), {
      key,
      create,
      clock: options.clock,
      newId: options.newId,
      onEvent,
      onIdleFailure: options.onIdleFailure,
      resolveGrant: (token) => resolveGrant(grants, token),
    });

  const opened = (key: Buffer, fresh: Journal) => {
    // Two windows may have unlocked at once; the first stays.
    if (journal === undefined) journal = fresh;
    else fresh.close();
    options.onOpened(Uint8Array.from(key));
    key.fill(0);
    onEvent({ type: 'changed', tables: ['vault'] });
    return null;
  };

  const vault: { readonly [M in MethodsOf<'vault'>]: (input: never) => unknown } = {
    'vault.status': () => ({ state: journal === undefined ? readVaultState(dataFolder) : 'open' }),
    'vault.create': async ({ passphrase }: { passphrase: string }) => {
      const { key, made } = await createVault(dataFolder, passphrase, (fresh) =>
        makeJournal(open(fresh, true)),
      );
      return opened(key, made);
    },
    'vault.unlock': async ({ passphrase }: { passphrase: string }) => {
      if (journal !== undefined) return null;
      const key = await unlockVault(dataFolder, passphrase);
      return openOrForget(key, () => opened(key, open(key, false)));
    },
  };

  return {
    ask: async (method, input) => {
      if (!isJournalMethod(method)) {
        throw new KithError('unknownMethod', 'This version of Kith does not know how to do that.');
      }
      if (Object.hasOwn(vault, method)) return await answerVault(vault, method as MethodsOf<'vault'>, input);
      if (journal === undefined) throw new KithError('locked', 'The journal is locked.');
      return await journal.askUnchecked(method, input);
    },
    reopen: (key) => {
      try {
        journal ??= open(key, false);
      } finally {
        key.fill(0);
      }
    },
    grant: (token, granted) => void grants.set(token, granted),
    close: () => {
      journal?.close();
      journal = undefined;
    },
  };
}

async function answerVault(
  vault: { readonly [M in MethodsOf<'vault'>]: (input: never) => unknown },
  method: MethodsOf<'vault'>,
  input: unknown,
): Promise<unknown> {
  const parsed = journalContract[method].input.safeParse(input);
  if (!parsed.success) {
    throw new KithError('badInput', parsed.error.issues[0]?.message ?? 'That is not valid.');
  }
  return await vault[method](parsed.data as never);
}

/** A journal whose tables are in the journal file itself, not only in the log beside it. */
function makeJournal(journal: Journal): Journal {
  journal.context.db.pragma('wal_checkpoint(TRUNCATE)');
  return journal;
}

function openOrForget<T>(key: Buffer, open: () => T): T {
  try {
    return open();
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

function resolveGrant(grants: ReadonlyMap<string, GrantedPath>, token: string): GrantedPath {
  const granted = grants.get(token);
  if (granted === undefined) throw new KithError('badInput', 'Please choose the file or folder again.');
  return granted;
}
