import { type ErrorKind, errorKinds, KithError, type WireError } from './errors.ts';

/** The answer to the question with the same id. */
export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WireError };

/** What the journal tells every window unasked. */
export type JournalEvent =
  /** Rows of these tables changed: what was read from them is stale. */
  | { readonly type: 'changed'; readonly tables: readonly Table[] }
  /** How far long work has come. `total` is null while it is not known. */
  | { readonly type: 'progress'; readonly job: string; readonly done: number; readonly total: number | null };

/** The names by which changes are told; see `renderer/journal/keys.ts` for what each makes stale. */
export type Table =
  | 'person'
  | 'entry'
  | 'circle'
  | 'tag'
  | 'draft'
  | 'importBatch'
  | 'vault'
  | 'backups'
  | 'trash'
  | 'setting'
  | 'fact'
  | 'tie'
  | 'promise'
  | 'exchange'
  | 'nudgeAct'
  | 'shelf';

/** What a window's preload is told of its connection, beside replies and events. */
export type ConnectionState = 'connected' | 'interrupted';

/** Makes a {@link KithError} of what crossed a boundary, wary of kinds it does not know. */
export function fromWireError(error: WireError): KithError {
  const kind: ErrorKind = errorKinds.includes(error.kind) ? error.kind : 'bug';
  return new KithError(kind, error.message, error.count === undefined ? {} : { count: error.count });
}
