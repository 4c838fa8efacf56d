import { KithError } from '../../shared/contract/errors.ts';
import { isJournalMethod, type JournalMethod, journalContract } from '../../shared/contract/index.ts';
import { parseInput } from '../../shared/contract/parseInput.ts';
import type { JournalEvent } from '../../shared/contract/wire.ts';
import type { Clock, NewId } from '../../shared/models/ids.ts';
import type { AskJournal, GrantedPath, Handler, JournalContext } from './context.ts';
import { handlers } from './handlers.ts';
import { startIdleWork } from './idle.ts';
import { buildPeopleIndex } from './people/peopleIndex.ts';
import { countCommits } from './store/countCommits.ts';
import { migrate, migrations } from './store/migrate.ts';
import { openStore } from './store/openStore.ts';

export interface JournalOptions {
  /** 32 random bytes; see vault/. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Make the file if there is none. */
  readonly create?: boolean;
  /** The paths that may be read or written on the user's behalf. */
  readonly resolveGrant?: (grant: string) => GrantedPath;
  readonly onEvent?: (event: JournalEvent) => void;
  /** Told of failures in work that nobody asked for, such as housekeeping. Without it they are thrown as uncaught. */
  readonly onIdleFailure?: (error: unknown) => void;
  /** Called before the schema of an older journal is changed. If it fails, the journal is left as it is. */
  readonly beforeMigration?: () => void;
}

/** An open journal: a plain library, with no Electron in it. */
export interface Journal {
  /** Parses `input` against the contract and answers. Rejects with a `KithError` for expected failures. */
  readonly ask: AskJournal;
  /** The same for names and inputs that come from outside and may be anything. */
  readonly askUnchecked: (method: string, input: unknown) => Promise<unknown>;
  /** For tests of plans and invariants, and for the bench. */
  readonly context: JournalContext;
  /** How many commits that were acknowledged earlier are not in it any more; see store/countCommits.ts. */
  readonly takenBack: number;
  readonly close: () => void;
}

/**
 * Opens the journal in `file`, or fails with `missing`, `damaged` or `newerSchema`; then neither the file nor the log
 * beside it has changed by a byte.
 */
export function openJournal(file: string, options: JournalOptions): Journal {
  const db = openStore(file, {
    key: options.key,
    create: options.create ?? false,
    newestSchema: migrations.length,
  });
  try {
    const commits = countCommits(db, file);
    migrate(db, migrations, options.beforeMigration);
    const emit = options.onEvent ?? (() => undefined);
    const context: JournalContext = {
      db,
      clock: options.clock,
      newId: options.newId,
      people: buildPeopleIndex(db),
      emit,
      changed: (...tables) => emit({ type: 'changed', tables }),
      resolveGrant: options.resolveGrant ?? refuseGrant,
    };
    const idle = startIdleWork(context, options.onIdleFailure ?? throwLater);
    const askUnchecked = (method: string, input: unknown) => {
      idle.postpone();
      return answer(context, method, input);
    };
    return {
      ask: askUnchecked as AskJournal,
      askUnchecked,
      context,
      takenBack: commits.takenBack,
      close: () => {
        idle.stop();
        try {
          db.pragma('wal_checkpoint(TRUNCATE)');
        } finally {
          // On a full disk the log stays beside the file, with all that was saved; the next opening reads it.
          db.close();
          commits.stop();
        }
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

async function answer(context: JournalContext, method: string, input: unknown): Promise<unknown> {
  if (!isJournalMethod(method) || !Object.hasOwn(handlers, method)) {
    throw new KithError('unknownMethod', 'This version of Kith does not know how to do that.');
  }
  const parsed = parseInput(journalContract[method].input, input);
  const handle = handlers[method as keyof typeof handlers] as Handler<JournalMethod>;
  return await handle(context, parsed as never);
}

function refuseGrant(): never {
  throw new KithError('badInput', 'Please choose the file or folder again.');
}

function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
