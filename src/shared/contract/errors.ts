/**
 * The failures that are part of normal life. Each has a sentence for the user;
 * anything else that goes wrong is a bug, and reaches the interface as `bug` with no detail.
 */
export const errorKinds = [
  'badInput',
  'unknownMethod',
  'wrongSender',
  'locked',
  /** Also for a recovery key that is whole, but not this journal's. */
  'wrongPassphrase',
  /** Too many wrong tries: the next one has to wait. */
  'mustWait',
  /** A recovery key with a slip in it, which says nothing about whether it was the right one. */
  'mistyped',
  /** The system keeps no secrets for us, or has lost ours. */
  'keyring',
  'notFound',
  'alreadyThere',
  /** Much would be removed at once: ask the user, and ask again with the number that the error carries. */
  'needsConfirmation',
  'newerSchema',
  'damaged',
  'missing',
  'unreadableSource',
  'diskFull',
  'storage',
  'stopped',
  'superseded',
  'interrupted',
  'bug',
] as const;
export type ErrorKind = (typeof errorKinds)[number];

/** An expected failure. `message` is shown to the user as it stands, so it never quotes the journal. */
export class KithError extends Error {
  readonly kind: ErrorKind;
  /** With `needsConfirmation`: the number to confirm. */
  readonly count: number | null;

  constructor(kind: ErrorKind, message: string, options: KithErrorOptions = {}) {
    super(message, options);
    this.name = 'KithError';
    this.kind = kind;
    this.count = options.count ?? null;
  }
}

export interface KithErrorOptions extends ErrorOptions {
  readonly count?: number;
}

/** An error as it crosses a process boundary. */
export interface WireError {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly count?: number;
}

/** What of `error` may cross a boundary: a {@link KithError} whole, anything else as a bug without its text. */
export function toWireError(error: unknown): WireError {
  if (error instanceof KithError) {
    const { kind, message, count } = error;
    return count === null ? { kind, message } : { kind, message, count };
  }
  return { kind: 'bug', message: 'Something went wrong inside Kith. Nothing that was saved is lost.' };
}
