import { join } from 'node:path';
import { type SafeStorage, safeStorage } from 'electron';
import { z } from 'zod';
import { describeBug } from '../journalProcess/describeBug.ts';
import type { KeyringAnswer, KeyringQuestion } from '../journalProcess/messages.ts';
import type { Log } from './log.ts';
import { readJsonFile, replaceFile } from './smallFile.ts';

/** Keeps secrets of the journal process, encrypted by the system's keyring. */
export interface KeyringHost {
  /** Never rejects. */
  readonly answer: (question: KeyringQuestion) => Promise<KeyringAnswer>;
}

/** Ciphertext in base 64, by the id of the slot. Worth nothing without this user's keyring on this computer. */
const kept = z.record(z.string(), z.string());

const noKeyring =
  'This system has no keyring that Kith could trust, such as GNOME Keyring or KWallet, so it cannot keep the key for you.';

/** The keyring behind Electron's safeStorage. What it encrypts lies in `this-computer.json` of the data folder. */
export function createKeyring(dataFolder: string, log: Log): KeyringHost {
  const file = join(dataFolder, 'this-computer.json');
  const read = () => kept.catch({}).parse(readJsonFile(file));
  const write = (all: Readonly<Record<string, string>>) => replaceFile(file, `${JSON.stringify(all)}\n`);
  const without = (slot: string) => Object.fromEntries(Object.entries(read()).filter(([id]) => id !== slot));

  const answer = async (question: KeyringQuestion): Promise<string | Uint8Array | null> => {
    if (question.ask === 'forget') {
      if (question.slot in read()) write(without(question.slot));
      return null;
    }
    const why = await whyNot();
    if (question.ask === 'whyNot') return why;
    if (why !== null) throw new Error('no keyring');
    if (question.ask === 'keep') {
      const secret = Buffer.from(question.secret).toString('base64');
      question.secret.fill(0);
      write({ ...read(), [question.slot]: (await encrypt(secret)).toString('base64') });
      return null;
    }
    const found = read()[question.slot];
    if (found === undefined) return null;
    return Uint8Array.from(Buffer.from(await decrypt(Buffer.from(found, 'base64')), 'base64'));
  };

  return {
    answer: async (question) => {
      try {
        return { ok: true, value: await answer(question) };
      } catch (error) {
        log('warn', `keyring, ${question.ask}: ${describeBug(error)}`);
        const why = await whyNot().catch(() => null);
        return { ok: false, message: why ?? 'The keyring of this system did not answer as it should.' };
      }
    },
  };
}

/** Electron's newer, asynchronous functions, where it has them: the others go with version 46. */
type Newer = Partial<
  Pick<SafeStorage, 'encryptStringAsync' | 'decryptStringAsync' | 'isAsyncEncryptionAvailable'>
>;
const newer: Newer = safeStorage;

/** Why nothing can be kept, or null. Without a real keyring, Chromium encrypts with a password that everybody knows. */
async function whyNot(): Promise<string | null> {
  if (process.platform === 'linux') {
    const backend = safeStorage.getSelectedStorageBackend?.() ?? 'unknown';
    if (backend === 'basic_text' || backend === 'unknown') return noKeyring;
  }
  const isThere = await (newer.isAsyncEncryptionAvailable?.() ?? safeStorage.isEncryptionAvailable());
  return isThere ? null : noKeyring;
}

async function encrypt(text: string): Promise<Buffer> {
  return (await newer.encryptStringAsync?.(text)) ?? safeStorage.encryptString(text);
}

async function decrypt(buffer: Buffer): Promise<string> {
  return (await newer.decryptStringAsync?.(buffer))?.result ?? safeStorage.decryptString(buffer);
}
