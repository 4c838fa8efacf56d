import type {
  JournalInput,
  JournalMethod,
  JournalOutput,
  JournalParsed,
} from '../../shared/contract/index.ts';
import type { JournalEvent, Table } from '../../shared/contract/wire.ts';
import type { Clock, NewId } from '../../shared/models/ids.ts';
import type { PeopleIndex } from './people/peopleIndex.ts';
import type { Store } from './store/openStore.ts';

/** A path that the user chose in a dialog of the system, and its name as they know it. */
export interface GrantedPath {
  readonly path: string;
  readonly name: string;
}

/** What every feature of the journal works with. */
export interface JournalContext {
  readonly db: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Everybody, in memory, for lookups at every key. */
  readonly people: PeopleIndex;
  /** Tells the windows that rows of these tables changed. Call it after the transaction. */
  readonly changed: (...tables: Table[]) => void;
  readonly emit: (event: JournalEvent) => void;
  /** The path behind a grant. Fails with `badInput` for a grant that main never gave. */
  readonly resolveGrant: (grant: string) => GrantedPath;
}

/** The implementation of one method. May be asynchronous where work is long; then it yields between small steps. */
export type Handler<M extends JournalMethod> = (
  context: JournalContext,
  input: JournalParsed<M>,
) => JournalOutput<M> | Promise<JournalOutput<M>>;

/** The implementations of a group of methods. */
export type Handlers<M extends JournalMethod> = { readonly [K in M]: Handler<K> };

/** The methods of one feature, such as `people.list` for `people`. */
export type MethodsOf<Feature extends string> = Extract<JournalMethod, `${Feature}.${string}`>;

/** Asks the journal, as a window or a test does. */
export type AskJournal = <M extends JournalMethod>(
  method: M,
  input: JournalInput<M>,
) => Promise<JournalOutput<M>>;
