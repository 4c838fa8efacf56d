import { KithError } from '../../../shared/contract/errors.ts';

/** What keeps secrets for this user on this computer: main's, by the system's keyring. */
export interface Keyring {
  /** Why it can keep nothing, in words for the user, or null if it can. */
  readonly whyNot: () => Promise<string | null>;
  /** Keeps `secret` under `id`. The secret stays the caller's. Fails with `keyring`. */
  readonly keep: (id: string, secret: Uint8Array) => Promise<void>;
  /** The secret under `id`, or null if it does not have it. Fails with `keyring`. The caller zeroes it. */
  readonly read: (id: string) => Promise<Uint8Array | null>;
  readonly forget: (id: string) => Promise<void>;
}

const words = 'Nothing on this computer can keep a key for Kith.';

/** For where there is no keyring, as in tools and tests. */
export const noKeyring: Keyring = {
  whyNot: async () => words,
  keep: async () => {
    throw new KithError('keyring', words);
  },
  read: async () => null,
  forget: async () => undefined,
};
