import type { Keyring } from '../../src/main/journal/vault/keyring.ts';
import { KithError } from '../../src/shared/contract/errors.ts';

/** A keyring in memory, which can be emptied or refuse, as a system's can. */
export interface TestKeyring extends Keyring {
  readonly kept: Map<string, Uint8Array>;
  /** From now on it refuses, in these words; null: no longer. */
  readonly refuse: (why: string | null) => void;
}

/** Makes a {@link TestKeyring} that holds nothing. */
export function testKeyring(): TestKeyring {
  const kept = new Map<string, Uint8Array>();
  let why: string | null = null;
  const orRefuse = () => {
    if (why !== null) throw new KithError('keyring', why);
  };
  return {
    kept,
    refuse: (words) => {
      why = words;
    },
    whyNot: async () => why,
    keep: async (id, secret) => {
      orRefuse();
      kept.set(id, Uint8Array.from(secret));
    },
    read: async (id) => {
      orRefuse();
      const secret = kept.get(id);
      return secret === undefined ? null : Uint8Array.from(secret);
    },
    forget: async (id) => void kept.delete(id),
  };
}
