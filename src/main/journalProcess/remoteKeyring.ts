import { KithError } from '../../shared/contract/errors.ts';
import type { Keyring } from '../journal/vault/keyring.ts';
import type { KeyringAnswer, KeyringQuestion } from './messages.ts';

/** The system's keyring, seen from the journal process: main asks it. */
export interface RemoteKeyring {
  readonly keyring: Keyring;
  /** Takes in main's answer to the question with this id. */
  readonly receive: (id: number, answer: KeyringAnswer) => void;
}

/** Makes a keyring of messages to main. A secret never passes through a window. */
export function createRemoteKeyring(send: (id: number, question: KeyringQuestion) => void): RemoteKeyring {
  const waiting = new Map<number, (answer: KeyringAnswer) => void>();
  let count = 0;
  const ask = async (question: KeyringQuestion): Promise<string | Uint8Array | null> => {
    const answer = await new Promise<KeyringAnswer>((resolve) => {
      count += 1;
      waiting.set(count, resolve);
      send(count, question);
    });
    if (!answer.ok) throw new KithError('keyring', answer.message);
    return answer.value;
  };
  return {
    keyring: {
      whyNot: async () => asWords(await ask({ ask: 'whyNot' })),
      keep: async (slot, secret) => void (await ask({ ask: 'keep', slot, secret })),
      read: async (slot) => asSecret(await ask({ ask: 'read', slot })),
      forget: async (slot) => void (await ask({ ask: 'forget', slot })),
    },
    receive: (id, answer) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
  };
}

const asWords = (value: unknown) => (typeof value === 'string' ? value : null);
const asSecret = (value: unknown) => (value instanceof Uint8Array ? value : null);
