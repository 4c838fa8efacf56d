/**
 * The failures that are part of normal life. Each has a sentence for the user;
 * anything else that goes wrong is a bug, and reaches the interface as `bug` with no detail.
 */
export const errorKinds = [
  'badInput',
  'unknownMethod',
  'wrongSender',
  'locked',
  'wrongPassphrase',
  'notFound',
  'alreadyThere',
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

  constructor(kind: ErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KithError';
    this.kind = kind;
  }
}

/** An error as it crosses a process boundary. */
export interface WireError {
  readonly kind: ErrorKind;
  readonly message: string;
}

/** What of `error` may cross a boundary: a {@link KithError} whole, anything else as a bug without its text. */
export function toWireError(error: unknown): WireError {
  if (error instanceof KithError) return { kind: error.kind, message: error.message };
  return { kind: 'bug', message: 'Something went wrong inside Kith. Nothing that was saved is lost.' };
}
